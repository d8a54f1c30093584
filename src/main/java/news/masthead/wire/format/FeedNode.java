package news.masthead.wire.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * An element of a feed, which asks for its children by name and namespace: {@code content:encoded} is not {@code excerpt:encoded}, and
 * {@code media:title} no title. The feed format's own elements are those in the element's own namespace, whichever that is.
 */
record FeedNode(Element element) {

    /** Part of a module's namespace, as feeds write it in more than one way. */
    enum Module {
        DUBLIN_CORE("purl.org/dc/"),
        CONTENT("purl.org/rss/1.0/modules/content"),
        ITUNES("itunes.com/dtds/podcast"),
        ATOM("w3.org/2005/atom"),
        WORDPRESS("wordpress.org/export"),
        XHTML("w3.org/1999/xhtml");

        private final String uri;

        Module(String uri) {
            this.uri = uri;
        }

        private boolean has(Element element) {
            return Xml.namespace(element).toLowerCase(Locale.ROOT).contains(uri);
        }
    }

    /** The feed format's own children of these names, in the order of the names. */
    List<FeedNode> all(String... names) {
        String own = Xml.namespace(element);
        return Stream.of(names)
                .flatMap(
                        name -> named(name).filter(child -> Xml.namespace(child).equals(own)))
                .map(FeedNode::new)
                .toList();
    }

    /** A module's children of this name. */
    List<FeedNode> all(Module module, String name) {
        return named(name).filter(module::has).map(FeedNode::new).toList();
    }

    /** The words of the first such child that has any; empty for none. */
    String text(String... names) {
        return first(all(names));
    }

    String text(Module module, String name) {
        return first(all(module, name));
    }

    /** All text within, as it stands. */
    String words() {
        return element.wholeText();
    }

    /** Its words as safe blocks, whether their markup is escaped or stands in the feed itself. */
    List<String> blocks() {
        return element.childrenSize() > 0 ? Blocks.ofHtml(element) : Markup.blocks(words());
    }

    String attribute(String name) {
        return element.attr(name).strip();
    }

    @Override
    public String toString() {
        return element.outerHtml();
    }

    private static String first(List<FeedNode> nodes) {
        return nodes.stream()
                .map(FeedNode::words)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }

    private Stream<Element> named(String name) {
        return element.children().stream().filter(child -> child.normalName().equals(name.toLowerCase(Locale.ROOT)));
    }
}
