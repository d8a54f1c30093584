package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.story.SafeHtml;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Cuts marked-up words, in whatever dialect of HTML or NITF, into safe HTML blocks. The text of a block is all the text within. */
final class Blocks {

    private static final Set<String> DROPPED = names(
            "script style head title header footer nav media figure figcaption img object iframe video audio form "
                    + "input button caption bild byline rubrik dat body.head body.end");
    private static final Set<String> PARAGRAPHS = Set.of("p", "citat", "lead");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "mellis");
    private static final Set<String> WHOLE = Set.of("ul", "ol", "dl", "table", "blockquote", "bq", "pre", "nitf-table");
    private static final Set<String> CONTAINERS =
            names("html body div section article main aside center nitf body.content block text ingress brodtext "
                    + "inlinexml inlinedata details note");

    private static final Pattern INDENTED_LINE = Pattern.compile("\\R {3,}");
    private static final Pattern RULE = Pattern.compile("<p>[\\s\\u00a0_*=-]*</p>");
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\R\\s*\\R|\\R {3,}|<br>\\s*<br>");
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][A-Za-z0-9.]{0,19}(?:\\s[^<>]{0,500})?/?>");
    private static final Pattern EMPTY = Pattern.compile("[\\s\\u00a0]*");

    private static final int MOST = 5_000;

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder loose = new StringBuilder();
    private boolean looseWords;

    /** What has blocks somewhere within: such a paragraph, or unknown element, is only their container. */
    private final Set<Element> holders = new HashSet<>();

    private final Loose words;

    /** What becomes of words that stand in no element of their own. */
    private enum Loose {
        /** Cut where a line is blank or stands in, as wires that know no markup are. */
        LINES,
        /** In HTML white space means nothing: one paragraph. */
        RUN,
        /** Beside paragraphs they are none, but a block without an element. */
        BARE
    }

    private Blocks(Element root, Loose words) {
        this.words = words;
        root.stream().filter(Blocks::isBlock).forEach(this::marksItsParents);
    }

    private static Set<String> names(String names) {
        return Set.of(names.split(" "));
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
        return cut(root, hasParagraphs(root) ? Loose.BARE : Loose.LINES);
    }

    /** The same for HTML, where only elements make paragraphs. */
    static List<String> ofHtml(Element root) {
        return cut(root, hasParagraphs(root) ? Loose.BARE : Loose.RUN);
    }

    private static boolean hasParagraphs(Element root) {
        return root.select("p").stream()
                .anyMatch(paragraph -> !isEmpty(paragraph.text()) && paragraph.closest("table, figure") == null);
    }

    private static List<String> cut(Element root, Loose words) {
        Blocks cut = new Blocks(root, words);
        cut.children(root);
        cut.flush();
        boolean onlyHeadings = cut.blocks.stream().allMatch(block -> block.startsWith("<h2>"));
        return onlyHeadings ? ofText(root.text()) : cut.blocks;
    }

    /**
     * The blocks of what an element holds, whether that is markup, markup written as text (escaped, or in CDATA), or plain words.
     */
    static List<String> within(Element part) {
        Element story = story(part);
        if (story.childrenSize() > 0) {
            return of(story);
        }
        String data = story.wholeText();
        return MARKUP.matcher(data).find() ? of(story(Markup.html(data))) : ofText(data);
    }

    /** Where the story stands: dpa's main section, the content of NITF (but not of a note in its head), the body of HTML, or all. */
    static Element story(Element part) {
        return Stream.of("section.main", "body\\.content", "body")
                .flatMap(query -> part.select(query).stream()
                        .filter(found -> found.closest("note") == null)
                        .limit(1))
                .findFirst()
                .orElse(part);
    }

    /** The blocks of plain text: a paragraph ends where the next line stands three blanks in, else at a blank line. */
    static List<String> ofText(String text) {
        List<String> paragraphs = Lines.paragraphs(text);
        refuseMoreThanAnyStoryHas(paragraphs.size());
        return paragraphs.stream()
                .filter(words -> !isEmpty(words))
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

    /** Whether a block is a line of dashes or the like. */
    static boolean isRule(String block) {
        return RULE.matcher(block.replace("&#61;", "=")).matches();
    }

    private static boolean isEmpty(String words) {
        return EMPTY.matcher(words.replace("<br>", "")).matches();
    }

    private void children(Element parent) {
        parent.childNodes().forEach(this::node);
    }

    private void node(Node node) {
        if (node instanceof TextNode text) {
            loose.append(Entities.escape(text.getWholeText()));
            looseWords |= !isEmpty(text.getWholeText());
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        if (DROPPED.contains(name) || isHidden(element)) {
            return;
        }
        if (isCrosshead(element)) {
            flush();
            add("<h3>" + inside(element).strip() + "</h3>", element);
        } else if (CONTAINERS.contains(name) || (holders.contains(element) && !WHOLE.contains(name))) {
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
            looseWords |= !isEmpty(element.text());
        }
    }

    /** A paragraph of nothing but a heading, as STT and others set the headings between paragraphs. */
    private static boolean isCrosshead(Element element) {
        return PARAGRAPHS.contains(element.normalName())
                && element.childrenSize() > 0
                && isEmpty(element.ownText())
                && element.children().stream().allMatch(child -> HEADINGS.contains(child.normalName()));
    }

    private static boolean isBlock(Element element) {
        String name = element.normalName();
        return PARAGRAPHS.contains(name) || WHOLE.contains(name) || HEADINGS.contains(name);
    }

    /** Hidden by its style, or a note that is no "publishable advisory" (NITF 3.6, note: type npa). */
    private static boolean isHidden(Element element) {
        if (element.normalName().equals("note")) {
            return element.attr("type").equals("npa")
                    || element.attr("noteclass").equals("editorsnote");
        }
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return element.hasAttr("hidden") || style.contains("display:none") || style.contains("visibility:hidden");
    }

    private void add(String html, Element element) {
        if (!isEmpty(element.text())) {
            keep(html);
        }
    }

    private void keep(String html) {
        refuseMoreThanAnyStoryHas(blocks.size() + 1);
        blocks.add(SafeHtml.of(html));
    }

    private void flush() {
        String run = loose.toString();
        boolean said = looseWords;
        loose.setLength(0);
        looseWords = false;
        if (!said) {
            return;
        }
        switch (words) {
            case LINES ->
                PARAGRAPH_END
                        .splitAsStream(run)
                        .filter(part -> !isEmpty(part))
                        .forEach(part -> keep("<p>" + part.strip() + "</p>"));
            case RUN -> keep("<p>" + run.strip() + "</p>");
            case BARE -> keep(run.strip());
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
