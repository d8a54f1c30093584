package news.masthead.wire.format;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Map<String, String> TYPES = Map.of(
            "packageitem",
            "package",
            "conceptitem",
            "concept",
            "planningitem",
            "planning",
            "knowledgeitem",
            "concept",
            "catalogitem",
            "concept");

    private final Element item;
    private final Element management;
    private final Element content;
    private final Dialect dialect;

    private NewsmlG2(Element item, Dialect dialect) {
        this.item = item;
        this.management = child(item, "itemMeta");
        this.content = child(item, "contentMeta");
        this.dialect = dialect;
    }

    static boolean recognises(Element root) {
        return root.normalName().equals("newsmessage") || ITEMS.contains(root.normalName());
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
        draft.status = PubStatus.of(code(child(management, "pubStatus")));
        draft.embargo = embargo();
        draft.firstCreated = time(child(management, "firstCreated"));
        draft.versionCreated = time(child(management, "versionCreated"));
        draft.signals = codes(children(management, "signal"));
        draft.edNotes =
                children(management, "edNote").stream().map(NewsmlG2::text).toList();
        describe(draft);
        body().ifPresent(body -> fill(draft, body));
        return draft.done(dialect);
    }

    private void describe(Draft draft) {
        draft.headline = headline();
        draft.slugline = text(child(content, "slugline"));
        draft.byline = String.join(", ", texts(children(content, "by")));
        draft.credit = text(child(content, "creditline"));
        draft.dateline = withoutTimestamp(text(child(content, "dateline")));
        draft.location = located();
        draft.language = language();
        draft.urgency = text(child(content, "urgency"));
        draft.subjects = children(content, "subject").stream()
                .map(subject -> new WireCopy.Subject(subject.attr("qcode"), Draft.plain(text(child(subject, "name")))))
                .toList();
    }

    private String type() {
        String byElement = TYPES.get(item.normalName());
        String byClass = code(child(management, "itemClass"));
        String type = byElement == null ? byClass.substring(byClass.lastIndexOf(':') + 1) : byElement;
        return type.isEmpty() ? "text" : type.toLowerCase(Locale.ROOT);
    }

    /** An element that is there but empty means: until the agency says otherwise. */
    private WireTime embargo() {
        WireTime time = time(child(management, "embargoed"));
        boolean empty = !time.isGiven() && !children(management, "embargoed").isEmpty();
        return empty ? new WireTime("(empty element)", null) : time;
    }

    private String headline() {
        return children(content, "headline").stream()
                .filter(headline -> !text(headline).isBlank())
                .min(Comparator.comparing(NewsmlG2::rank))
                .map(NewsmlG2::text)
                .orElse("");
    }

    private static int rank(Element headline) {
        String role = headline.attr("role").toLowerCase(Locale.ROOT);
        boolean lesser = role.contains("sub") || role.contains("short") || role.contains("kicker");
        return (lesser ? 1000 : 0)
                + (headline.attr("rank").matches("\\d{1,2}") ? Integer.parseInt(headline.attr("rank")) : 0);
    }

    private String located() {
        Element located = child(content, "located");
        String name = text(child(located, "name"));
        String place =
                !name.isBlank() ? name : located.hasAttr("literal") ? located.attr("literal") : located.attr("qcode");
        return place.equals("No-Data-Available") ? "" : place;
    }

    private String language() {
        String tag = child(content, "language").attr("tag");
        return tag.isEmpty() ? item.attr("xml:lang") : tag;
    }

    /** Some systems put the moment of sending where place and day belong. */
    private static String withoutTimestamp(String dateline) {
        return dateline.matches("\\s*\\d{4}-\\d\\d-\\d\\d.*") ? "" : dateline;
    }

    private Optional<Element> body() {
        return children(child(item, "contentSet"), "inlineXML", "inlineData").stream()
                .filter(part -> !part.text().isBlank())
                .findFirst();
    }

    private static void fill(Draft draft, Element part) {
        String data = part.wholeText();
        if (part.childrenSize() == 0 && data.stripLeading().startsWith("<")) {
            fill(draft, Jsoup.parse(data).body());
            return;
        }
        if (part.childrenSize() == 0) {
            draft.blocks.addAll(Blocks.ofText(data));
            return;
        }
        Element words = firstOf(part, "section.main", "body\\.content", "body");
        draft.blocks.addAll(Blocks.of(words));
        if (draft.headline.isBlank()) {
            draft.headline = part.select("hl1").text();
        }
        String headline = Draft.plain(draft.headline);
        draft.blocks.removeIf(block -> block.startsWith("<h2>")
                && Jsoup.parseBodyFragment(block).text().equals(headline));
    }

    private static Element firstOf(Element part, String... queries) {
        for (String query : queries) {
            Element found = part.selectFirst(query);
            if (found != null) {
                return found;
            }
        }
        return part;
    }

    private WireTime time(Element element) {
        return WireTime.of(text(element), dialect.zone());
    }

    private static String code(Element element) {
        return element.hasAttr("qcode") ? element.attr("qcode") : element.attr("literal");
    }

    private static List<String> codes(List<Element> elements) {
        return elements.stream()
                .map(element -> element.attr("qcode"))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static List<String> texts(List<Element> elements) {
        return elements.stream()
                .map(NewsmlG2::text)
                .map(Draft::plain)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static String text(Element element) {
        return element.wholeText();
    }

    /** The first child of a name, whatever its case; an empty element where there is none. */
    private static Element child(Element parent, String name) {
        List<Element> children = children(parent, name);
        return children.isEmpty() ? new Element("none") : children.getFirst();
    }

    private static List<Element> children(Element parent, String... names) {
        return parent.children().stream()
                .filter(child -> Arrays.stream(names).anyMatch(name -> name.equalsIgnoreCase(child.normalName())))
                .toList();
    }
}
