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
                found.filter(item -> isWithin(item, call, "created")).toList());
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

    /** True if the moment in this field is the one, or in the range, that the request asks for. */
    static boolean isWithin(ObjectNode item, Call call, String field) {
        JsonNode asked = call.params().path(field);
        long moment = item.path(field).longValue();
        return (!asked.isNumber() || moment == asked.longValue())
                && (!asked.has("gt") || moment > asked.get("gt").longValue())
                && (!asked.has("gte") || moment >= asked.get("gte").longValue())
                && (!asked.has("lt") || moment < asked.get("lt").longValue())
                && (!asked.has("lte") || moment <= asked.get("lte").longValue());
    }
}
