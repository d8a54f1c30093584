package news.masthead.wire.format;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * Reads XML from strangers into a tree of local names, blind to prefixes; who must know an element's namespace may ask. No document type, no
 * entity and no address in it is ever followed. Nothing deeper than {@value #DEEPEST} elements is taken, so that what walks the tree may
 * recurse, nor more elements than news needs, so that every walk ends soon.
 */
final class Xml {

    static final int DEEPEST = 200;

    /** A thousand items of a hundred elements each, which is as much as any file holds. */
    private static final int MOST = 100_000;

    private static final String NAMESPACE = "namespace";
    private static final XMLInputFactory FACTORY = hardened();

    private Xml() {}

    /**
     * @throws UnreadableWire if it is not well-formed, too deep, or needs a document type's entities
     */
    static Element read(String text) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text.strip()));
            try {
                return tree(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException broken) {
            throw broken instanceof UnreadableWire unreadable ? unreadable : unreadable(broken);
        }
    }

    private static Element tree(XMLStreamReader reader) throws XMLStreamException {
        Element top = new Document("");
        Element here = top;
        int depth = 0;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    refuse(++depth > DEEPEST, "The XML is nested deeper than " + DEEPEST + " elements.");
                    refuse(++elements > MOST, "The XML holds more than " + MOST + " elements.");
                    Element element = element(reader);
                    here.appendChild(element);
                    here = element;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    here = here.parent();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    here.appendChild(new TextNode(reader.getText()));
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    here.appendChild(new TextNode(character(reader.getLocalName())));
                default -> {
                    // Comments, instructions and the document type say nothing
                }
            }
        }
        return top.firstElementChild();
    }

    private static void refuse(boolean tooMuch, String sentence) {
        if (tooMuch) {
            throw new UnreadableWire(sentence);
        }
    }

    private static Element element(XMLStreamReader reader) {
        Attributes attributes = new Attributes();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = "xml".equals(reader.getAttributePrefix(i)) ? "xml:" : "";
            attributes.put(prefix + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        Tag tag = Tag.valueOf(reader.getLocalName(), Parser.NamespaceXml, ParseSettings.preserveCase);
        if (reader.getNamespaceURI() != null) {
            attributes.userData(NAMESPACE, reader.getNamespaceURI());
        }
        return new Element(tag, "", attributes);
    }

    /** The namespace that the file gives the element; empty for none. */
    static String namespace(Element element) {
        return element.attributes().userData(NAMESPACE) instanceof String uri ? uri : "";
    }

    /** HTML's named characters are taken without the document type that would declare them; agencies use them so. */
    private static String character(String entity) {
        String character = Parser.unescapeEntities("&" + entity + ";", true);
        if (character.startsWith("&")) {
            throw new UnreadableWire("The XML uses the entity &" + entity + "; which we do not follow.");
        }
        return character;
    }

    private static UnreadableWire unreadable(Exception broken) {
        String[] lines = String.valueOf(broken.getMessage()).split("\\R");
        return new UnreadableWire("The XML is not well-formed: " + lines[lines.length - 1].strip(), broken);
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(
                "jdk.xml.maxElementDepth", "0"); // Newer JDKs stop at 100 with a code for a message; the limit is ours
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("Nothing outside the file is read.");
        });
        return factory;
    }
}
