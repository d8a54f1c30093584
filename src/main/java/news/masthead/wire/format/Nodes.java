package news.masthead.wire.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Ways through a tree of {@link Xml}, by local names of any case. What is not there is an element without words, never null. */
final class Nodes {

    private Nodes() {}

    /** The children of any of the names. */
    static List<Element> children(Element parent, String... names) {
        return parent.children().stream()
                .filter(child -> Arrays.stream(names).anyMatch(name -> name.equalsIgnoreCase(child.normalName())))
                .toList();
    }

    /** The elements at the end of a path of names, one for each generation, in the order they stand in. */
    static List<Element> all(Element from, String... path) {
        Stream<Element> reached = Stream.of(from);
        for (String name : path) {
            reached = reached.flatMap(element -> children(element, name).stream());
        }
        return reached.toList();
    }

    /** The first element at the end of a path. */
    static Element first(Element from, String... path) {
        return orNothing(all(from, path).stream());
    }

    /** Every element of a name, however deep. */
    static Stream<Element> everywhere(Element from, String name) {
        return from.stream().filter(element -> name.equalsIgnoreCase(element.normalName()));
    }

    /** The first element of a name, however deep. */
    static Element anywhere(Element from, String name) {
        return orNothing(everywhere(from, name));
    }

    static Element orNothing(Stream<Element> elements) {
        return elements.findFirst().orElseGet(() -> new Element("none"));
    }

    /** All words within, as they stand. */
    static String text(Element element) {
        return element.wholeText();
    }

    /** The words of several elements that have any, one line each. */
    static List<String> texts(List<Element> elements) {
        return elements.stream()
                .map(Nodes::text)
                .map(Draft::plain)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** The words of every part, with a blank between parts: agencies glue {@code <person>} and {@code <byttl>} together. */
    static String spaced(Element element) {
        return Draft.plain(element.nodeStream(TextNode.class)
                .map(TextNode::getWholeText)
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    /** The first of the values that says anything; else empty. */
    static String firstOf(String... values) {
        return Arrays.stream(values)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }
}
