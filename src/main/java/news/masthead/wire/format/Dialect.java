package news.masthead.wire.format;

import java.time.ZoneId;
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
 */
public record Dialect(List<String> names, ZoneId zone, String language, Optional<Pattern> signOff) {

    public Dialect {
        names = List.copyOf(names);
    }
}
