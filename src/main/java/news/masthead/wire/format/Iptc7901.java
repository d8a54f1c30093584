package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * IPTC Recommendation 7901, revision 5: SOH, message identification (service, daily number, priority, category, word count, optional
 * information), keyword line, STX, text, ETX, end stamp, EOT. Dialects: dpa (notebook below the text), ATS (DEL fill), APTN (lines as in ANPA
 * 1312), Belga's copies, from which the control characters have gone.
 *
 * @see <a href="https://iptc.org/standards/iptc-7901/">IPTC 7901</a>
 */
final class Iptc7901 {

    /** Service of up to five letters, daily number, priority 1-9, category, number of words, what the agency likes. */
    private static final String IDENTIFICATION =
            "([A-Za-z]{1,5})(\\d{3,4}) ([1-9]) ([a-zA-Z]{1,3}) {1,3}(\\d{1,6})(?: +([^\\r\\n\\x02]{0,100}))?";

    private static final Pattern START = Pattern.compile("^[\\x00\\x16\\x7f\\s]{0,200}(\\x01?)" + IDENTIFICATION);
    private static final Pattern FILL = Pattern.compile("[\\x00\\x7f\\x16\\r]");
    private static final Pattern NEXT_MESSAGE = Pattern.compile("(?<=\\x04)(?=[^\\x01]{0,200}\\x01)");
    private static final Pattern OWN_NUMBER = Pattern.compile("\\p{L}{2,6} \\d{3,4}$");
    /** dpa: all below is for the desk. */
    private static final Pattern NOTEBOOK = Pattern.compile(
            "(?im)^[# ]{0,4}(?:\\p{L}{2,5}[- ])?(?:notebook|notizblock|notizbuch)\\s*$|^\\* \\* \\* \\*\\s*$"
                    + "|^.{0,20}(?:following information is not (?:intended )?for publication"
                    + "|(?:folgenden|nachfolgenden) informationen sind nicht zur ver[öo]ffentlichung).{0,20}$");

    private static final Pattern BYLINE = Pattern.compile("(?:By|Von|Par|Por|Door) \\p{Lu}.{2,80}");
    private static final Pattern PLANNING = Pattern.compile(
            "(?i)\\b(?:termin|tages|themen|wochen)?vorschau\\b|\\badvisor(?:y|ies)\\b|\\bpr[ée]visions\\b");
    private static final Pattern END_STAMP = Pattern.compile("(?m)^\\d{6} (?:[A-Z]{3,4} )?\\p{L}{3,4} \\d{2}\\s*\\z");
    private static final int LONGEST_HEAD = 12;
    private static final int LONGEST_LINE = 300;

    private final Dialect dialect;
    private final Draft draft = new Draft();

    private Iptc7901(Dialect dialect) {
        this.dialect = dialect;
    }

    static boolean recognises(String text) {
        return START.matcher(text).find();
    }

    static List<WireCopy> read(String text, Dialect dialect) {
        List<WireCopy> copies = new ArrayList<>();
        for (String message : NEXT_MESSAGE.split(text)) {
            if (recognises(message)) {
                WireReader.refuseMoreItemsThanAnyFileHas(copies.size() + 1L);
                copies.add(new Iptc7901(dialect).copy(message));
            }
        }
        return copies;
    }

    private WireCopy copy(String message) {
        Matcher start = START.matcher(message);
        start.find();
        draft.urgency = start.group(4);
        draft.number = number(start);
        String rest = FILL.matcher(message.substring(start.end())).replaceAll("");
        int text = rest.indexOf('\2');
        int end = end(rest);
        draft.versionCreated = Stamp.of(rest.substring(end).replaceAll("[\\x03\\x04]", " "), dialect.zone());
        draft.firstCreated = draft.versionCreated;
        draft.slugline = text < 0 ? firstLine(rest) : Draft.plain(rest.substring(0, Math.min(text, LONGEST_LINE)));
        text(text < 0 ? afterFirstLine(rest, end) : rest.substring(text + 1, Math.max(end, text + 1)));
        return draft.done(dialect);
    }

    /** The agency's own count where it prints one behind the words, as {@code dpa 0188}; its editors mean that. */
    private static String number(Matcher start) {
        String more = start.group(7) == null ? "" : Draft.plain(start.group(7));
        Matcher own = OWN_NUMBER.matcher(more);
        return own.find() ? own.group() : start.group(2) + start.group(3);
    }

