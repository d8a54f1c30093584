package news.masthead.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which items of the inbox an editor wants to see; every part narrows it further.
 *
 * @param source id of an agency; empty for all
 * @param section slug of a section; empty for all
 * @param urgency 1 to 9; 0 for all
 * @param words beginnings of words in headline and slugline, all of which must be there; empty for all
 */
public record Search(Inbox.Filter filter, String source, String section, int urgency, String words) {

    private static final int MOST_WORDS = 10;

    public static final Search ALL = new Search(Inbox.Filter.ALL, "", "", 0, "");

    /** The same search for items that stand elsewhere. */
    public Search of(Inbox.Filter other) {
        return new Search(other, source, section, urgency, words);
    }

    /** Whether anything but where they stand narrows it. */
    public boolean isNarrow() {
        return !of(Inbox.Filter.ALL).equals(ALL);
    }

    /** The words as PostgreSQL's {@code to_tsquery} takes them; none where nothing is left to look for. */
    Optional<String> query() {
        List<String> each = Arrays.stream(words.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(each.stream().map(word -> word + ":*").collect(Collectors.joining(" & ")));
    }
}
