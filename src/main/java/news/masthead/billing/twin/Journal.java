package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes the events, each with the object as it was at that moment, and hands them to delivery.
 * https://docs.stripe.com/api/events/object
 */
final class Journal {

    /** The request that is being answered, for the events it causes; null while time does the work. */
    record Cause(String requestId, String idempotencyKey) {}

    private final Contract contract;
    private final Ledger ledger;
    private final Presentation presentation;
    private final Violations violations;
    private final BooleanSupplier hasEndpoint;
    private final Consumer<String> onward;
    private Cause cause;

    Journal(
            Contract contract,
            Ledger ledger,
            Presentation presentation,
            Violations violations,
            BooleanSupplier hasEndpoint,
            Consumer<String> onward) {
        this.contract = contract;
        this.ledger = ledger;
        this.presentation = presentation;
        this.violations = violations;
        this.hasEndpoint = hasEndpoint;
        this.onward = onward;
    }

    void isCausedBy(Cause request) {
        cause = request;
    }

    /** @param at the object's own time, which may be its test clock's */
    void record(String type, ObjectNode object, long at) {
        record(type, object, at, null);
    }

    /** Runs a change of an object and records it with the former values of the fields that changed; no change, no event. */
    void change(String type, ObjectNode object, long at, Runnable change) {
        ObjectNode before = presentation.plain(object);
        change.run();
        ObjectNode previous = Json.object();
        before.properties().stream()
                .filter(field -> !field.getValue().equals(object.get(field.getKey())))
                .forEach(field -> previous.set(field.getKey(), field.getValue()));
        if (!previous.isEmpty()) {
            record(type, object, at, previous);
        }
    }

    /** https://docs.stripe.com/api/events/list */
    ObjectNode list(Call call) {
        Stream<ObjectNode> events = ledger.all("event").stream()
                .filter(event -> !call.has("type") || isOfType(event, call.text("type")))
                .filter(event -> !call.has("types")
                        || Json.stream(call.params().get("types")).anyMatch(type -> isOfType(event, type.textValue())))
                .filter(event -> !call.has("delivery_success")
                        || call.flag("delivery_success")
                                == (event.get("pending_webhooks").intValue() == 0));
        return Listing.page(call, events);
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("event", call.id(), "id");
    }

    private void record(String type, ObjectNode object, long at, ObjectNode previous) {
        ObjectNode event = Json.object()
                .put("id", Ids.next("evt"))
                .put("object", "event")
                .put("api_version", contract.apiVersion())
                .put("created", at)
                .put("livemode", false)
                .put("pending_webhooks", hasEndpoint.getAsBoolean() ? 1 : 0)
                .put("type", type);
        ObjectNode data = event.putObject("data");
        data.set("object", presentation.plain(object));
        if (previous != null) {
            data.set("previous_attributes", previous);
        }
        event.putObject("request")
                .put("id", cause == null ? null : cause.requestId())
                .put("idempotency_key", cause == null ? null : cause.idempotencyKey());
        violations.add("event " + type, contract.violations(event));
        ledger.put(event);
        onward.accept(Json.id(event));
    }

    private static boolean isOfType(ObjectNode event, String pattern) {
        String type = Json.text(event, "type");
        return pattern.endsWith("*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : type.equals(pattern);
    }
}
