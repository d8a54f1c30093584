package news.masthead.wire.format;

import static news.masthead.wire.format.FeedNode.Module.DUBLIN_CORE;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Atom 1.0 (RFC 4287) and 0.3, a feed or a lone entry. An entry that the feed says is deleted (RFC 6721) is a kill.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
final class Atom {

    private static final Set<String> PLAIN = Set.of("text", "text/plain");

    private static final String DELETED = "deleted-entry";

    private final FeedNode entry;
    private final FeedNode feed;
    private final Dialect dialect;

    private Atom(Element entry, Element feed, Dialect dialect) {
        this.entry = new FeedNode(entry);
        this.feed = new FeedNode(feed);
        this.dialect = dialect;
    }

    static List<WireCopy> read(Element root, Dialect dialect) {
        List<Element> entries = root.normalName().equals("entry")
                ? List.of(root)
                : Stream.of("entry", DELETED)
                        .flatMap(name -> children(root, name))
                        .toList();
        return Items.read(entries, entry -> new Atom(entry, root, dialect).read(), dialect);
    }

    private static Stream<Element> children(Element root, String name) {
        return root.children().stream().filter(child -> child.normalName().equals(name));
    }

    private WireCopy read() {
        return entry.element().normalName().equals(DELETED) ? kill() : copy();
    }

    private WireCopy copy() {
        Draft draft = new Draft();
        draft.guid = entry.text("id");
        draft.headline = entry.text("title");
        draft.byline = Stream.concat(
                        Stream.of(authors(entry)),
                        Stream.concat(entry.all("source").stream(), Stream.of(feed))
                                .map(Atom::authors))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse("");
        draft.language = language();
        draft.firstCreated = time(entry.text("published", "issued", "created"));
        draft.versionCreated = time(entry.text("updated", "modified"));
        draft.blocks.addAll(entry.all("content", "summary").stream()
                .map(Atom::blocks)
                .filter(blocks -> !blocks.isEmpty())
                .findFirst()
                .orElse(List.of()));
        draft.subjects = entry.all("category").stream()
                .map(category -> new WireCopy.Subject(
                        Topics.code(category.attribute("scheme"), category.attribute("term")),
                        category.attribute(category.attribute("label").isEmpty() ? "term" : "label")))
                .toList();
        return draft.done(dialect);
    }

    private WireCopy kill() {
        Draft draft = new Draft();
        draft.guid = entry.attribute("ref");
        draft.status = PubStatus.CANCELED;
        draft.versionCreated = time(entry.attribute("when"));
        draft.edNotes = List.of(entry.text("comment"));
        return draft.done(dialect);
    }

    private static String authors(FeedNode holder) {
        return holder.all("author").stream()
                .map(author -> Draft.plain(author.text("name", "email")))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String language() {
        return Stream.of(entry.attribute("xml:lang"), feed.attribute("xml:lang"), feed.text(DUBLIN_CORE, "language"))
                .filter(language -> !language.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Inline markup, escaped HTML or plain text, as type and (Atom 0.3) mode say; what says nothing is told by what it holds. */
    private static List<String> blocks(FeedNode content) {
        boolean plain = PLAIN.contains(content.attribute("type").toLowerCase(Locale.ROOT));
        if (content.attribute("mode").equals("base64")) {
            return Markup.blocks(decoded(content.words()));
        }
        return plain && content.element().childrenSize() == 0 ? Blocks.ofText(content.words()) : content.blocks();
    }

    private static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private WireTime time(String words) {
        return WireTime.of(words, dialect.zone());
    }
}
