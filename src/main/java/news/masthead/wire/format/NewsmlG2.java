package news.masthead.wire.format;

import static news.masthead.wire.format.Nodes.all;
import static news.masthead.wire.format.Nodes.anywhere;
import static news.masthead.wire.format.Nodes.children;
import static news.masthead.wire.format.Nodes.first;
import static news.masthead.wire.format.Nodes.text;
import static news.masthead.wire.format.Nodes.texts;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * NewsML-G2, any version, any prefix: a single item or a news message of many.
 *
 * @see <a href="https://iptc.org/std/NewsML-G2/guidelines/">NewsML-G2 Guidelines</a>
 */
final class NewsmlG2 {

    private static final Set<String> ITEMS =
            Set.of("newsitem", "packageitem", "conceptitem", "planningitem", "knowledgeitem", "catalogitem");
    private final Element item;
    private final Element management;
    private final Element content;
    private final Dialect dialect;

    private NewsmlG2(Element item, Dialect dialect) {
        this.item = item;
        this.management = first(item, "itemMeta");
        this.content = first(item, "contentMeta");
        this.dialect = dialect;
    }

    static List<WireCopy> read(Element root, Dialect dialect) {
        List<Element> items = root.stream()
                .filter(element -> ITEMS.contains(element.normalName()))
                .filter(element -> element.parents().stream().noneMatch(parent -> ITEMS.contains(parent.normalName())))
                .toList();
        WireReader.refuseMoreItemsThanAnyFileHas(items.size());
        if (items.isEmpty()) {
            throw new UnreadableWire("The news message holds no item.");
        }
        return items.stream().map(item -> new NewsmlG2(item, dialect).copy()).toList();
    }

    private WireCopy copy() {
        Draft draft = new Draft();
        draft.type = type();
        draft.guid = item.attr("guid");
        draft.version = item.attr("version");
        draft.status = PubStatus.of(code(first(management, "pubStatus")));
        draft.embargo = embargo();
        draft.firstCreated = time(first(management, "firstCreated"));
        draft.versionCreated = time(first(management, "versionCreated"));
        draft.signals = codes(children(management, "signal"));
        draft.edNotes = texts(children(management, "edNote"));
        draft.expires = time(first(management, "expires"));
        draft.rights = rights();
        describe(draft);
        fill(draft);
        return draft.marked(dialect);
    }

    private void describe(Draft draft) {
        draft.headline = headline();
        draft.slugline = text(first(content, "slugline"));
        draft.byline = String.join(", ", texts(children(content, "by")));
        draft.credit = text(first(content, "creditline"));
        draft.dateline = withoutTimestamp(text(first(content, "dateline")));
        draft.location = located();
        draft.language = language();
        draft.urgency = text(first(content, "urgency"));
        draft.subjects = children(content, "subject").stream()
                .flatMap(NewsmlG2::subjects)
                .distinct()
                .toList();
    }

    /** A subject in the agency's own scheme may say what it is in others (Guidelines, "Same As"). */
    private static Stream<WireCopy.Subject> subjects(Element subject) {
        String name = Draft.plain(text(first(subject, "name")));
        return Stream.concat(Stream.of(subject), children(subject, "sameAs").stream())
                .map(one -> new WireCopy.Subject(code(one), name));
    }

    private List<String> rights() {
        return all(item, "rightsInfo").stream()
                .flatMap(info -> texts(children(info, "copyrightNotice", "usageTerms")).stream())
                .toList();
    }

    private String type() {
        return switch (item.normalName()) {
            case "packageitem" -> "package";
            case "planningitem" -> "planning";
            case "newsitem" -> newsType();
            default -> "concept"; // Concepts, events, knowledge, catalogues: for lists, not for readers
        };
    }

    private String newsType() {
        String type = code(first(management, "itemClass")).replaceFirst("^.*[:/]", "");
        return type.isEmpty() ? "text" : type.toLowerCase(Locale.ROOT);
    }

    /** An element that is there but empty means: until the agency says otherwise. */
    private WireTime embargo() {
        WireTime time = time(first(management, "embargoed"));
        boolean empty = !time.isGiven() && !children(management, "embargoed").isEmpty();
        return empty ? new WireTime("(empty element)", null) : time;
    }

    private String headline() {
        return children(content, "headline").stream()
                .filter(headline -> !text(headline).isBlank())
                .min(Comparator.comparing(NewsmlG2::rank))
                .map(Nodes::text)
                .orElse("");
    }

    private static int rank(Element headline) {
        String role = headline.attr("role").toLowerCase(Locale.ROOT);
        boolean lesser = role.contains("sub") || role.contains("short") || role.contains("kicker");
        return (lesser ? 1000 : 0)
                + (headline.attr("rank").matches("\\d{1,2}") ? Integer.parseInt(headline.attr("rank")) : 0);
    }

    private String located() {
        Element located = first(content, "located");
        String name = text(first(located, "name"));
        String place =
                !name.isBlank() ? name : located.hasAttr("literal") ? located.attr("literal") : located.attr("qcode");
        return place.equals("No-Data-Available") ? "" : place;
    }

    private String language() {
        String tag = first(content, "language").attr("tag");
        return tag.isEmpty() ? item.attr("xml:lang") : tag;
    }

    /** Some systems put the moment of sending where place and day belong. */
    private static String withoutTimestamp(String dateline) {
        return dateline.matches("\\s*\\d{4}-\\d\\d-\\d\\d.*") ? "" : dateline;
    }

    /** The body is the first alternative with words in it; some agencies give the headline there only. */
    private void fill(Draft draft) {
        Element body = Nodes.orNothing(all(item, "contentSet").stream()
                .flatMap(set -> children(set, "inlineXML", "inlineData").stream())
                .filter(part -> !part.hasAttr("encoding") && !part.text().isBlank()));
        draft.blocks.addAll(Blocks.within(body));
        draft.headline =
                Nodes.firstOf(draft.headline, text(anywhere(body, "hl1")), text(first(body, "nitf", "head", "title")));
        String headline = Draft.plain(draft.headline);
        draft.blocks.removeIf(block -> block.startsWith("<h2>")
                && Jsoup.parseBodyFragment(block).text().equals(headline));
    }

    private WireTime time(Element element) {
        return WireTime.of(text(element), dialect.zone());
    }

    /** A concept by its qcode; an address from a catalogue is read as the qcode it stands for. */
    private static String code(Element element) {
        String uri = element.attr("uri");
        return Nodes.firstOf(
                element.attr("qcode"),
                uri.replaceFirst("^https?://cv\\.iptc\\.org/newscodes/mediatopic/", "medtop:")
                        .replaceFirst("^https?://cv\\.iptc\\.org/newscodes/subjectcode/", "subj:"),
                element.attr("literal"));
    }

    private static List<String> codes(List<Element> elements) {
        return elements.stream()
                .map(NewsmlG2::code)
                .filter(code -> !code.isEmpty())
                .toList();
    }
}
