package news.masthead.wire.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which take of a running story an item is: AP's {@code 2nd Ld-Writethru} and {@code 1st Add}, IANS's {@code (Second Lead)}, the editorial types
 * Lead, Writethru, Add and Takes.
 *
 * @param number 1 for the first lead or add; 0 where the agency gives none
 */
public record Take(Kind kind, int number) {

    /** What a take does with the words that came before it. */
    public enum Kind {
        /** A story of its own. */
        WHOLE,
        /** Stands in their place. */
        REPLACES,
        /** Goes on after them. */
        APPENDS
    }

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final String ORDINAL = "(\\d{1,2})(?:st|nd|rd|th)|(" + String.join("|", ORDINALS) + ")";
    private static final Pattern NUMBERED =
            Pattern.compile("\\b(?:" + ORDINAL + ")[ -]*(?:intro[ -]*)?(ld|lead|writethru|add|take)(?![a-z])");
    private static final Pattern NUMBER_LAST = Pattern.compile("\\b(ld|lead|add|take)[ -]*(\\d{1,2})\\b");
    private static final Pattern BARE =
            Pattern.compile("\\b(ld|lead|writethru|add|takes?|correction|corr|refile|update)\\b");
    private static final Take NONE = new Take(Kind.WHOLE, 0);

    public static Take of(WireCopy copy) {
        String key = copy.takeKey().toLowerCase(Locale.ROOT);
        return numbered(key)
                .or(() -> numberLast(key))
                .or(() -> numbered(copy.slugline().toLowerCase(Locale.ROOT)))
                .or(() -> bare(key))
                .orElseGet(() -> bySignal(Signals.of(copy)));
    }

    public boolean isWhole() {
        return kind == Kind.WHOLE;
    }

    private static Optional<Take> numbered(String words) {
        return Optional.of(NUMBERED.matcher(words))
                .filter(Matcher::find)
                .map(found -> new Take(kind(found.group(3)), number(found.group(1), found.group(2))));
    }

    private static Optional<Take> numberLast(String words) {
        return Optional.of(NUMBER_LAST.matcher(words))
                .filter(Matcher::find)
                .map(found -> new Take(kind(found.group(1)), Integer.parseInt(found.group(2))));
    }

    private static Optional<Take> bare(String words) {
        return Optional.of(BARE.matcher(words)).filter(Matcher::find).map(found -> new Take(kind(found.group(1)), 0));
    }

    private static Take bySignal(Signals signals) {
        if (signals.any("lead", "writethru")) {
            return new Take(Kind.REPLACES, 0);
        }
        return signals.any("add", "takes") ? new Take(Kind.APPENDS, 0) : NONE;
    }

    private static int number(String digits, String word) {
        return digits == null ? ORDINALS.indexOf(word) + 1 : Integer.parseInt(digits);
    }

    private static Kind kind(String word) {
        return word.startsWith("add") || word.startsWith("take") ? Kind.APPENDS : Kind.REPLACES;
    }
}
