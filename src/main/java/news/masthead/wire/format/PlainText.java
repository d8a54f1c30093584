package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Agency text as Indian and world agencies mail it: a headline, notes to editors, paragraphs that start with a dateline
 * ({@code Nashik, Aug 12 (IANS) ...}), and the desk's sign-off ({@code --IANS} and initials).
 */
final class PlainText {

    private static final Pattern NEXT_STORY = Pattern.compile("(?m)^[ \\t]*(?:={5,}|\\*{5,}|#{5,})[ \\t]*$");
    /** PTI's, in the slug. */
    private static final Pattern TAKE_IN_SLUG =
            Pattern.compile("^(?:(\\d{1,2}(?:ST|ND|RD|TH)|SECOND|THIRD) )?(?:LD|LEAD|ADD)[ /-]");

    private static final Pattern TO_EDITORS = Pattern.compile(
            "^[(\\[]?\\s*(?:EDS|EDITORS?|EDITORS?'S? NOTE|NOTE TO EDITORS)\\b\\s*[:.,–—-].*"
                    + "|^\\((?:Adds|Updates|Recasts|Refiles|Repeats|Rewrites|Releads|Corrects|Changes|Removes|Inserts|Fixes|Writes through|With inputs)\\b[^()]{0,400}\\)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HELD = Pattern.compile(
            "^[(\\[*]*\\s*(?:STRICTLY )?(?:EMBARGO(?:ED)?\\b|(?i:embargo(?:ed)?(?: until| till| to| for)?\\s*:|embargoed (?:until|till)\\b)|(?i:hold for release)"
                    + "|NOT (?:FOR|TO BE) \\p{Lu}|(?i:for release (?:at|on|after)) |(?i:sperrfrist)|[एइ](?:म्|ं)बार्गो|प्रकाशन के लिए नहीं).{0,300}");
    private static final Pattern HELD_SUBJECT = Pattern.compile(
            "^((?:EMBARGO(?:ED)?|(?i:sperrfrist|embargoed (?:until|till)))\\b(?:[^:]|:(?=\\d)){0,60}|(?i:embargo(?:ed)?)):(?!\\d) *");
    /** Capitals joined by hyphens, or three words and more that are: RBI-GOLD LOAN, India-environment-animal-tiger. */
    private static final Pattern SLUG =
            Pattern.compile("[A-Z0-9&]{1,30}(?:[ -][A-Z0-9&]{1,30}){0,8}|[\\p{L}0-9]{1,30}(?:-[\\p{L}0-9]{1,30}){2,8}");

    private static final Pattern BYLINE = Pattern.compile("(?:By|BY) \\p{Lu}[\\p{L}.' ,-]{2,100}");
    private static final Pattern BULLET = Pattern.compile("[*•] .*");
    private static final Pattern RULE = Pattern.compile("[\\s_*=#.-]*");
    private static final Pattern DEVANAGARI = Pattern.compile("\\p{IsDevanagari}");

    private static final int LONGEST_SLUG = 100;
    private static final int LONGEST_HEAD = 20;
    private static final int DEEPEST_DATELINE = 4;

    private final Envelope envelope;
    private final Dialect dialect;
    private final Draft draft = new Draft();

    private PlainText(Envelope envelope, Dialect dialect) {
        this.envelope = envelope;
        this.dialect = dialect;
    }

    /**
     * What the transport says of a text.
     *
     * @param id empty where the text came bare
     */
    record Envelope(String id, String subject, WireTime sent, String language) {

        static final Envelope NONE = new Envelope("", "", WireTime.NONE, "");

        Envelope ofStory(int number) {
            return number == 1 ? this : new Envelope(id.isEmpty() ? "" : id + "#" + number, subject, sent, language);
        }
    }

    /** Text without an envelope must at least carry the agency's dateline, or it could be anything. */
    static List<WireCopy> read(String text, Dialect dialect) {
        List<WireCopy> copies = read(text, Envelope.NONE, dialect);
        if (copies.stream()
                .anyMatch(copy -> copy.dateline().isEmpty() && copy.type().equals("text"))) {
            throw new UnreadableWire("The text carries no dateline of the agency, so it is not taken for a story.");
        }
        return copies;
    }

