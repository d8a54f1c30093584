package news.masthead.wire.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The AP Media API's item metadata, alone or in the answer of its feed. The words of a story lie behind a link ({@code renditions.nitf}) unless
 * who fetched the item has put them in ({@code nitf}).
 *
 * @see <a href="https://developer.ap.org/ap-media-api/agent/Content_Metadata_Fields.htm">Content metadata fields</a>
 */
final class ApMedia {

    private static final Set<String> KILLS = Set.of("kill", "elimination", "disregard");
    private static final Set<String> CORRECTIONS = Set.of("corrective", "correction", "clarification");
    private static final Set<String> UPDATES = Set.of("lead", "writethru", "add", "takes");

    private final JsonNode item;
    private final JsonNode envelope;
    private final Dialect dialect;
    private final Set<String> editorialTypes;

    private ApMedia(JsonNode item, JsonNode envelope, Dialect dialect) {
        this.item = item;
        this.envelope = envelope;
        this.dialect = dialect;
        this.editorialTypes = Json.texts(item, "editorialtypes").stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    static boolean recognises(JsonNode root) {
        return !items(root).isEmpty();
    }

    static List<WireCopy> read(JsonNode root, Dialect dialect) {
        List<JsonNode> items = items(root);
        WireReader.refuseMoreItemsThanAnyFileHas(items.size());
        return items.stream()
                .map(envelope -> new ApMedia(item(envelope), items.size() == 1 ? root : envelope, dialect).copy())
                .toList();
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
        draft.status = status();
        draft.embargo = embargo();
        draft.firstCreated = time("firstcreated");
        draft.versionCreated = time("versioncreated");
        draft.signals = signals();
        draft.edNotes = new ArrayList<>(List.of(Json.text(item, "ednote")));
        describe(draft);
        String type = Json.text(item, "type").toLowerCase(Locale.ROOT);
        draft.type = editorialTypes.contains("advisory") ? "notice" : type.isEmpty() ? "text" : type;
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

    /** AP: "Do not use the pubstatus property alone"; what the editorial types recall is recalled, whatever the status. */
    private PubStatus status() {
        PubStatus status = PubStatus.of(Json.text(item, "pubstatus"));
        if (editorialTypes.stream().anyMatch(KILLS::contains)) {
            return PubStatus.CANCELED;
        }
        return status == PubStatus.USABLE && editorialTypes.contains("withhold") ? PubStatus.WITHHELD : status;
    }

    /** Held for release without a time is held until AP says more. */
    private WireTime embargo() {
        WireTime embargo = time("embargoed");
        return embargo.isGiven() || !editorialTypes.contains("holdforrelease")
                ? embargo
                : new WireTime("HoldForRelease", null);
    }

    private List<String> signals() {
        List<String> signals = new ArrayList<>(Json.texts(item, "signals"));
        if (editorialTypes.stream().anyMatch(CORRECTIONS::contains)) {
            signals.add("sig:correction");
        } else if (editorialTypes.stream().anyMatch(UPDATES::contains)) {
            signals.add("sig:update");
        }
        return signals;
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
