package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes the copy of an object that a client sees: without what is private, and with what {@code expand[]} asks for.
 * https://docs.stripe.com/expand
 */
final class Presentation {

    private static final int DEEPEST = 4;

    private final Ledger ledger;
    /** The fields that Stripe leaves out unless they are asked for. */
    private final Map<String, Function<ObjectNode, JsonNode>> includable;

    Presentation(Ledger ledger) {
        this.ledger = ledger;
        this.includable = Map.of(
                "invoice.payments", this::payments,
                "charge.refunds", this::refunds,
                "checkout.session.line_items", this::lineItems,
                "customer.subscriptions", this::subscriptions);
    }

    ObjectNode of(ObjectNode object, List<String> expand) {
        ObjectNode copy = plain(object);
        for (String path : expand) {
            String[] fields = path.split("\\.");
            if (fields.length > DEEPEST + (Json.is(copy, "object", "list") ? 1 : 0)) {
                throw StripeError.invalid(
                        "expand", "You cannot expand more than 4 levels of a property. Property: " + path);
            }
            expand(copy, fields, path);
        }
        return copy;
    }

    /** As it stands in an event: nothing expanded. */
    ObjectNode plain(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove(Ledger.PRIVATE);
        copy.path("data").forEach(item -> {
            if (item instanceof ObjectNode listed) {
                listed.remove(Ledger.PRIVATE);
            }
        });
        return copy;
    }

    /** The items of a Checkout session, https://docs.stripe.com/api/checkout/sessions/line_items */
    ObjectNode lineItems(ObjectNode session) {
        String url = "/v1/checkout/sessions/" + Json.id(session) + "/line_items";
        return Json.list(
                url,
                Json.stream(stored(session).path(Ledger.PRIVATE).path("line_items"))
                        .toList(),
                false);
    }

    private void expand(JsonNode within, String[] fields, String path) {
        if (within.isArray()) {
            within.forEach(item -> expand(item, fields, path));
        } else if (within instanceof ObjectNode object) {
            String field = fields[0];
            if (!object.has(field)) {
                object.set(field, included(object, field, path));
            } else if (object.get(field).isTextual()) {
                object.set(field, referred(object.get(field).textValue(), path));
            } else if (fields.length == 1 && !object.get(field).isNull() && !isIncludable(object, field)) {
                throw cannotBeExpanded(path);
            }
            if (fields.length > 1) {
                expand(object.get(field), Arrays.copyOfRange(fields, 1, fields.length), path);
            }
        }
    }

    private JsonNode referred(String id, String path) {
        return plain(ledger.find(id).orElseThrow(() -> cannotBeExpanded(path)));
    }

    private JsonNode included(ObjectNode object, String field, String path) {
        if (!isIncludable(object, field)) {
            throw cannotBeExpanded(path);
        }
        return includable.get(Json.text(object, "object") + "." + field).apply(object);
    }

    private boolean isIncludable(ObjectNode object, String field) {
        return includable.containsKey(Json.text(object, "object") + "." + field);
    }

    private JsonNode payments(ObjectNode invoice) {
        List<ObjectNode> payments = ledger.all("invoice_payment", "invoice", Json.id(invoice))
                .map(this::plain)
                .toList();
        return Json.list("/v1/invoice_payments", payments, false);
    }

    /** Left out since https://docs.stripe.com/changelog/2022-11-15 */
    private JsonNode refunds(ObjectNode charge) {
        List<ObjectNode> refunds =
                ledger.all("refund", "charge", Json.id(charge)).map(this::plain).toList();
        return Json.list("/v1/charges/" + Json.id(charge) + "/refunds", refunds.reversed(), false);
    }

    private JsonNode subscriptions(ObjectNode customer) {
        List<ObjectNode> live = ledger.all("subscription", "customer", Json.id(customer))
                .filter(Subscriptions::isLive)
                .map(this::plain)
                .toList();
        return Json.list("/v1/customers/" + Json.id(customer) + "/subscriptions", live, false);
    }

    private ObjectNode stored(ObjectNode copy) {
        return ledger.find(Json.id(copy)).orElseThrow();
    }

    private static StripeError cannotBeExpanded(String path) {
        return StripeError.invalid("expand", "This property cannot be expanded (" + path + ").");
    }
}
