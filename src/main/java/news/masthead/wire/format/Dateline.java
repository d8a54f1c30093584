package news.masthead.wire.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The opening of agency copy: {@code Nashik, Aug 12 (IANS)}, {@code Bhopal, Aug 12, 2026 (AFP) -}, {@code BEIJING (AP) _}, {@code REUTERS -},
 * {@code SEOUL, Nov 26 AFP -}.
 *
 * @param words the whole of it
 * @param place up to the first comma or bracket; empty where it opens with the day or the agency
 * @param agency as it signs itself
 */
record Dateline(String words, String place, String agency) {

    /** Beginnings of the months in English, French, German and Hindi. */
    private static final String MONTH =
            "(?:(?i:Jan|F[eé]b|F[eé]v|Mar|Mär|Mrz|Apr|Avr|May|Mai|Jun|Juin|Jul|Juil|Aug|Ao[uû]|Sep|O[ck]t|Nov|D[eé][cz])"
                    + "[\\p{L}]{0,7}\\.?|जन|फर|मार्च|अप्रै|मई|जून|जुला|अग|सित|अक्|नव|दिस)[\\p{L}\\p{M}]{0,6}";

    private static final String DAY =
            "(?:" + MONTH + " \\d{1,2}(?:,? \\d{4})?|\\d{1,2}\\.? " + MONTH + "(?:,? \\d{4})?)";
    private static final String RULE = "(?:--|[-–—_])";
    private static final String END = "(?:\\s*(?:--|[-–—:_]))?(?=[\\s।|]|$)";
    private static final String PLACE = "(?<place>[\\p{Lu}\\p{Lo}]";
    /** Any agency in brackets behind place and day; a comma stands before the day, or it could be any sentence. */
    private static final Pattern DATED = Pattern.compile("^(?<words>" + PLACE + "[^()\\n]{0,60}), " + DAY
            + " \\((?<agency>[\\p{L}][\\p{L}\\p{M} /&-]{0,30})\\)" + END + ")");

    private static final Pattern ONLY_DAY = Pattern.compile(DAY);
    private static final int LONGEST = 160;

    static Optional<Dateline> of(String paragraph, Dialect dialect) {
        String start = Draft.plain(paragraph.substring(0, Math.min(paragraph.length(), LONGEST)));
        return forms(dialect)
                .map(form -> form.matcher(start))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> new Dateline(found.group("words"), place(found), found.group("agency")));
    }

    /** The same, in the form that press releases have: {@code LONDON, Feb. 1, 2017 /PRNewswire/}. */
    static Optional<Dateline> ofPressRelease(String paragraph) {
        return Optional.of(PRESS_RELEASE.matcher(paragraph.substring(0, Math.min(paragraph.length(), LONGEST))))
                .filter(Matcher::find)
                .map(found -> new Dateline(found.group("words"), found.group("place"), found.group("agency")));
    }

    private static final Pattern PRESS_RELEASE =
            Pattern.compile("^(?<words>" + PLACE + ".{1,90}?),? " + DAY + " ?/ ?(?<agency>[\\p{L}][\\p{L} -]{1,40})/)");

    void into(Draft draft) {
        draft.dateline = words;
        draft.location = place;
        draft.credit = agency;
    }

    /** What the agency's own names make certain comes first. */
    private static Stream<Pattern> forms(Dialect dialect) {
        if (dialect.names().isEmpty()) {
            return Stream.of(DATED);
        }
        String names = dialect.names().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String agency = "(?<agency>(?i:" + names + ")";
        return Stream.of(
                // A place's own brackets are closed before the agency's: Chennai (Tamil Nadu) [India], August 19
                // (ANI/NewsVoir):
                Pattern.compile(
                        "^(?<words>" + PLACE + ".{1,90}?)\\(" + agency + "(?:[/ ][\\p{L} ]{1,30})?)\\)" + END + ")"),
                Pattern.compile(
                        "^(?<words>" + PLACE + ".{1,60}?),? " + DAY + ",? " + agency + ") ?" + RULE + ")(?=\\s)"),
                Pattern.compile("^(?<words>(?<place>)" + agency + ") ?" + RULE + ")(?=\\s)"),
                DATED);
    }

    private static String place(Matcher found) {
        String place = found.group("place").split("[,(\\[]", 2)[0].strip();
        return ONLY_DAY.matcher(place).matches() ? "" : place;
    }
}
