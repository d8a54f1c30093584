package news.masthead.wire.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A headline apart from the word that says which take of the story it heads.
 *
 * @param take as the agency writes it, as {@code Second Lead} or {@code UPDATE 2}; empty for none
 */
record Headline(String words, String take) {

    private static final String ORDINAL =
            "(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\\d{1,2}(?:st|nd|rd|th)|Intro|Final)";
    /** IANS's and PTI's, behind the headline. */
    private static final Pattern TAKE = Pattern.compile(
            "\\s*\\(((?:" + ORDINAL
                    + "[ -])?(?:Ld|Lead|Take|Add)(?:[ -]?(?:all|\\d{1,2}))?|Correction|Corrected(?: copy)?|Updated?|Reissue|Repeat)\\)\\s*$",
            Pattern.CASE_INSENSITIVE);
    /** Reuters's, before it. */
    private static final Pattern TAKE_BEFORE = Pattern.compile(
            "^((?:UPDATE|WRAPUP|CORRECTED|CORRECTION|REFILE|REPEAT|LEAD)(?: \\d{1,2})?) ?[-:]\\s*(?=\\S)");

    private static final String CORRECTED = "correct";

    static Headline of(String title) {
        Matcher behind = TAKE.matcher(title);
        if (behind.find()) {
            return new Headline(title.substring(0, behind.start()), behind.group(1));
        }
        Matcher before = TAKE_BEFORE.matcher(title);
        return before.find() ? new Headline(title.substring(before.end()), before.group(1)) : new Headline(title, "");
    }

    void into(Draft draft) {
        draft.headline = words;
        draft.takeKey = take;
        if (take.regionMatches(true, 0, CORRECTED, 0, CORRECTED.length())) {
            draft.signals.add("sig:correction");
        }
    }
}
