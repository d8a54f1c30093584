package news.masthead.wire.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The opening of agency copy: {@code Nashik, Aug 12 (IANS)}, {@code Bhopal, Aug 12, 2026 (AFP) -}.
 *
 * @param words the whole of it
 * @param place up to the first comma or bracket
 * @param agency what stands in the last brackets
 */
record Dateline(String words, String place, String agency) {

    private static final String END = "(?:\\s*(?:--|[-–—:_]))?(?=\\s|$)";
    private static final Pattern DATED = Pattern.compile(
            "^(\\p{Lu}[^()\\n]{0,60}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}"
                    + "(?:, \\d{4})? \\(([\\p{L}][\\p{L} /&-]{0,30})\\)" + END + ")");
    private static final int LONGEST = 160;

    /**
     * @param signed what {@link #signedBy} made of the agency's names
     */
    static Optional<Dateline> of(String paragraph, Pattern signed) {
        String start = Draft.plain(paragraph.substring(0, Math.min(paragraph.length(), LONGEST)));
        return Optional.of(signed.matcher(start))
                .filter(Matcher::find)
                .or(() -> Optional.of(DATED.matcher(start)).filter(Matcher::find))
                .map(found -> new Dateline(found.group(1), place(found.group(1)), found.group(2)));
    }

    void into(Draft draft) {
        draft.dateline = words;
        draft.location = place;
        draft.credit = agency;
    }

    /** A place opens with a capital letter and its brackets, if it has any, are closed before the agency's. */
    static Pattern signedBy(Dialect dialect) {
        String names = dialect.names().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(
                "^((?:\\p{Lu}|\\p{Lo}).{1,90}?\\(((?:" + names + ")(?:/[\\p{L} ]{1,30})?)\\)" + END + ")",
                Pattern.CASE_INSENSITIVE);
    }

    private static String place(String words) {
        return words.split("[,(\\[]", 2)[0].strip();
    }
}
