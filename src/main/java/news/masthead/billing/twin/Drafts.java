package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes invoices and keeps none: what is previewed and what is billed come from here alike. */
final class Drafts {

    private final Contract contract;
    private final Ledger ledger;
    private final Discounts discounts;

    Drafts(Contract contract, Ledger ledger, Discounts discounts) {
        this.contract = contract;
        this.ledger = ledger;
        this.discounts = discounts;
    }

    /**
     * @param reason a {@code billing_reason}
     * @param lookedBackFrom the start of the period that is over, for {@code period_start} looks back: https://docs.stripe.com/api/invoices/object
     */
    ObjectNode ofSubscription(
            ObjectNode subscription, String reason, List<ObjectNode> lines, long lookedBackFrom, long at) {
        ObjectNode invoice = ofCustomer(customerOf(subscription), Json.text(subscription, "currency"), at)
                .put("billing_reason", reason)
                .put("period_start", lookedBackFrom);
        ObjectNode parent =
                invoice.putObject("parent").put("type", "subscription_details").putNull("quote_details");
        ObjectNode details = parent.putObject("subscription_details").put("subscription", Json.id(subscription));
        details.set("metadata", subscription.get("metadata").deepCopy());
        if (lines.stream().anyMatch(Lines::isProration)) {
            details.put("subscription_proration_date", at);
        }
        return with(invoice, lines, discounts.at(subscription, at));
    }

    /** One without a parent: https://docs.stripe.com/api/invoices/create */
    ObjectNode ofCustomer(ObjectNode customer, String currency, long at) {
        ObjectNode invoice = contract.blank("Invoice")
                .put("id", Ids.next("in"))
                .put("account_country", "IN")
                .put("account_name", "Masthead")
                .put("billing_reason", "manual")
                .put("collection_method", "charge_automatically")
                .put("created", at)
                .put("currency", currency)
                .put("customer", Json.id(customer))
                .put("customer_email", Json.text(customer, "email"))
                .put("customer_name", Json.text(customer, "name"))
                .put("customer_tax_exempt", "none")
                .put("period_start", at)
                .put("period_end", at)
                .put("status", "draft")
                .put("test_clock", Json.text(customer, "test_clock"))
                .put("webhooks_delivered_at", at);
        invoice.withObjectProperty("issuer").put("type", "self");
        invoice.putObject("metadata");
        return with(invoice, List.of(), List.of());
    }

    /** The invoice with these lines and no others, added up. */
    ObjectNode with(ObjectNode invoice, List<ObjectNode> lines, List<ObjectNode> taken) {
        lines.forEach(line -> line.put("invoice", Json.id(invoice)));
        invoice.set("lines", Json.list("/v1/invoices/" + Json.id(invoice) + "/lines", lines, false));
        discounts.apply(invoice, lines, taken);
        invoice.put(
                        "subtotal",
                        lines.stream()
                                .mapToLong(line -> line.get("amount").longValue())
                                .sum())
                .put("total", lines.stream().mapToLong(Proration::net).sum());
        return due(invoice);
    }

    /**
     * What a customer is owed from earlier is taken off, and a total below zero is owed from now on.
     * https://docs.stripe.com/billing/customer/balance
     */
    private ObjectNode due(ObjectNode invoice) {
        long balance = customerOf(invoice).path("balance").longValue();
        long due = invoice.get("total").longValue() + balance;
        return invoice.put("starting_balance", balance)
                .put("amount_due", Math.max(0, due))
                .put("amount_remaining", Math.max(0, due));
    }

    private ObjectNode customerOf(JsonNode object) {
        return ledger.find(Json.text(object, "customer")).orElseThrow();
    }
}
