package news.masthead.wire.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * ninjs 1.x (flat names: {@code body_html}, {@code headline_main}), 2.x (lists: {@code bodies[].value} by role) and 3.x (the same in camel
 * case), one item a document; with the dialects of Superdesk ({@code guid}, {@code evolvedfrom}) and TT ({@code profile} INFO).
 *
 * @see <a href="https://iptc.org/std/ninjs/">ninjs</a>
 */
final class Ninjs {

    private static final Set<String> MAIN = Set.of(
            "", "main", "text", "plain", "richtext", "html", "html5", "richhtml5", "xhtml", "nitf", "xml", "body");
    private static final Set<String> PACKAGED = Set.of("composite", "component");

    private final JsonNode item;
    private final Dialect dialect;

    private Ninjs(JsonNode item, Dialect dialect) {
        this.item = item;
        this.dialect = dialect;
    }

    /** The standard requires no more than a {@code uri}. */
    static boolean recognises(JsonNode item) {
        return !Json.text(item, "uri", "guid").isEmpty();
    }

    static WireCopy copy(JsonNode item, Dialect dialect) {
        return new Ninjs(item, dialect).copy();
    }

    private WireCopy copy() {
        Draft draft = new Draft();
        draft.guid = Json.text(item, "uri", "guid");
        draft.version = Json.text(item, "version");
        draft.status = PubStatus.of(Json.text(item, "pubstatus", "pubStatus"));
        draft.embargo = time("embargoed", "embargoedUntil", "embargoeduntil");
        draft.firstCreated = time("firstcreated", "firstCreated");
        draft.versionCreated = time("versioncreated", "versionCreated");
        draft.refersTo = Json.text(item, "evolvedfrom", "replacing");
        draft.edNotes = Stream.of(Json.text(item, "ednote", "edNote"), Json.text(item, "embargoedreason"))
                .toList();
        describe(draft);
        draft.blocks.addAll(blocks());
        draft.type = type(draft);
        return draft.done(dialect);
    }

    private void describe(Draft draft) {
        draft.headline = headline();
        draft.slugline = Json.text(item, "slugline");
        draft.byline = Json.text(item, "byline", "by");
        draft.credit = Json.text(item, "creditline", "creditLine");
        draft.dateline = Json.text(item, "dateline");
        draft.location = Json.text(item, "located");
        draft.language = Json.text(item, "language");
        draft.urgency = Json.text(item, "urgency");
        draft.subjects = Json.list(item, "subject", "subjects").stream()
                .filter(JsonNode::isObject)
                .map(Ninjs::subject)
                .toList();
    }

    /** A composite with words of its own is a story with pictures; what TT files as INFO is for editors, never for readers. */
    private String type(Draft draft) {
        String type = Json.text(item, "type").toLowerCase(Locale.ROOT);
        boolean story = type.isEmpty() || (PACKAGED.contains(type) && !draft.blocks.isEmpty());
        return Json.text(item, "profile").equals("INFO") ? "notice" : story ? "text" : type;
    }

    private String headline() {
        String main = Json.text(item, "headline", "headline_main");
        return main.isEmpty()
                ? best(Stream.concat(listed("headlines"), flat("headline")))
                        .map(Variant::words)
                        .orElse(Json.text(item, "title"))
                : main;
    }

    private List<String> blocks() {
        return best(Stream.concat(flat("body"), listed("bodies")))
                .map(body -> body.isHtml() ? Markup.blocksOfHtml(body.words) : Markup.blocks(body.words))
                .orElse(List.of());
    }

    /**
     * A text in one of the forms an item carries it in.
     *
     * @param role what the item calls it, without the kind: {@code main}, {@code html5}, {@code summary}
     * @param type media type; empty where the item says none
     */
    private record Variant(String role, String type, String words) {

        /** The main text before lesser ones, and with its markup before without. */
        int rank() {
            return (MAIN.contains(role) ? 0 : 2) + (Markup.hasTags(words) ? 0 : 1);
        }

        boolean isHtml() {
            return role.contains("html") || type.contains("html");
        }
    }

    private static Optional<Variant> best(Stream<Variant> variants) {
        return variants.filter(variant -> !variant.words.isBlank()).min(Comparator.comparing(Variant::rank));
    }

    /** ninjs 1.x: {@code body_html}, where what follows the line says format or purpose. */
    private Stream<Variant> flat(String kind) {
        return Json.fields(item)
                .filter(field -> field.getKey().toLowerCase(Locale.ROOT).startsWith(kind + "_"))
                .map(field -> new Variant(role(field, kind), "", Json.scalar(field.getValue())));
    }

    private static String role(Map.Entry<String, JsonNode> field, String kind) {
        return field.getKey().substring(kind.length() + 1).toLowerCase(Locale.ROOT);
    }

    /** ninjs 2.x and 3.x. */
    private Stream<Variant> listed(String kind) {
        return Json.list(item, kind).stream()
                .map(each -> each.isObject()
                        ? new Variant(
                                Json.text(each, "role").toLowerCase(Locale.ROOT),
                                Json.text(each, "contenttype", "contentType"),
                                Json.text(each, "value"))
                        : new Variant("", "", Json.scalar(each)));
    }

    private static WireCopy.Subject subject(JsonNode subject) {
        String code = Json.text(subject, "uri", "code", "qcode", "literal");
        return new WireCopy.Subject(
                Topics.code(Json.text(subject, "scheme"), code), Draft.plain(Json.text(subject, "name")));
    }

    private WireTime time(String... names) {
        return WireTime.of(Json.text(item, names), dialect.zone());
    }
}
