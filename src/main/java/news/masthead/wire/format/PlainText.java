package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Agency text as Indian and world agencies mail it: a headline, notes to editors, paragraphs that start with a dateline
 * ({@code Nashik, Aug 12 (IANS) ...}), and the desk's sign-off ({@code --IANS} and initials).
 */
final class PlainText {

    private static final Pattern NEXT_STORY = Pattern.compile("(?m)^[ \\t]*={5,}[ \\t]*$");
    private static final Pattern TAKE = Pattern.compile(
            "\\s*\\(((?:(?:First|Second|Third|Fourth|Fifth|\\d(?:st|nd|rd|th)|Intro) )?(?:Ld|Lead)|Lead-all|Correction|Update)\\)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_EDITORS =
            Pattern.compile("^\\(?\\s*(?:EDS|EDITORS?|EDITOR'S NOTE)\\s*:.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLUG =
            Pattern.compile("(?:[A-Z0-9&]+[ -])+[A-Z0-9&]+|[\\p{L}0-9]+(?:-[\\p{L}0-9]+){2,}");

    private static final int LONGEST_SLUG = 100;
    private static final int LONGEST_HEAD = 20;

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

    private WireCopy copy(String part) {
        draft.guid = envelope.id();
        draft.firstCreated = envelope.sent();
        draft.versionCreated = envelope.sent();
        draft.language = envelope.language();
        String text = withoutSignOff(part.stripTrailing());
        if (!Notice.take(text, envelope.subject(), draft)) {
            List<List<String>> paragraphs = Lines.cut(text);
            Blocks.refuseMoreThanAnyStoryHas(paragraphs.size());
            story(paragraphs);
        }
        return draft.done(dialect);
    }

    private String withoutSignOff(String text) {
        Matcher tail = dialect.signOff()
                .map(pattern -> pattern.matcher(new Patience(text)))
                .orElse(null);
        if (tail == null) {
            return text;
        }
        int from = Math.max(0, text.length() - Draft.LONGEST_SIGN_OFF);
        tail.region(from, text.length());
        while (tail.find()) {
            if (tail.end() == text.length()) {
                draft.signOff = tail.group();
                return text.substring(0, tail.start()).stripTrailing();
            }
        }
        return text;
    }

    private void story(List<List<String>> paragraphs) {
        int first = firstWithDateline(paragraphs);
        List<String> head = paragraphs.subList(0, first).stream()
                .flatMap(List::stream)
                .map(Draft::plain)
                .toList();
        head(head, first > 0 || !draft.dateline.isEmpty());
        paragraphs.subList(first, paragraphs.size()).stream()
                .map(lines -> Draft.plain(String.join(" ", lines)))
                .filter(words -> !words.equals(draft.dateline) && !words.matches("[_*=-]*"))
                .forEach(words -> draft.blocks.add(Blocks.paragraph(words)));
    }

    /** The paragraph that the dateline opens; without any, the first one after a headline that repeats the subject. */
    private int firstWithDateline(List<List<String>> paragraphs) {
        Pattern signed = Dateline.signedBy(dialect);
        for (int i = 0; i < Math.min(paragraphs.size(), LONGEST_HEAD); i++) {
            Dateline.of(String.join(" ", paragraphs.get(i)), signed).ifPresent(found -> found.into(draft));
            if (!draft.dateline.isEmpty()) {
                return i;
            }
        }
        boolean repeated = !paragraphs.isEmpty()
                && Draft.plain(String.join(" ", paragraphs.getFirst())).equals(Draft.plain(envelope.subject()));
        return repeated ? 1 : 0;
    }

    private void head(List<String> lines, boolean agencyText) {
        String subject = Draft.plain(envelope.subject());
        List<String> titles = new ArrayList<>();
        for (String line : lines) {
            if (TO_EDITORS.matcher(line).matches()) {
                draft.edNotes.add(line);
                draft.embargo = Embargo.in(line, envelope.sent(), dialect).orElse(draft.embargo);
            } else if (agencyText && isSlug(line)) {
                draft.slugline = line;
            } else {
                titles.add(line);
            }
        }
        String slug = subject.replaceFirst("^EMBARGOED: *", "");
        if (agencyText && isSlug(slug)) {
            draft.slugline = slug;
        }
        String title = titles.isEmpty() ? (draft.slugline.equals(slug) ? "" : subject) : titles.getLast();
        headline(title.replaceFirst("^\\d\\) *", ""));
        if (!draft.embargo.isGiven() && subject.startsWith("EMBARGO")) {
            draft.embargo = new WireTime(subject, null);
        }
    }

    private static boolean isSlug(String line) {
        return line.length() <= LONGEST_SLUG && SLUG.matcher(line).matches();
    }

    private void headline(String title) {
        Matcher take = TAKE.matcher(title);
        draft.takeKey = take.find() ? take.group(1) : "";
        draft.headline = draft.takeKey.isEmpty() ? title : title.substring(0, take.start());
    }
}
