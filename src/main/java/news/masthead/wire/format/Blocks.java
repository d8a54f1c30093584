package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.masthead.story.SafeHtml;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Cuts marked-up words, in whatever dialect of HTML or NITF, into safe HTML blocks. The text of a block is all the text within. */
final class Blocks {

    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "head",
            "title",
            "header",
            "footer",
            "nav",
            "media",
            "figure",
            "figcaption",
            "img",
            "object",
            "iframe",
            "video",
            "audio",
            "form",
            "input",
            "button",
            "caption",
            "bild",
            "byline",
            "rubrik",
            "dat",
            "note",
            "body.head",
            "body.end");
    private static final Set<String> PARAGRAPHS = Set.of("p", "citat", "lead");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "mellis");
    private static final Set<String> WHOLE = Set.of("ul", "ol", "dl", "table", "blockquote", "bq", "pre", "nitf-table");
    private static final Set<String> CONTAINERS = Set.of(
            "html",
            "body",
            "div",
            "section",
            "article",
            "main",
            "aside",
            "center",
            "nitf",
            "body.content",
            "block",
            "text",
            "ingress",
            "brodtext",
            "inlinexml",
            "inlinedata",
            "details");

    private static final Pattern INDENTED_LINE = Pattern.compile("\\R {3,}");
    private static final Pattern RULE = Pattern.compile("[\\s\\u00a0_*=-]*");

    private static final int MOST = 5_000;

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder loose = new StringBuilder();

    /** What has blocks somewhere within: such a paragraph, or unknown element, is only their container. */
    private final Set<Element> holders = new HashSet<>();

    private Blocks(Element root) {
        root.stream().filter(Blocks::isBlock).forEach(this::marksItsParents);
    }

    private void marksItsParents(Element block) {
        Element parent = block.parent();
        while (parent != null && holders.add(parent)) {
            parent = parent.parent();
        }
    }

    /** The blocks of everything below {@code root}. */
    static List<String> of(Element root) {
        Element only = root.select("p").size() == 1 ? root.selectFirst("p") : null;
        if (only != null && INDENTED_LINE.matcher(only.wholeText()).find()) {
            return ofText(only.wholeText());
        }
        Blocks cut = new Blocks(root);
        cut.children(root);
        cut.flush();
        boolean onlyHeadings = cut.blocks.stream().allMatch(block -> block.startsWith("<h2>"));
        return onlyHeadings ? ofText(root.text()) : cut.blocks;
    }

    /** The blocks of plain text: a paragraph ends where the next line stands three blanks in, else at a blank line. */
    static List<String> ofText(String text) {
        List<String> paragraphs = Lines.paragraphs(text);
        refuseMoreThanAnyStoryHas(paragraphs.size());
        return paragraphs.stream()
                .filter(words -> !isRule(words))
                .map(Blocks::paragraph)
                .toList();
    }

    /** One safe paragraph of plain text. */
    static String paragraph(String words) {
        return SafeHtml.of("<p>" + Entities.escape(Draft.plain(words)) + "</p>");
    }

    static void refuseMoreThanAnyStoryHas(int blocks) {
        if (blocks > MOST) {
            throw new UnreadableWire("The item has more than " + MOST + " paragraphs.");
        }
    }

    private static boolean isRule(String words) {
        return RULE.matcher(words).matches();
    }

    private void children(Element parent) {
        parent.childNodes().forEach(this::node);
    }

    private void node(Node node) {
        if (node instanceof TextNode text) {
            loose.append(Entities.escape(text.getWholeText()));
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        if (DROPPED.contains(name) || isHidden(element)) {
            return;
        }
        if (CONTAINERS.contains(name) || (holders.contains(element) && !WHOLE.contains(name))) {
            flush();
            children(element);
            flush();
        } else if (PARAGRAPHS.contains(name)) {
            flush();
            add("<p>" + inside(element) + "</p>", element);
        } else if (HEADINGS.contains(name)) {
            flush();
            add("<h2>" + inside(element) + "</h2>", element);
        } else if (WHOLE.contains(name)) {
            flush();
            add(whole(element), element);
        } else {
            loose.append(inline(element));
        }
    }

    private static boolean isBlock(Element element) {
        String name = element.normalName();
        return PARAGRAPHS.contains(name) || WHOLE.contains(name) || HEADINGS.contains(name);
    }

    private static boolean isHidden(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return element.hasAttr("hidden") || style.contains("display:none") || style.contains("visibility:hidden");
    }

    private void add(String html, Element element) {
        if (!isRule(element.text())) {
            keep(html);
        }
    }

    private void keep(String html) {
        refuseMoreThanAnyStoryHas(blocks.size() + 1);
        blocks.add(SafeHtml.of(html));
    }

    private void flush() {
        String words = loose.toString();
        loose.setLength(0);
        if (isRule(words)) {
            return;
        }
        for (String part : words.split("\\R\\s*\\R|\\R {3,}")) {
            if (!isRule(part)) {
                keep("<p>" + part.strip() + "</p>");
            }
        }
    }

    private static String whole(Element element) {
        return switch (element.normalName()) {
            case "pre" -> "<pre>" + Entities.escape(element.wholeText()) + "</pre>";
            case "bq" -> "<blockquote>" + inside(element) + "</blockquote>";
            default -> inline(element);
        };
    }

    private static String inside(Element element) {
        return element.childNodes().stream()
                .map(child -> switch (child) {
                    case TextNode text -> Entities.escape(text.getWholeText());
                    case Element inner -> inline(inner);
                    default -> "";
                })
                .collect(Collectors.joining());
    }

    private static String inline(Element element) {
        String name = element.normalName();
        if (DROPPED.contains(name) || isHidden(element)) {
            return "";
        }
        return switch (name) {
            case "br" -> "<br>";
            case "a" -> "<a href=\"" + Entities.escape(element.attr("href")) + "\">" + inside(element) + "</a>";
            case "b" -> "<strong>" + inside(element) + "</strong>";
            case "i" -> "<em>" + inside(element) + "</em>";
            case "em", "strong", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "blockquote" ->
                "<" + name + ">" + inside(element) + "</" + name + ">";
            default -> inside(element);
        };
    }
}
