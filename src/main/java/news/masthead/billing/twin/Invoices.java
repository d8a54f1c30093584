package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/** An invoice from its draft to its end. https://docs.stripe.com/api/invoices , https://docs.stripe.com/billing/invoices/subscription */
final class Invoices {

    static final Set<String> LIST = Set.of("customer", "subscription", "status", "collection_method", "created");

    private static final long DRAFT_SECONDS = 3600;

    private final Contract contract;
    private final Ledger ledger;
    private final Journal journal;
    private final Payments payments;

    Invoices(Contract contract, Ledger ledger, Journal journal, Payments payments) {
        this.contract = contract;
        this.ledger = ledger;
        this.journal = journal;
        this.payments = payments;
    }

    /**
     * A draft for the item's current period; it is finalized about an hour later.
     * https://docs.stripe.com/billing/subscriptions/webhooks#understand
     *
     * @param reason {@code subscription_create} or {@code subscription_cycle}
     * @param lookedBackFrom the start of the period that is over, for {@code period_start} looks back: https://docs.stripe.com/api/invoices/object
     */
    ObjectNode draft(ObjectNode subscription, String reason, long lookedBackFrom, long at) {
        ObjectNode invoice = blank(subscription, at)
                .put("billing_reason", reason)
                .put("status", "draft")
                .put("auto_advance", true)
                .put("automatically_finalizes_at", at + DRAFT_SECONDS)
                .put("period_start", lookedBackFrom)
                .put("period_end", at);
        addLine(invoice, subscription);
        ledger.put(invoice);
        journal.record("invoice.created", invoice, at);
        return invoice;
    }

    void finalise(ObjectNode invoice, long at) {
        invoice.put("status", "open").put("number", nextNumber(invoice)).put("effective_at", at);
        invoice.putNull("automatically_finalizes_at").put("ending_balance", 0);
        invoice.withObjectProperty("status_transitions").put("finalized_at", at);
        payments.open(invoice, at);
        journal.record("invoice.finalized", invoice, at);
    }

    /** What is not paid now stays open; the next attempt is the caller's to plan. */
    Outcome attempt(ObjectNode invoice, String paymentMethod, boolean onSession, long at) {
        invoice.put("attempted", true)
                .put("attempt_count", invoice.get("attempt_count").intValue() + 1);
        invoice.putNull("next_payment_attempt");
        Outcome outcome = payments.attempt(invoice, paymentMethod, onSession, at);
        if (outcome == Outcome.PAID) {
            settle(invoice, at);
        }
        return outcome;
    }

    private void settle(ObjectNode invoice, long at) {
        invoice.put("status", "paid")
                .put("amount_paid", invoice.get("amount_due").longValue())
                .put("amount_remaining", 0)
                .put("auto_advance", false);
        invoice.withObjectProperty("status_transitions").put("paid_at", at);
        journal.record("invoice.paid", invoice, at);
    }

    /** A canceled subscription's invoices are no longer collected: https://docs.stripe.com/billing/subscriptions/cancel */
    void stopCollecting(ObjectNode subscription) {
        of(Json.id(subscription))
                .filter(invoice -> Json.is(invoice, "status", "draft") || Json.is(invoice, "status", "open"))
                .forEach(invoice -> invoice.put("auto_advance", false)
                        .putNull("automatically_finalizes_at")
                        .putNull("next_payment_attempt"));
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("invoice", call.id(), "invoice");
    }

    ObjectNode list(Call call) {
        Stream<ObjectNode> found =
                call.has("subscription") ? of(call.text("subscription")) : ledger.all("invoice").stream();
        return Listing.page(
                call,
                found.filter(invoice -> Listing.matches(invoice, call, "customer", "status", "collection_method")));
    }

    ObjectNode lines(Call call) {
        return Listing.page(
                call, Json.stream(retrieve(call).get("lines").get("data")).map(ObjectNode.class::cast));
    }

    static String subscriptionOf(JsonNode invoice) {
        return invoice.at("/parent/subscription_details/subscription").textValue();
    }

    private Stream<ObjectNode> of(String subscription) {
        return ledger.all("invoice", "/parent/subscription_details/subscription", subscription);
    }

    private ObjectNode blank(ObjectNode subscription, long at) {
        JsonNode customer = ledger.find(Json.text(subscription, "customer")).orElseThrow();
        ObjectNode invoice = contract.blank("Invoice")
                .put("id", Ids.next("in"))
                .put("account_country", "IN")
                .put("account_name", "Masthead")
                .put("collection_method", "charge_automatically")
                .put("created", at)
                .put("currency", Json.text(subscription, "currency"))
                .put("customer", Json.id(customer))
                .put("customer_email", Json.text(customer, "email"))
                .put("customer_name", Json.text(customer, "name"))
                .put("customer_tax_exempt", "none")
                .put("test_clock", Json.text(subscription, "test_clock"))
                .put("webhooks_delivered_at", at);
        invoice.withObjectProperty("issuer").put("type", "self");
        invoice.putObject("metadata");
        ObjectNode parent =
                invoice.putObject("parent").put("type", "subscription_details").putNull("quote_details");
        parent.putObject("subscription_details")
                .put("subscription", Json.id(subscription))
                .set("metadata", subscription.get("metadata").deepCopy());
        return invoice;
    }

    private void addLine(ObjectNode invoice, ObjectNode subscription) {
        JsonNode item = Subscriptions.item(subscription);
        JsonNode price = item.get("price");
        long amount =
                price.get("unit_amount").longValue() * item.get("quantity").longValue();
        ObjectNode line = contract.blank("InvoiceLineItem")
                .put("id", Ids.next("il"))
                .put("amount", amount)
                .put("subtotal", amount)
                .put("currency", Json.text(invoice, "currency"))
                .put("discountable", true)
                .put("invoice", Json.id(invoice))
                .put("quantity", item.get("quantity").longValue())
                .put("subscription", Json.id(subscription));
        line.set("metadata", subscription.get("metadata").deepCopy());
        line.putObject("period")
                .put("start", item.get("current_period_start").longValue())
                .put("end", item.get("current_period_end").longValue());
        line.set("parent", parentOfLine(subscription, item));
        line.putObject("pricing")
                .put("type", "price_details")
                .put("unit_amount_decimal", Json.text(price, "unit_amount_decimal"))
                .putObject("price_details")
                .put("price", Json.id(price))
                .put("product", Json.text(price, "product"));
        invoice.set("lines", Json.list("/v1/invoices/" + Json.id(invoice) + "/lines", Set.of(line), false));
        for (String total : new String[] {"amount_due", "amount_remaining", "subtotal", "total"}) {
            invoice.put(total, amount);
        }
    }

    private static ObjectNode parentOfLine(ObjectNode subscription, JsonNode item) {
        ObjectNode parent =
                Json.object().put("type", "subscription_item_details").putNull("invoice_item_details");
        parent.putObject("subscription_item_details")
                .put("subscription", Json.id(subscription))
                .put("subscription_item", Json.id(item))
                .put("proration", false)
                .putNull("proration_details")
                .putNull("invoice_item");
        return parent;
    }

    private String nextNumber(ObjectNode invoice) {
        ObjectNode customer = ledger.find(Json.text(invoice, "customer")).orElseThrow();
        long sequence = customer.get("next_invoice_sequence").longValue();
        customer.put("next_invoice_sequence", sequence + 1);
        return "%s-%04d".formatted(Json.text(customer, "invoice_prefix"), sequence);
    }
}
