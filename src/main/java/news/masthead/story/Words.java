package news.masthead.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The words of a story, cut where the wall stands.
 *
 * @param opening safe HTML in front of it
 * @param rest safe HTML behind it
 */
public record Words(String opening, String rest) {

    private static final Set<String> BLOCKS =
            Set.of("p", "h2", "h3", "h4", "ul", "ol", "blockquote", "pre", "table", "figure");

    /** After so many paragraphs, free stories too: a policy may put a wall there later. */
    public static Words cut(List<String> blocks, int freeParagraphs) {
        int wall = after(freeParagraphs, blocks);
        return new Words(
                String.join("\n", blocks.subList(0, wall)), String.join("\n", blocks.subList(wall, blocks.size())));
    }

    /** The blocks of HTML in the form that {@link SafeHtml} leaves; words outside of any element are a paragraph. */
    public static List<String> blocks(String html) {
        List<String> blocks = new ArrayList<>();
        StringBuilder loose = new StringBuilder();
        for (Node node : Jsoup.parseBodyFragment(SafeHtml.of(html)).body().childNodes()) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                flush(loose, blocks);
                blocks.add(element.outerHtml());
            } else {
                loose.append(node.outerHtml());
            }
        }
        flush(loose, blocks);
        return blocks;
    }

    /** How many paragraphs {@code html} has at its top. */
    public static int paragraphs(String html) {
        return (int) blocks(html).stream().filter(Words::isParagraph).count();
    }

    private static int after(int paragraphs, List<String> blocks) {
        int met = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (isParagraph(blocks.get(i)) && ++met > paragraphs) {
                return i;
            }
        }
        return blocks.size();
    }

    private static void flush(StringBuilder loose, List<String> blocks) {
        for (String words : loose.toString().split("\\R\\s*\\R")) {
            if (!words.isBlank()) {
                blocks.add("<p>" + words.strip() + "</p>");
            }
        }
        loose.setLength(0);
    }

    private static boolean isParagraph(String block) {
        return block.startsWith("<p>");
    }
}
