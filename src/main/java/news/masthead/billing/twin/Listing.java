package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Answers a list request: newest first, by cursor. https://docs.stripe.com/api/pagination */
final class Listing {

    private Listing() {}

    /** @param found what the request's own filters left, oldest first */
    static ObjectNode page(Call call, Stream<ObjectNode> found) {
        List<ObjectNode> all = new ArrayList<>(
                found.filter(item -> isCreatedAsAsked(item, call)).toList());
        Collections.reverse(all);
        long limit = call.number("limit").orElse(10);
        if (limit < 1 || limit > 100) {
            throw StripeError.invalid("limit", "Invalid integer: limit must be between 1 and 100");
        }
        if (call.has("ending_before")) {
            List<ObjectNode> newer = all.subList(0, position(all, call, "ending_before"));
            int from = (int) Math.max(0, newer.size() - limit);
            return Json.list(call.path(), newer.subList(from, newer.size()), from > 0);
        }
        int from = call.has("starting_after") ? position(all, call, "starting_after") + 1 : 0;
        int to = (int) Math.min(all.size(), from + limit);
        return Json.list(call.path(), all.subList(from, to), to < all.size());
    }

    /** True if the request does not filter by this field or the object has the value it asks for. */
    static boolean matches(ObjectNode item, Call call, String... fields) {
        for (String field : fields) {
            if (call.has(field) && !call.params().get(field).equals(item.get(field))) {
                return false;
            }
        }
        return true;
    }

    private static int position(List<ObjectNode> all, Call call, String cursor) {
        String id = call.text(cursor);
        for (int i = 0; i < all.size(); i++) {
            if (Json.id(all.get(i)).equals(id)) {
                return i;
            }
        }
        throw StripeError.noSuch("object", id, cursor);
    }

    private static boolean isCreatedAsAsked(ObjectNode item, Call call) {
        JsonNode asked = call.params().path("created");
        long created = item.path("created").longValue();
        return (!asked.isNumber() || created == asked.longValue())
                && (!asked.has("gt") || created > asked.get("gt").longValue())
                && (!asked.has("gte") || created >= asked.get("gte").longValue())
                && (!asked.has("lt") || created < asked.get("lt").longValue())
                && (!asked.has("lte") || created <= asked.get("lte").longValue());
    }
}