    private static int end(String rest) {
        int etx = rest.indexOf('\3');
        int eot = rest.indexOf('\4');
        Matcher stamp = END_STAMP.matcher(rest);
        int last = etx >= 0 ? etx : eot >= 0 ? eot : rest.length();
        return etx < 0 && stamp.find() ? stamp.start() : last;
    }

    private static String firstLine(String rest) {
        return rest.lines()
                .map(Draft::plain)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Where STX has gone, the line after the keywords opens the text. */
    private static String afterFirstLine(String rest, int end) {
        String lines = rest.substring(0, end).stripLeading();
        int next = lines.indexOf('\n');
        return next < 0 ? "" : lines.substring(next + 1);
    }

    private void text(String text) {
        List<String> lines = text.stripLeading().lines().toList();
        int body = headLines(lines);
        List<String> head = lines.subList(0, body).stream()
                .map(Iptc7901::headLine)
                .filter(line -> !line.isEmpty())
                .toList();
        head(head, text.stripLeading().startsWith("^"));
        String words = lines.subList(body, lines.size()).stream().collect(Collectors.joining("\n"));
        if (!Notice.take(head, words, draft)) {
            body(words);
        }
    }

    /** The head ends with the last line of the first block that ends in {@code =}, or is the first block's lines in caret and less-than. */
    private static int headLines(List<String> lines) {
        int end = 0;
        for (int i = 0; i < Math.min(lines.size(), LONGEST_HEAD); i++) {
            String line = lines.get(i).strip();
            boolean isHead = line.endsWith("=") || (line.startsWith("^") && line.endsWith("<"));
            if (isHead) {
                end = i + 1;
            } else if (line.isEmpty() && end > 0 && !nextIsCaret(lines, i)) {
                break;
            }
        }
        return end == 0 ? Math.min(1, lines.size()) : end;
    }

    private static boolean nextIsCaret(List<String> lines, int blank) {
        return blank + 1 < lines.size() && lines.get(blank + 1).startsWith("^");
    }

    private static String headLine(String line) {
        return Draft.plain(line.replaceFirst("^\\^", "").replaceFirst("\\s*[=<]\\s*$", ""));
    }

    /** LEAD, REFILE, CORR, EXTRA or the keywords again; then the headline; then, with some, the byline. APTN's first line is its headline. */
    private void head(List<String> head, boolean carets) {
        List<String> titles = new ArrayList<>(head);
        if (titles.size() > 1 && BYLINE.matcher(titles.getLast()).matches()) {
            draft.byline = titles.removeLast();
        }
        if (titles.isEmpty()) {
            return;
        }
        draft.headline = carets ? titles.removeFirst() : titles.removeLast();
        if (!carets) {
            draft.takeKey = String.join(" / ", titles);
            titles.forEach(this::signal);
        }
        titles.stream()
                .flatMap(title -> Embargo.in(title, draft.versionCreated, dialect).stream())
                .forEach(draft::holdUntil);
        boolean planning = PLANNING.matcher(draft.takeKey).find()
                || PLANNING.matcher(draft.headline).find();
        draft.type = planning ? "notice" : draft.type;
    }

    private void signal(String line) {
        if (line.matches("(?i)(?:corr|correction|korr|korrektur|refile|berichtigung|rectif\\w*)\\b.*")) {
            draft.signals.add("sig:correction");
        }
    }

    private void body(String words) {
        Matcher notebook = NOTEBOOK.matcher(words);
        boolean noted = notebook.find();
        if (noted) {
            draft.edNotes.add(words.substring(notebook.start()));
            Embargo.in(words.substring(notebook.start()), draft.versionCreated, dialect)
                    .ifPresent(draft::holdUntil);
        }
        // APTN indents with the tab line indicator of ANPA 1312, 0x08
        String readers =
                (noted ? words.substring(0, notebook.start()) : draft.withoutSignOff(words, dialect)).replace("\b", "");
        List<List<String>> paragraphs = Lines.cut(readers);
        Blocks.refuseMoreThanAnyStoryHas(paragraphs.size());
        for (List<String> lines : paragraphs) {
            paragraph(Draft.plain(Lines.joined(lines)));
        }
    }

    private void paragraph(String words) {
        if (PlainText.isForEditors(words)) {
            draft.edNotes.add(words);
            Embargo.in(words, draft.versionCreated, dialect).ifPresent(draft::holdUntil);
        } else if (!PlainText.isRule(words)) {
            if (draft.dateline.isEmpty()) {
                Dateline.of(words, dialect).ifPresent(found -> found.into(draft));
            }
            draft.blocks.add(Blocks.paragraph(words));
        }
    }
}
