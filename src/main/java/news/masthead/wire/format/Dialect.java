package news.masthead.wire.format;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a reader has to know of an agency to understand its files: formats are standards, feeds are dialects.
 *
 * @param names how the agency signs itself in a dateline, as {@code IANS}; upper and lower case mean the same
 * @param zone of the times that name none
 * @param language BCP 47 tag of the items that name none
 * @param signOff matches the desk's initials at the very end of a text; none where the agency has no such habit
 * @param charset of the bytes that name none and are no UTF-8; none for windows-1252
 */
public record Dialect(
        List<String> names, ZoneId zone, String language, Optional<Pattern> signOff, Optional<Charset> charset) {

    /** Of a file that no agency signs. */
    public static final Dialect OF_NOBODY = new Dialect(List.of(), ZoneOffset.UTC, "", Optional.empty());

    public Dialect {
        names = List.copyOf(names);
    }

    /** Of an agency that falls back to windows-1252. */
    public Dialect(List<String> names, ZoneId zone, String language, Optional<Pattern> signOff) {
        this(names, zone, language, signOff, Optional.empty());
    }

    /** The same habits, in another language. */
    public Dialect inLanguage(String tag) {
        return new Dialect(names, zone, tag, signOff, charset);
    }
}
