package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text between ZCZC and NNNN, the teleprinter's start and end of message (ITU-T S.4), with a field a line on top. News Bites tags fields with two
 * letters and a hash; the desks of AAP give each a sign, which does not mean the same with Medianet, Pagemasters and the broadcast service.
 */
final class Zczc {

    private static final Pattern START = Pattern.compile("(?i)^\\s{0,20}ZCZC\\b[^\\r\\n]{0,100}(?:\\R|$)");
    private static final Pattern END = Pattern.compile("(?m)^NNNN\\s*$");
    private static final Pattern TAG = Pattern.compile("([A-Z]{2})#(.*)");
    private static final Pattern SIGN = Pattern.compile("([%#$:*~@&+=^])(.*)");
    private static final int MOST_FIELDS = 40;

    private final Draft draft = new Draft();
    private final Dialect dialect;

    private Zczc(Dialect dialect) {
        this.dialect = dialect;
    }

    static boolean recognises(String text) {
        return START.matcher(text).find();
    }

    static List<WireCopy> read(String text, Dialect dialect) {
        Matcher start = START.matcher(text);
        start.find();
        Matcher end = END.matcher(text);
        List<String> lines = text.substring(start.end(), end.find(start.end()) ? end.start() : text.length())
                .lines()
                .toList();
        Zczc zczc = new Zczc(dialect);
        if (lines.stream().limit(MOST_FIELDS).anyMatch(line -> line.startsWith("TX#"))) {
            zczc.tags(lines);
        } else {
            zczc.signs(lines);
        }
        return List.of(zczc.draft.done(dialect));
    }

    /** News Bites: a line of text is a paragraph. */
    private void tags(List<String> lines) {
        Map<String, String> fields = new LinkedHashMap<>();
        int text = 0;
        while (!lines.get(text).startsWith("TX#")) {
            Matcher tag = TAG.matcher(lines.get(text++));
            if (tag.matches()) {
                fields.put(tag.group(1), tag.group(2).strip());
            }
        }
        draft.guid = fields.getOrDefault("AN", "");
        draft.credit = fields.getOrDefault("KN", "");
        draft.byline = fields.getOrDefault("BY", "");
        draft.slugline = fields.getOrDefault("KY", "");
        draft.headline = fields.getOrDefault("TI", "");
        draft.firstCreated = Stamp.of(fields.getOrDefault("PD", ""), dialect.zone());
        List<String> words = new ArrayList<>(lines.subList(text, lines.size()));
        words.set(0, words.getFirst().substring("TX#".length()));
        words.stream().filter(line -> !line.isBlank()).forEach(this::paragraph);
    }

    private void signs(List<String> lines) {
        Map<Character, List<String>> fields = new LinkedHashMap<>();
        int text = 0;
        while (text < lines.size() && text < MOST_FIELDS) {
            Matcher sign = SIGN.matcher(lines.get(text));
            if (!sign.matches() && !lines.get(text).isBlank() || isBullet(lines.get(text))) {
                break;
            }
            if (sign.matches()) {
                fields.computeIfAbsent(sign.group(1).charAt(0), any -> new ArrayList<>())
                        .add(sign.group(2).strip());
            }
            text++;
        }
        Lines.paragraphs(String.join("\n", lines.subList(text, lines.size()))).forEach(this::paragraph);
        fields(fields);
        if (draft.headline.isEmpty()) {
            draft.headline =
                    lines.subList(text, lines.size()).stream().findFirst().orElse("");
        }
    }

    private static boolean isBullet(String line) {
        return line.startsWith("* ");
    }

    /** A category is one letter, so a longer {@code $} is the broadcast service's headline; {@code ^} is AAP's, {@code :} beside {@code #} Pagemasters'. */
    private void fields(Map<Character, List<String>> fields) {
        String dollar = last(fields, '$');
        boolean medianet = last(fields, '%').startsWith("MNET");
        draft.slugline = last(fields, '#');
        draft.takeKey = last(fields, '=');
        draft.headline = dollar.length() > 2 ? dollar : last(fields, '^');
        String colon = last(fields, ':');
        if (medianet) {
            draft.credit = colon;
            draft.signals.add(PressRelease.SIGNAL);
        } else if (draft.slugline.isEmpty()) {
            draft.slugline = colon;
        } else if (draft.headline.isEmpty()) {
            draft.headline = colon;
        }
    }

    private static String last(Map<Character, List<String>> fields, char sign) {
        return fields.getOrDefault(sign, List.of("")).getLast();
    }

    private void paragraph(String text) {
        String words = Draft.plain(text);
        if (!PlainText.isRule(words)) {
            Blocks.refuseMoreThanAnyStoryHas(draft.blocks.size() + 1);
            if (draft.dateline.isEmpty() && draft.blocks.size() < 3) {
                Dateline.of(words, dialect).ifPresent(found -> found.into(draft));
            }
            draft.blocks.add(Blocks.paragraph(words));
        }
    }
}
