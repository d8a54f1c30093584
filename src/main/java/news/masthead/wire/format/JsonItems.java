package news.masthead.wire.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Finds out which form of JSON a document is in, and reads its items. */
final class JsonItems {

    private JsonItems() {}

    /**
     * @throws UnreadableWire if it is in none that we read
     */
    static List<WireCopy> read(JsonNode root, Dialect dialect) {
        if (root.isObject() && JsonFeed.recognises(root)) {
            return JsonFeed.read(root, dialect);
        }
        if (root.isObject() && ApMedia.recognises(root)) {
            return ApMedia.read(root, dialect);
        }
        return Items.read(items(root), item -> one(item, dialect), dialect);
    }

    /** A list of items, bare or as dpa ({@code entries}), TT ({@code hits}) and Superdesk ({@code _items}) answer a query. */
    private static List<JsonNode> items(JsonNode root) {
        return reader(root).isPresent()
                ? List.of(root)
                : Stream.of("entries", "hits", "_items", "items")
                        .map(root::path)
                        .filter(JsonNode::isArray)
                        .findFirst()
                        .map(Json::elements)
                        .orElseGet(() -> Json.elements(root));
    }

    private static WireCopy one(JsonNode item, Dialect dialect) {
        return reader(item)
                .orElseThrow(() -> new UnreadableWire("The JSON is in no form that we read."))
                .apply(item, dialect);
    }

    private static Optional<BiFunction<JsonNode, Dialect, WireCopy>> reader(JsonNode item) {
        if (Digitalwires.recognises(item)) {
            return Optional.of(Digitalwires::copy);
        }
        return Ninjs.recognises(item) ? Optional.of(Ninjs::copy) : Optional.empty();
    }
}
