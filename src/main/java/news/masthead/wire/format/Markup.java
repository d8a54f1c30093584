package news.masthead.wire.format;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The words of a field that another format carries: HTML, a whole NITF document, or plain text, told by what it holds. */
final class Markup {

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/?][^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?:[a-zA-Z]{2,8}|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});");
    private static final Pattern PARAGRAPH = Pattern.compile("<p[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML = Pattern.compile("^\\s*<(?:\\?xml\\b|nitf\\b|!DOCTYPE nitf\\b)");

    private static final int DEEPEST = 60;
    private static final int MOST_TAGS = 50_000;

    private Markup() {}

    static boolean hasTags(String words) {
        return TAG.matcher(words).find();
    }

    /** Safe blocks. Words with neither tag nor entity are plain text, where a blank line ends a paragraph. */
    static List<String> blocks(String words) {
        if (hasTags(words)) {
            return blocksOfHtml(words);
        }
        return Blocks.ofText(ENTITY.matcher(words).find() ? html(words).wholeText() : words);
    }

    /** Safe blocks of what its format says is HTML, with or without a tag in it. */
    static List<String> blocksOfHtml(String words) {
        if (words.isBlank()) {
            return List.of();
        }
        return XML.matcher(words).find() ? document(words) : Blocks.ofHtml(Blocks.story(html(words)));
    }

    /** HTML as WordPress keeps it: where it marks no paragraph, a blank line ends one. */
    static List<String> blocksByLine(String html) {
        return PARAGRAPH.matcher(html).find() ? blocks(html) : Blocks.of(html(html));
    }

    /** The text of a line that may hold markup, as titles in feeds do. */
    static String line(String words) {
        return hasTags(words) || ENTITY.matcher(words).find() ? html(words).text() : words;
    }

    /**
     * What a browser would make of it; what is nested deeper than any text is laid side by side.
     *
     * @throws UnreadableWire if it has more tags than any story; to put right what nobody closed takes long
     */
    static Element html(String words) {
        if (words.chars().filter(character -> character == '<').count() > MOST_TAGS) {
            throw new UnreadableWire("The HTML has more than " + MOST_TAGS + " tags.");
        }
        return Jsoup.parse(words, Parser.htmlParser().setMaxDepth(DEEPEST)).body();
    }

    /** An XML document in a field of another format; one that is not well-formed is read as a browser would, so that the item is not lost. */
    private static List<String> document(String words) {
        Element root;
        try {
            root = Xml.read(words);
        } catch (UnreadableWire broken) {
            return Blocks.ofHtml(Blocks.story(html(words)));
        }
        return Blocks.within(root);
    }
}
