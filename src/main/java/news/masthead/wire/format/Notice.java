package news.masthead.wire.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Messages to editors in prose: orders to kill or to hold, corrections to make, schedules. A notice is never a story, and its words are for the desk. */
enum Notice {
    /** dpa's KILL KILL KILL, Reuters's STORY WITHDRAWN, AP's "A kill is mandatory". */
    KILL(
            "^" + Notice.ATTENTION
                    + "KILL(?:\\s*[:\\-–—!=(]|\\s+(?:KILL|STORY|NOTICE|ORDER|ADVISORY|MESSAGE|COPY|ITEM)\\b|\\s*$|\\s+(?=\\p{Lu}?\\p{Ll}))"
                    + "|\\b(?:MANDATORY|STORY|NEWS|PHOTO|COPY) KILL\\b|\\bKILL (?:KILL|NOTICE|ADVISORY|ORDER)\\b"
                    + "|\\b(?:STORY|ITEM|COPY) (?:IS |STANDS )?(?:KILLED|WITHDRAWN|CANCELLED|RETRACTED)\\b|^WITHDRAWAL\\b|\\bNOTICE OF WITHDRAWAL\\b"
                    + "|(?i:^(?:kill|story killed|withdrawn)\\s*:|^advisory\\b.{0,160}\\b(?:withdrawn|withdraws|killed)\\b)"
                    + "|^(?:ANNULATION|ANULACI[OÓ]N|ANULADA|STORNO|R[ÜU]CKZUG|MELDUNG ZUR[ÜU]CKGEZOGEN)\\b"
                    + "|(?:समाचार|खबर|ख़बर).{0,40}(?:निरस्त|रद्द)",
            "(?i)\\bplease (?:kill|spike)\\b|\\bplease (?:withdraw|delete|remove|disregard)\\b[^.]{0,60}?\\b(?:story|item|report|copy|dispatch)\\b"
                    + "|\\ba kill is mandatory\\b|\\bbitte\\b[^.]{0,60}\\bnicht (?:mehr )?verwenden\\b"
                    + "|\\b(?:story|item|report|dispatch)\\b[^.]{0,60}\\b(?:headlined|slugged|titled|numbered)\\b[^.]{0,200}\\b(?:is|are|has been|stands|should be considered) (?:hereby )?(?:withdrawn|killed)\\b"),
    /** dpa's HOLD HOLD HOLD; a hold for release is an embargo. */
    HOLD(
            "^" + Notice.ATTENTION + "HOLD(?! FOR)(?:\\s*[:\\-–—=]| HOLD\\b|\\s*$)",
            "(?i)\\bplease (?:hold|withhold) (?:the |this |our )?(?:item|story|report|copy)\\b|\\b(?-i:STORY WITHHELD)\\b"),
    /** Words to change in a story, not the changed story. */
    CORRECTION(
            "^(?:CORRECTION|CORRIGENDUM|CORRECTIVE|CORRECTS|ERRATUM)\\b|^(?i:corrective|correction)\\s*:",
            "(?i)\\b(?:please (?:read|correct|change|amend)|should (?:have )?read|is regretted)\\b"),
    ADVISORY(
            "\\b(?:SCHEDULE|ADVISORY|DAYBOOK|NEWS BUDGET|NEWSLIST|NEWS LIST|NEWS DIARY|COVERAGE PLAN|NOTE TO EDITORS|NOTE TO SUBSCRIBERS|ATTENTION EDITORS)\\b"
                    + "|^(?i:advisory|note to editors)\\s*[:\\-–—]|समाचार सूची",
            "(?!)");

    private static final String ATTENTION =
            "(?:(?:URGENT|ADVISORY|EDITORS?|EDS|ATTENTION|ATTN|NOTE|NOTICE|IANS|PTI|ANI|UNI|AFP|AP|REUTERS|DPA)[\\s:/!-]{1,3}){0,3}";
    private static final String CODE = "([A-Z]{1,5} ?\\d{2,6}|(?=[A-Z]{0,20}\\d)[A-Z0-9]{6,24})";
    private static final List<Pattern> TARGETS = List.of(
            Pattern.compile("(?m)^STORY[_ ](?:NUMBER|ID):\\s*(\\S{1,80})"),
            Pattern.compile("\\bitem ((?!(?:of|in|from|on|at|by|for)\\b)\\p{L}{2,5} \\d{3,4})\\b"),
            Pattern.compile("\\b(?:item|story|copy|message|report|dispatch|slug)(?: (?:number|no\\.?|id))?[: ]\\s*"
                    + CODE + "\\b"),
            Pattern.compile("\\b(?i:kill|withdraw|hold)(?: the)?(?: story| item| copy)? ([A-Z]{2,5} ?\\d{1,6})\\b"),
            Pattern.compile("\\b(?i:kill|withdraw|hold)\\b[^.\"“”\\n]{0,120}, ([A-Z]\\d{4})\\b"),
            Pattern.compile("[\"“]([^\"”]{10,200})[\"”]"),
            Pattern.compile("(?i)\\b(?:headlined|titled|slugged|story) ['‘](.{10,200}?)['’](?=[\\s.,;:)]|$)"),
            Pattern.compile("(?i)\\bheadlined ([^.\\n]{10,200}?)(?: sent| issued| moved| is | has |,|\\.|\\n)"));
    private static final Pattern AFTER_COLON = Pattern.compile("^[\\p{Lu} ]+[:\\-–—]\\s*(.{10,200})$");
    private static final int LONGEST_OPENING = 300;
    private static final int LONGEST_NOTICE = 5_000;

