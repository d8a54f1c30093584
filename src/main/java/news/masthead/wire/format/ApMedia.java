package news.masthead.wire.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The AP Media API's item metadata, alone or in the answer of its feed. The words of a story lie behind a link ({@code renditions.nitf}) unless
 * who fetched the item has put them in ({@code nitf}).
 *
 * @see <a href="https://developer.ap.org/ap-media-api/agent/Content_Metadata_Fields.htm">Content metadata fields</a>
 */
final class ApMedia {

    private final JsonNode item;
    private final JsonNode envelope;
    private final Dialect dialect;

    private ApMedia(JsonNode item, JsonNode envelope, Dialect dialect) {
        this.item = item;
        this.envelope = envelope;
        this.dialect = dialect;
    }

    static boolean recognises(JsonNode root) {
        return !items(root).isEmpty();
    }

    static List<WireCopy> read(JsonNode root, Dialect dialect) {
        List<JsonNode> items = items(root);
        return Items.read(
                items,
                envelope -> new ApMedia(item(envelope), items.size() == 1 ? root : envelope, dialect).copy(),
                dialect);
    }

    /** The feed has {@code data.items[].item}, one item {@code data.item}; the envelope may be gone. */
    private static List<JsonNode> items(JsonNode root) {
        JsonNode data = Json.at(root, "data");
        return Stream.concat(Json.list(data, "items").stream(), Stream.of(data, root))
                .filter(each -> Json.at(item(each), "altids").has("itemid"))
                .toList();
    }

    private static JsonNode item(JsonNode envelope) {
        return envelope.path("item").isObject() ? envelope.path("item") : envelope;
    }

    private WireCopy copy() {
        Draft draft = new Draft();
        draft.guid = Json.text(Json.at(item, "altids"), "itemid");
        draft.version = Json.text(item, "version");
        draft.status = PubStatus.of(Json.text(item, "pubstatus"));
        draft.embargo = time("embargoed");
        draft.firstCreated = time("firstcreated");
        draft.versionCreated = time("versioncreated");
        draft.signals = signals();
        draft.edNotes = List.of(Json.text(item, "ednote"));
        describe(draft);
        String type = Json.text(item, "type").toLowerCase(Locale.ROOT);
        draft.type = type.isEmpty() ? "text" : type;
        draft.blocks.addAll(Markup.blocks(body(type)));
        return draft.done(dialect);
    }

    private void describe(Draft draft) {
        draft.headline = Json.text(item, "headline", "title");
        draft.slugline = Json.text(item, "slugline");
        draft.byline = byline();
        draft.credit = Json.text(item, "description_creditline");
        draft.dateline = Json.text(item, "located");
        draft.location = Json.text(Json.at(item, "datelinelocation"), "city", "countryareaname", "countryname");
        draft.language = Json.text(item, "language");
        draft.urgency = Json.text(item, "urgency");
        draft.subjects = Json.list(item, "subject").stream()
                .filter(JsonNode::isObject)
                .map(ApMedia::subject)
                .toList();
    }

    /** AP: "Do not use the pubstatus property alone"; the editorial types say what is killed, withheld, corrected or an advisory. */
    private List<String> signals() {
        return Stream.concat(Json.texts(item, "signals").stream(), Json.texts(item, "editorialtypes").stream())
                .toList();
    }

    private String byline() {
        String byline = Json.list(item, "bylines").stream()
                .map(by -> by.isObject() ? Json.text(by, "by", "name") : Json.scalar(by))
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(", "));
        return byline.isEmpty() ? Json.text(Json.at(item, "photographer"), "name") : byline;
    }

    private String body(String type) {
        String nitf = Stream.of(envelope, item)
                .map(holder -> holder.path("nitf"))
                .map(held -> held.isObject() ? Json.text(held, "body_html", "body") : Json.scalar(held))
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
        return nitf.isEmpty() && !type.equals("text") ? Json.text(item, "description_caption") : nitf;
    }

    private static WireCopy.Subject subject(JsonNode subject) {
        return new WireCopy.Subject(
                Topics.code(Json.text(subject, "scheme"), Json.text(subject, "code")),
                Draft.plain(Json.text(subject, "name")));
    }

    private WireTime time(String name) {
        return WireTime.of(Json.text(item, name), dialect.zone());
    }
}