    static List<WireCopy> read(String text, Envelope envelope, Dialect dialect) {
        String[] parts = NEXT_STORY.split(text.replace("\r\n", "\n"));
        WireReader.refuseMoreItemsThanAnyFileHas(parts.length);
        List<WireCopy> copies = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                copies.add(new PlainText(envelope.ofStory(copies.size() + 1), dialect).copy(part));
            }
        }
        if (copies.isEmpty()) {
            throw new UnreadableWire("The text is empty.");
        }
        return copies;
    }

    /** Whether a paragraph is a note that no reader may see, wherever it stands. */
    static boolean isForEditors(String paragraph) {
        return TO_EDITORS.matcher(paragraph).matches()
                || HELD.matcher(paragraph).matches();
    }

    static boolean isRule(String paragraph) {
        return RULE.matcher(paragraph).matches();
    }

    private WireCopy copy(String part) {
        draft.guid = envelope.id();
        draft.firstCreated = envelope.sent();
        draft.versionCreated = envelope.sent();
        draft.language = language(part);
        String text = draft.withoutSignOff(part, dialect);
        List<List<String>> paragraphs = Lines.cut(text);
        Blocks.refuseMoreThanAnyStoryHas(paragraphs.size());
        int first = firstWithDateline(paragraphs);
        List<String> titles = titles(paragraphs);
        Notice.in(titles, text)
                .filter(notice -> holdsAgainst(notice, text))
                .ifPresentOrElse(notice -> notice(notice, titles, text), () -> story(paragraphs, first));
        return draft.done(dialect);
    }

    private List<String> titles(List<List<String>> paragraphs) {
        return Stream.of(
                        envelope.subject(),
                        paragraphs.isEmpty() ? "" : paragraphs.getFirst().getFirst())
                .map(Draft::plain)
                .filter(title -> !title.isEmpty())
                .distinct()
                .toList();
    }

    /** A story with its dateline whose headline says correction is the corrected story, unless it asks for changes; an order to kill is an order wherever it stands. */
    private boolean holdsAgainst(Notice notice, String text) {
        return switch (notice) {
            case KILL, HOLD, ADVISORY -> true;
            case CORRECTION -> draft.dateline.isEmpty() || Notice.wantsChanged(text);
        };
    }

    private void notice(Notice notice, List<String> titles, String text) {
        draft.dateline = "";
        draft.location = "";
        draft.credit = "";
        draft.signOff = "";
        notice.fill(titles, text, draft);
    }

    private String language(String text) {
        boolean hindi = envelope.language().isEmpty()
                && DEVANAGARI.matcher(text).results().limit(400).count() * 3 > Math.min(text.length(), 600);
        return hindi ? "hi" : envelope.language();
    }

    private void story(List<List<String>> paragraphs, int first) {
        List<String> head = paragraphs.subList(0, first).stream()
                .flatMap(List::stream)
                .map(Draft::plain)
                .toList();
        head(head, first > 0 || !draft.dateline.isEmpty());
        paragraphs.subList(first, paragraphs.size()).stream()
                .map(lines -> Draft.plain(String.join(" ", lines)))
                .filter(words -> !words.equals(draft.dateline) && !isRule(words))
                .forEach(this::paragraph);
        if (PressRelease.isPaidFor(draft)) {
            draft.signals.add(PressRelease.SIGNAL);
        }
    }

    private void paragraph(String words) {
        if (isForEditors(words)) {
            note(words);
        } else {
            draft.blocks.add(Blocks.paragraph(words));
        }
    }

    private void note(String words) {
        draft.edNotes.add(words);
        Embargo.in(words, envelope.sent(), dialect).ifPresent(draft::holdUntil);
    }

    /** The paragraph that the dateline opens; without any, the first one after a headline that repeats the subject. */
    private int firstWithDateline(List<List<String>> paragraphs) {
        for (int i = 0; i < Math.min(paragraphs.size(), DEEPEST_DATELINE); i++) {
            Dateline.of(String.join(" ", paragraphs.get(i)), dialect).ifPresent(found -> found.into(draft));
            if (!draft.dateline.isEmpty()) {
                return i;
            }
        }
        boolean repeated = !paragraphs.isEmpty()
                && Draft.plain(String.join(" ", paragraphs.getFirst())).equals(Draft.plain(envelope.subject()));
        return repeated ? 1 : 0;
    }

    private void head(List<String> lines, boolean agencyText) {
        List<String> titles = new ArrayList<>();
        for (String line : lines.subList(0, Math.min(lines.size(), LONGEST_HEAD))) {
            if (isForEditors(line)) {
                note(line);
            } else if (agencyText && isSlug(line)) {
                draft.slugline = line;
            } else if (agencyText && BYLINE.matcher(line).matches()) {
                draft.byline = line;
            } else if (agencyText && BULLET.matcher(line).matches()) {
                draft.blocks.add(Blocks.paragraph(line));
            } else if (!isRule(line)) {
                titles.add(line);
            }
        }
        String subject = subject();
        boolean slug = agencyText && isSlug(subject);
        draft.slugline = slug ? subject : draft.slugline;
        // A long headline is broken where it also is the subject, which is not
        boolean repeated = titles.isEmpty()
                || (!subject.isEmpty() && String.join(" ", titles).contains(subject));
        String title = repeated ? (slug ? "" : subject) : titles.getLast();
        Headline.of(title.replaceFirst("^\\d{1,2}[).] *", "")).into(draft);
        Matcher take = TAKE_IN_SLUG.matcher(draft.slugline);
        draft.takeKey =
                draft.takeKey.isEmpty() && take.find() ? take.group().replaceFirst("[ /-]$", "") : draft.takeKey;
    }

    /** Without the word that it is embargoed, which may be all that says so. */
    private String subject() {
        String subject = Draft.plain(envelope.subject());
        Matcher held = HELD_SUBJECT.matcher(subject);
        if (!held.find()) {
            if (subject.startsWith("EMBARGO")) {
                draft.holdUntil(Embargo.in(subject, envelope.sent(), dialect).orElse(new WireTime(subject, null)));
            }
            return subject;
        }
        draft.holdUntil(Embargo.in(held.group(1), envelope.sent(), dialect).orElse(new WireTime(subject, null)));
        return subject.substring(held.end());
    }

    private static boolean isSlug(String line) {
        return line.length() <= LONGEST_SLUG
                && line.contains("-")
                && SLUG.matcher(line).matches();
    }
}
