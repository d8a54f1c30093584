package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * ANPA Bulletin 1312, high-speed wire service transmission: SYN SYN SOH, service letter and number, US; priority and category letter, DC1 for
 * text or DC2 for tables, keyword, version, date, words; STX, head lines that open with {@code ^} and end in {@code <} or {@code =}, paragraphs
 * that open with TAB, table lines that open with 0x08, ETX, stamp, EOT. Dialects: AP; Kyodo (no SYN, head without carets ending in {@code +},
 * paragraphs five blanks in).
 */
final class Anpa1312 {

    private static final Pattern START =
            Pattern.compile("^[\\x00\\x16\\x7f\\s]{0,200}\\x01([A-Za-z])(\\d{4})(\\w{0,10})\\x1f");
    /** Keyword of up to 24 characters without blanks, version (which story number of the day's), month-day, words. */
    private static final Pattern KEYWORD = Pattern.compile(
            "^([a-zA-Z]) ([a-zA-Z])[\\x13\\x14 ]{0,2}([\\x11\\x12])\\s{0,3}(\\S{1,40})(.{0,60}?)\\s{1,20}(\\d{1,2}-\\d{1,2})(?: (\\d{0,5}))?\\s*$",
            Pattern.MULTILINE);

    private static final Pattern TO_EDITORS =
            Pattern.compile("(?i)^\\(?(?:Eds|Editors?|EDITOR'S NOTE)\\b.*|^AP (?:Photo|Graphic|Video|Audio)s?\\b.*");
    private static final Pattern BYLINE = Pattern.compile("By \\p{Lu}.{1,120}");
    private static final Pattern AFFILIATION = Pattern.compile("(?i)(?:for )?(?:the )?(?:AP|Associated Press)\\b.*");
    private static final Pattern ROUTING = Pattern.compile("^\\*\\d{2,6}<\\s*\\^?");
    private static final Pattern TAKE =
            Pattern.compile("(?i)\\b(?:\\d{1,2}(?:st|nd|rd|th) ?(?:Ld|Lead|Add|Take)|Writethru|Correct)");
    private static final Pattern AGENCY_OF_STAMP = Pattern.compile("^([A-Z]{2,5})-WF-");

    private final Dialect dialect;
    private final Draft draft = new Draft();
    private final List<String> headings = new ArrayList<>();
    private final List<String> table = new ArrayList<>();

    private Anpa1312(Dialect dialect) {
        this.dialect = dialect;
    }

    static boolean recognises(String text) {
        return START.matcher(text).find();
    }

    static List<WireCopy> read(String text, Dialect dialect) {
        List<WireCopy> copies = new ArrayList<>();
        for (String message : text.split("(?<=\\x04)")) {
            if (recognises(message)) {
                WireReader.refuseMoreItemsThanAnyFileHas(copies.size() + 1L);
                copies.add(new Anpa1312(dialect).copy(message));
            }
        }
        return copies;
    }

    private WireCopy copy(String message) {
        Matcher start = START.matcher(message);
        start.find();
        draft.number = start.group(1) + start.group(2);
        int text = message.indexOf('\2');
        keyword(message.substring(start.end(), text < 0 ? message.length() : text));
        int etx = message.indexOf('\3', Math.max(text, 0));
        int end = etx < 0 ? message.length() : etx;
        stamp(etx < 0 ? "" : message.substring(etx + 1));
        List<String> lines =
                text < 0 ? List.of() : message.substring(text + 1, end).lines().toList();
        Blocks.refuseMoreThanAnyStoryHas(lines.size());
        boolean carets = lines.stream().limit(1).anyMatch(line -> line.startsWith("^"));
        if (carets) {
            caretLines(lines);
        } else {
            plusLines(lines);
        }
        draft.refersTo =
                TAKE.matcher(draft.takeKey).find() && draft.refersTo.isEmpty() ? draft.slugline : draft.refersTo;
        return draft.done(dialect);
    }

    private void keyword(String header) {
        Matcher keyword = KEYWORD.matcher(header.replace("\r", ""));
        if (keyword.find()) {
            draft.urgency = keyword.group(1);
            draft.slugline = keyword.group(4);
            draft.takeKey = Draft.plain(keyword.group(5));
            draft.type = keyword.group(2).equalsIgnoreCase("v") ? "notice" : draft.type;
        }
    }

    private void stamp(String trailer) {
        String words = Draft.plain(trailer.replaceAll("[<\\x04\\x0c]", " "));
        draft.versionCreated = Stamp.of(words, dialect.zone());
        draft.firstCreated = draft.versionCreated;
        Matcher agency = AGENCY_OF_STAMP.matcher(words);
        draft.credit = agency.find() ? agency.group(1) : "";
    }

