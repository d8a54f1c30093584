package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Plain wire text, cut into paragraphs of lines. */
final class Lines {

    private Lines() {}

    /** Each paragraph on one line. */
    static List<String> paragraphs(String text) {
        return cut(text).stream()
                .map(lines -> lines.stream().map(String::strip).collect(Collectors.joining(" ")))
                .toList();
    }

    /** The paragraphs with their lines, no blank ones among them. A new one starts after a blank line and at a line three blanks in. */
    static List<List<String>> cut(String text) {
        List<List<String>> paragraphs = new ArrayList<>();
        boolean fresh = true;
        for (String line : text.replace('\u00a0', ' ').lines().toList()) {
            if (line.isBlank()) {
                fresh = true;
            } else {
                if (fresh || line.startsWith("   ") || line.startsWith("\t")) {
                    paragraphs.add(new ArrayList<>());
                }
                paragraphs.getLast().add(line.stripTrailing());
                fresh = false;
            }
        }
        return paragraphs;
    }
}