    private final Pattern title;
    private final Pattern prose;

    Notice(String title, String prose) {
        this.title = Pattern.compile(title);
        this.prose = Pattern.compile(prose);
    }

    /**
     * @param titles the lines above the text, the subject of a mail among them
     * @return none for a story
     */
    static Optional<Notice> in(List<String> titles, String text) {
        List<String> lines = titles.stream()
                .map(Notice::bounded)
                .filter(line -> !line.isEmpty())
                .toList();
        String opening = opening(text);
        if (lines.stream().anyMatch(KILL::heads) || KILL.prose.matcher(opening).find()) {
            return Optional.of(KILL);
        }
        if (lines.stream().anyMatch(HOLD::heads) || HOLD.prose.matcher(opening).find()) {
            return Optional.of(HOLD);
        }
        if (!lines.isEmpty() && lines.stream().allMatch(CORRECTION::heads)) {
            return Optional.of(CORRECTION);
        }
        return lines.stream().anyMatch(ADVISORY::heads) || isForbidden(text) ? Optional.of(ADVISORY) : Optional.empty();
    }

    /** Fills {@code draft} if the text is a notice; else leaves it alone. */
    static boolean take(List<String> titles, String text, Draft draft) {
        Optional<Notice> notice = in(titles, text);
        notice.ifPresent(found -> found.fill(titles, text, draft));
        return notice.isPresent();
    }

    void fill(List<String> titles, String text, Draft draft) {
        draft.type = "notice";
        draft.status = switch (this) {
            case KILL -> PubStatus.CANCELED;
            case CORRECTION -> PubStatus.USABLE;
            case HOLD, ADVISORY -> PubStatus.WITHHELD;
        };
        if (this == HOLD) {
            draft.signals.add("withhold");
        }
        // Its formula is English
        draft.language = draft.language.isEmpty() && text.codePoints().allMatch(c -> c < 0x250) ? "en" : draft.language;
        draft.headline = this == ADVISORY
                ? titles.stream().filter(title -> !title.isBlank()).findFirst().orElse("")
                : "";
        draft.refersTo = refersTo(titles, text);
        draft.edNotes.add(Stream.concat(titles.stream(), Stream.of(text))
                .map(Draft::plain)
                .filter(words -> !words.isEmpty())
                .distinct()
                .reduce((one, two) -> one + " | " + two)
                .orElse(""));
    }

    /** Whether a notice, from its first line, asks to hold a story back until further notice ("HOLD HOLD HOLD", "Please hold item ..."). */
    static boolean wantsHeld(String words) {
        String opening = opening(words);
        return HOLD.heads(opening) || HOLD.prose.matcher(opening).find();
    }

    /** Whether the text says what to change in a story, where its title says that something is. */
    static boolean wantsChanged(String text) {
        return CORRECTION
                .prose
                .matcher(text.substring(0, Math.min(text.length(), LONGEST_NOTICE)))
                .find();
    }

    private boolean heads(String line) {
        return title.matcher(line).find();
    }

    /** "Not for publication" at the top, unless it says until when. */
    private static boolean isForbidden(String text) {
        String opening = text.substring(0, Math.min(text.length(), LONGEST_OPENING));
        return opening.contains("NOT FOR PUBLICATION") && !opening.contains("BEFORE") && !opening.contains("UNTIL");
    }

    private static String opening(String text) {
        return Draft.plain(text.substring(0, Math.min(text.length(), LONGEST_OPENING)));
    }

    private static String bounded(String title) {
        return Draft.plain(title.substring(0, Math.min(title.length(), LONGEST_OPENING)));
    }

    private static String refersTo(List<String> titles, String text) {
        String words = text.substring(0, Math.min(text.length(), LONGEST_NOTICE));
        return TARGETS.stream()
                .flatMap(target -> first(target, words).stream())
                .findFirst()
                .or(() -> titles.stream()
                        .flatMap(title -> first(AFTER_COLON, bounded(title)).stream())
                        .findFirst())
                .orElse("");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(Draft.plain(found.group(1))) : Optional.empty();
    }
}