    /** AP: the first line is the keyword in full, the second the headline. */
    private void caretLines(List<String> lines) {
        List<String> head = lines.stream()
                .takeWhile(line -> !line.startsWith("\t") && !line.startsWith("\b"))
                .filter(line -> line.startsWith("^"))
                .map(Anpa1312::headLine)
                .filter(line -> !line.isEmpty())
                .toList();
        if (Notice.take(head, String.join("\n", lines), draft)) {
            return;
        }
        boolean noParagraphs = lines.stream().noneMatch(line -> line.startsWith("\t") && !line.isBlank());
        List<String> rest = new ArrayList<>(head.stream().skip(2).toList());
        draft.headline = head.size() > 1 ? head.get(1) : "";
        rest.removeIf(this::isNoteOrByline);
        if (noParagraphs) {
            rest.forEach(this::paragraph);
            return;
        }
        draft.blocks.addAll(headings);
        lines.stream().dropWhile(line -> line.startsWith("^") || line.isBlank()).forEach(this::line);
        endTable();
    }

    /** What stands below the byline heads the first table. */
    private boolean isNoteOrByline(String line) {
        if (TO_EDITORS.matcher(line).matches()) {
            draft.edNotes.add(line);
            Embargo.in(line, draft.versionCreated, dialect).ifPresent(draft::holdUntil);
            return true;
        }
        if (draft.byline.isEmpty() && BYLINE.matcher(line).matches()) {
            draft.byline = line;
            return true;
        }
        if (!draft.byline.isEmpty() && !AFFILIATION.matcher(line).matches()) {
            headings.add("<h2>" + Entities.escape(line) + "</h2>");
        }
        return !draft.byline.isEmpty();
    }

    private void line(String line) {
        if (line.startsWith("\b")) {
            table.add(cells(line));
            return;
        }
        endTable();
        if (line.startsWith("\t")) {
            paragraph(withoutQuads(line.strip()));
        } else if (line.startsWith("^")) {
            draft.blocks.add("<h2>" + Entities.escape(headLine(line)) + "</h2>");
        }
    }

    /** Bulletin 1312's fixed blanks (0x1e, 0x1f) and AP's semicolon part columns, 0x10 is a band within one; AP's brace is one half. */
    private static String cells(String line) {
        return line.substring(1)
                .replace("\u0010", "")
                .replaceAll(" *[\\x1e\\x1f^;][\\x1e\\x1f^; ]*", "\t")
                .replace("{", "½")
                .stripTrailing();
    }

    private void endTable() {
        if (!table.isEmpty()) {
            Blocks.refuseMoreThanAnyStoryHas(draft.blocks.size() + 1);
            draft.blocks.add("<pre>" + Entities.escape(String.join("\n", table)) + "</pre>");
            table.clear();
        }
    }

    private void paragraph(String text) {
        String words = Draft.plain(text);
        if (words.isEmpty()) {
            return;
        }
        Blocks.refuseMoreThanAnyStoryHas(draft.blocks.size() + 1);
        if (draft.dateline.isEmpty() && draft.blocks.size() < 3) {
            Dateline.of(words, dialect).ifPresent(found -> found.into(draft));
        }
        draft.blocks.add(Blocks.paragraph(typeset(words)));
    }

    /** Teleprinters had neither quotation marks nor a dash; the dateline stays as it is printed. */
    private String typeset(String words) {
        int after = words.startsWith(draft.dateline) ? draft.dateline.length() : 0;
        String rest =
                words.substring(after).replace("``", "“").replace("''", "”").replace(" _ ", " — ");
        return words.substring(0, after) + rest;
    }

    private static String headLine(String line) {
        return Draft.plain(withoutQuads(ROUTING.matcher(line.replaceFirst("^\\^+", ""))
                        .replaceFirst("")
                        .strip())
                .replace("^", ""));
    }

    private static String withoutQuads(String line) {
        return PlainText.isRule(line) ? line : line.replaceFirst("\\s*[<=]$", "");
    }

    /** Kyodo: keyword, headline to the {@code +}, paragraphs. */
    private void plusLines(List<String> lines) {
        List<String> rest = lines.stream().skip(1).toList();
        int plus = 0;
        while (plus < rest.size() && plus < 8 && !rest.get(plus).strip().endsWith("+")) {
            plus++;
        }
        int head = plus < rest.size() && plus < 8 ? plus + 1 : Math.min(1, rest.size());
        draft.headline = String.join(" ", rest.subList(0, head)).strip().replaceFirst("\\+$", "");
        String words = String.join("\n", rest.subList(head, rest.size()));
        if (!Notice.take(List.of(Draft.plain(draft.headline)), words, draft)) {
            Lines.paragraphs(draft.withoutSignOff(words, dialect)).forEach(this::paragraph);
        }
    }
}
