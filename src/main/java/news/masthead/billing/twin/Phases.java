package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The phases of a schedule. https://docs.stripe.com/billing/subscriptions/subscription-schedules#phases */
final class Phases {

    private final Contract contract;
    private final Catalogue catalogue;

    Phases(Contract contract, Catalogue catalogue) {
        this.contract = contract;
        this.catalogue = catalogue;
    }

    /** The subscription as it is, to the end of its period. */
    ObjectNode current(ObjectNode subscription) {
        ObjectNode item = Subscriptions.item(subscription);
        return phase(
                item.get("price"),
                item.get("quantity").longValue(),
                item.get("current_period_start").longValue(),
                item.get("current_period_end").longValue());
    }

    /**
     * @param asked the parameter {@code phases}; each begins where the one before it ends
     * @throws StripeError if the first is not the current one as it is, or an end is missing
     */
    ArrayNode of(JsonNode asked, ObjectNode schedule) {
        ArrayNode planned = Json.array();
        long start = schedule.at("/current_phase/start_date").longValue();
        for (JsonNode one : asked) {
            String param = "phases[" + planned.size() + "]";
            if (one.path("start_date").isNumber() && one.get("start_date").longValue() != start) {
                throw StripeError.invalid(
                        param + "[start_date]",
                        planned.isEmpty()
                                ? "You can not modify the start date of the current phase."
                                : "The phases must be contiguous.");
            }
            ObjectNode phase = planned(one, param, start);
            planned.add(phase);
            start = phase.get("end_date").longValue();
        }
        refuseOtherNow(planned, schedule);
        return planned;
    }

    private ObjectNode planned(JsonNode asked, String param, long start) {
        JsonNode item = asked.path("items").path(0);
        if (asked.path("items").size() != 1 || !item.has("price")) {
            throw StripeError.notModelled("a phase of anything but one item with a price");
        }
        ObjectNode price = catalogue.subscribable(Json.text(item, "price"), param + "[items][0][price]");
        ObjectNode phase = phase(price, item.path("quantity").asLong(1), start, end(asked, param, start));
        if (asked.has("proration_behavior")) {
            phase.set("proration_behavior", asked.get("proration_behavior"));
        }
        if (asked.has("metadata")) {
            phase.set("metadata", asked.get("metadata").deepCopy());
        }
        return phase;
    }

    /** {@code duration} since https://docs.stripe.com/changelog/clover/2025-09-30 , or a moment. */
    private static long end(JsonNode asked, String param, long start) {
        long end = asked.path("end_date").isNumber()
                ? asked.get("end_date").longValue()
                : asked.has("duration") ? bound(start, asked.get("duration")) : 0;
        if (end == 0) {
            throw StripeError.invalid(param + "[end_date]", "The phase needs an `end_date` or a `duration`.");
        }
        if (end <= start) {
            throw StripeError.invalid(param + "[end_date]", "The end date must come after the start date.");
        }
        return end;
    }

    private static long bound(long start, JsonNode duration) {
        ObjectNode recurring = duration.deepCopy();
        if (!recurring.has("interval_count")) {
            recurring.put("interval_count", 1);
        }
        return Periods.bound(start, recurring, 1);
    }

    private static void refuseOtherNow(ArrayNode planned, ObjectNode schedule) {
        JsonNode current = after(
                        schedule, schedule.at("/current_phase/start_date").longValue())
                .orElseThrow();
        if (planned.isEmpty()
                || !planned.get(0).at("/items/0/price").equals(current.at("/items/0/price"))
                || !planned.get(0).at("/items/0/quantity").equals(current.at("/items/0/quantity"))) {
            throw StripeError.notModelled("a schedule that changes the current phase");
        }
    }

    private ObjectNode phase(JsonNode price, long quantity, long start, long end) {
        ObjectNode phase = contract.blank("SubscriptionSchedule.Phase")
                .put("currency", Json.text(price, "currency"))
                .put("start_date", start)
                .put("end_date", end)
                .put("proration_behavior", "create_prorations");
        phase.putObject("metadata");
        ObjectNode item = contract.blank("SubscriptionSchedule.Phase.Item")
                .put("price", Json.id(price))
                .put("plan", Json.id(price))
                .put("quantity", quantity);
        item.putObject("metadata");
        phase.putArray("items").add(item);
        return phase;
    }

    /** When the current phase of an active schedule ends. */
    static long end(ObjectNode schedule) {
        return schedule.at("/current_phase/end_date").longValue();
    }

    /** The phase that begins at a moment or lasts over it. */
    static Optional<JsonNode> after(ObjectNode schedule, long at) {
        return Json.stream(schedule.get("phases"))
                .filter(phase -> phase.get("start_date").longValue() <= at
                        && at < phase.get("end_date").longValue())
                .findFirst();
    }
}
