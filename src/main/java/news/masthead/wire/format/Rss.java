package news.masthead.wire.format;

import static news.masthead.wire.format.FeedNode.Module.ATOM;
import static news.masthead.wire.format.FeedNode.Module.CONTENT;
import static news.masthead.wire.format.FeedNode.Module.DUBLIN_CORE;
import static news.masthead.wire.format.FeedNode.Module.ITUNES;
import static news.masthead.wire.format.FeedNode.Module.WORDPRESS;
import static news.masthead.wire.format.FeedNode.Module.XHTML;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * RSS 2.0 and 0.9x ({@code rss}), 0.90 and 1.0 ({@code rdf:RDF}), and WordPress's export of a site (WXR), which is RSS with drafts in it.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 * @see <a href="https://web.resource.org/rss/1.0/spec">RSS 1.0</a>
 */
final class Rss {

    /** The standard's form of an author: {@code desk@agency.example (Asha Rao)}. */
    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\(([^()]+)\\)");

    private final FeedNode item;
    private final Element root;
    private final Set<String> shared;
    private final Dialect dialect;

    /** @param shared the addresses that more than one item has */
    private Rss(FeedNode item, Set<String> shared, Element root, Dialect dialect) {
        this.item = item;
        this.root = root;
        this.shared = shared;
        this.dialect = dialect;
    }

    static List<WireCopy> read(Element root, Dialect dialect) {
        List<FeedNode> items = Stream.concat(Stream.of(root), root.children().stream())
                .flatMap(holder -> holder.children().stream())
                .filter(child -> child.normalName().equals("item"))
                .map(FeedNode::new)
                .toList();
        Set<String> shared = sharedLinks(items);
        return Items.read(items, item -> new Rss(item, shared, root, dialect).copy(), dialect);
    }

    private static Set<String> sharedLinks(List<FeedNode> items) {
        Set<String> seen = new HashSet<>();
        return items.stream()
                .map(item -> item.text("link"))
                .filter(link -> !link.isEmpty() && !seen.add(link))
                .collect(Collectors.toSet());
    }

    private WireCopy copy() {
        Draft draft = new Draft();
        draft.type = type();
        draft.guid = guid();
        draft.headline = first(item.text("title"), item.text(DUBLIN_CORE, "title"));
        draft.byline = byline();
        draft.language = language();
        draft.firstCreated = time(first(item.text("pubDate"), item.text(DUBLIN_CORE, "date")));
        draft.versionCreated = time(first(item.text(ATOM, "updated"), item.text(DUBLIN_CORE, "modified")));
        draft.blocks.addAll(blocks());
        draft.subjects = Stream.concat(item.all("category").stream(), item.all(DUBLIN_CORE, "subject").stream())
                .map(category -> new WireCopy.Subject("", Draft.plain(category.words())))
                .filter(subject -> !subject.name().isEmpty())
                .toList();
        return draft.done(dialect);
    }

    /** An item without a name of its own is known by its address, and by its title too where another item shares that. */
    private String guid() {
        String link = item.text("link");
        String address = shared.contains(link) ? link + "#" + Draft.plain(item.text("title")) : link;
        return first(item.text("guid"), item.attribute("about"), address);
    }

    /** In a WordPress export what is no post, or not published, is no story, however complete. */
    private String type() {
        String kind = item.text(WORDPRESS, "post_type");
        String status = item.text(WORDPRESS, "status");
        if (!kind.isEmpty() && !kind.equals("post")) {
            return kind;
        }
        if (!item.text(WORDPRESS, "post_password").isEmpty()) {
            return "protected";
        }
        return status.isEmpty() || status.equals("publish") ? "text" : status;
    }

    private String byline() {
        String words = first(item.text(DUBLIN_CORE, "creator"), item.text("author"), item.text(ITUNES, "author"));
        Matcher named = MAIL_AND_NAME.matcher(words);
        return named.matches() ? named.group(1) : words;
    }

    private String language() {
        return Stream.concat(Stream.of(item), channels())
                .map(holder -> first(
                        holder.attribute("xml:lang"), holder.text("language"), holder.text(DUBLIN_CORE, "language")))
                .filter(language -> !language.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Stream<FeedNode> channels() {
        return Stream.concat(
                        root.children().stream()
                                .filter(child -> child.normalName().equals("channel")),
                        Stream.of(root))
                .map(FeedNode::new);
    }

    private List<String> blocks() {
        String encoded = item.text(CONTENT, "encoded");
        if (!encoded.isEmpty()) {
            return item.text(WORDPRESS, "post_type").isEmpty() ? Markup.blocks(encoded) : Markup.blocksByLine(encoded);
        }
        return Stream.concat(item.all(XHTML, "body").stream(), item.all("description").stream())
                .map(FeedNode::blocks)
                .filter(blocks -> !blocks.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private WireTime time(String words) {
        return WireTime.of(words, dialect.zone());
    }

    private static String first(String... words) {
        return Stream.of(words).filter(word -> !word.isBlank()).findFirst().orElse("");
    }
}
