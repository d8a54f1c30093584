package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What happened to whose money, for the page of local mode: a row an invoice of a subscription, newest first. */
final class Overview {

    private final Ledger ledger;

    Overview(Ledger ledger) {
        this.ledger = ledger;
    }

    ArrayNode payments() {
        return Json.array()
                .addAll(ledger.all("invoice").reversed().stream()
                        .filter(invoice -> Invoices.subscriptionOf(invoice) != null)
                        .map(this::row)
                        .toList());
    }

    private ObjectNode row(ObjectNode invoice) {
        ObjectNode subscription = ledger.find(Invoices.subscriptionOf(invoice)).orElseThrow();
        ObjectNode customer = ledger.find(Json.text(invoice, "customer")).orElseThrow();
        List<String> intents = ledger.all("invoice_payment", "invoice", Json.id(invoice))
                .map(payment -> Json.text(payment.get("payment"), "payment_intent"))
                .toList();
        ObjectNode row = Json.object()
                .put("invoice", Json.id(invoice))
                .put("invoice_status", Json.text(invoice, "status"))
                .put("number", Json.text(invoice, "number"))
                .put("created", invoice.get("created").longValue())
                .put("amount_due", invoice.get("amount_due").longValue())
                .put("amount_paid", invoice.get("amount_paid").longValue())
                .put("currency", Json.text(invoice, "currency"))
                .put("period_start", invoice.at("/lines/data/0/period/start").longValue())
                .put("period_end", invoice.at("/lines/data/0/period/end").longValue())
                .put("payment_intent", intents.isEmpty() ? null : intents.getFirst())
                .put("subscription", Json.id(subscription))
                .put("subscription_status", Json.text(subscription, "status"))
                .put(
                        "price_lookup_key",
                        subscription.at("/items/data/0/price/lookup_key").textValue())
                .put("test_clock", Json.text(subscription, "test_clock"))
                .put("customer", Json.id(customer))
                .put("customer_email", Json.text(customer, "email"));
        row.set(
                "customer_metadata",
                customer.path("metadata").isObject() ? customer.get("metadata").deepCopy() : Json.object());
        return row;
    }
}
