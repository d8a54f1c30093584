package news.masthead.wire.format;

import java.util.List;
import org.jsoup.nodes.Element;

/** Reads any file of any agency. The format is told by what the file holds, never by its name or what the transport calls it. */
public final class WireReader {

    private static final int MOST_ITEMS = 1_000;
    private static final int LONGEST_TEXT = 1_000_000;

    private WireReader() {}

    /**
     * @param charset what the transport says of the bytes; empty for nothing
     * @return at least one item, in the file's order
     * @throws UnreadableWire if there is none that we can read; no other exception, whatever the bytes
     */
    public static List<WireCopy> read(byte[] bytes, String charset, Dialect dialect) {
        try {
            return copies(bytes, charset, dialect);
        } catch (RuntimeException | StackOverflowError problem) {
            throw unreadable(problem);
        }
    }

    /** What stopped a reader, as a sentence; what nobody foresaw is called by its name. */
    static UnreadableWire unreadable(Throwable problem) {
        return problem instanceof UnreadableWire known
                ? known
                : new UnreadableWire(
                        "It could not be read: " + problem.getClass().getSimpleName() + ".", problem);
    }

    /** The bytes as characters, for a person to look at; nothing is wrong with any bytes here. */
    public static String text(byte[] bytes, String charset) {
        return Characters.of(bytes, charset);
    }

    /** A file of more is no news; it would only keep us busy. */
    static void refuseMoreItemsThanAnyFileHas(long items) {
        if (items > MOST_ITEMS) {
            throw new UnreadableWire("The file holds more than " + MOST_ITEMS + " items.");
        }
    }

    /** A story is a few thousand words; a megabyte of text is something else. */
    static void refuseMoreTextThanAnyStoryHas(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new UnreadableWire("The text is longer than " + LONGEST_TEXT + " characters.");
        }
    }

    private static List<WireCopy> copies(byte[] bytes, String charset, Dialect dialect) {
        String text = Characters.of(bytes, charset, dialect.charset().orElse(Characters.WESTERN));
        String start = text.stripLeading();
        if (start.isEmpty()) {
            throw new UnreadableWire("The file is empty.");
        }
        if (start.startsWith("<")) {
            return ofXml(Xml.read(text), dialect);
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return JsonItems.read(Json.read(text), dialect);
        }
        return ofText(bytes, text, dialect);
    }

    /** Teleprinter formats fill with NUL and DEL, so they are looked for first. */
    private static List<WireCopy> ofText(byte[] bytes, String text, Dialect dialect) {
        if (Mail.recognises(text)) {
            return Mail.read(bytes, text, dialect);
        }
        refuseMoreTextThanAnyStoryHas(text);
        if (Iptc7901.recognises(text)) {
            return Iptc7901.read(text, dialect);
        }
        if (Anpa1312.recognises(text)) {
            return Anpa1312.read(text, dialect);
        }
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableWire("The file is neither text nor XML.");
        }
        if (Zczc.recognises(text)) {
            return Zczc.read(text, dialect);
        }
        if (PressRelease.recognises(text)) {
            return PressRelease.read(text, dialect);
        }
        return PlainText.read(text, dialect);
    }

    /** An XML format is known by its root. */
    private static List<WireCopy> ofXml(Element root, Dialect dialect) {
        return switch (root.normalName()) {
            case "newsmessage",
                    "newsitem",
                    "packageitem",
                    "conceptitem",
                    "planningitem",
                    "knowledgeitem",
                    "catalogitem" -> NewsmlG2.read(root, dialect);
            case "newsml" -> Newsml12.read(root, dialect);
            case "nitf" -> Nitf.read(root, dialect);
            case "rbnews", "arrayofrbnews" -> Ritzau.read(root, dialect);
            case "noticia", "noticias" -> EuropaPress.read(root, dialect);
            case "rss", "rdf" -> Rss.read(root, dialect);
            case "feed", "entry" -> Atom.read(root, dialect);
            default ->
                throw new UnreadableWire(
                        "The XML is in no form that we read: it starts with <" + root.tagName() + ">.");
        };
    }
}
