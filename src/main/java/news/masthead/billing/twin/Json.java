package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Short ways to write and read the JSON that Stripe's objects are. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(JsonNode... items) {
        return JsonNodeFactory.instance.arrayNode().addAll(List.of(items));
    }

    static ArrayNode texts(String... items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (String item : items) {
            array.add(item);
        }
        return array;
    }

    /** A list object, https://docs.stripe.com/api/pagination */
    static ObjectNode list(String url, Collection<? extends JsonNode> data, boolean hasMore) {
        ObjectNode list = object().put("object", "list");
        list.putArray("data").addAll(data);
        return list.put("has_more", hasMore).put("url", url);
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static String id(JsonNode object) {
        return object.get("id").textValue();
    }

    /** The text of a field, or null where the field is null or absent. */
    static String text(JsonNode object, String field) {
        return object.path(field).textValue();
    }

    static boolean is(JsonNode object, String field, String value) {
        return value.equals(text(object, field));
    }

    static boolean isSet(JsonNode object, String field) {
        return !object.path(field).isMissingNode() && !object.path(field).isNull();
    }
}
