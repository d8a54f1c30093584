package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain wire text, cut into paragraphs of lines. */
final class Lines {

    /** Deeper than this stands the second column of a list, not the first line of a paragraph. */
    private static final int DEEPEST_INDENT = 12;

    private static final Pattern INDENTED = Pattern.compile("(?: {3," + DEEPEST_INDENT + "}(?=\\S)|\\t).*");
    private static final Pattern BULLET = Pattern.compile("\\s*[*•·] .*");

    private Lines() {}

    /** Each paragraph on one line. */
    static List<String> paragraphs(String text) {
        return cut(text).stream().map(Lines::joined).toList();
    }

    static String joined(List<String> lines) {
        return lines.stream().map(String::strip).collect(Collectors.joining(" "));
    }

    /**
     * The paragraphs with their lines, no blank ones among them. A new one starts after a blank line, at a line three blanks in, and at a
     * bullet.
     */
    static List<List<String>> cut(String text) {
        List<List<String>> paragraphs = new ArrayList<>();
        boolean fresh = true;
        for (String line : text.replace('\u00a0', ' ').lines().toList()) {
            if (line.isBlank()) {
                fresh = true;
            } else {
                if (fresh || isFirst(line)) {
                    paragraphs.add(new ArrayList<>());
                }
                paragraphs.getLast().add(line.stripTrailing());
                fresh = false;
            }
        }
        return paragraphs;
    }

    private static boolean isFirst(String line) {
        return INDENTED.matcher(line).matches() || BULLET.matcher(line).matches();
    }
}
