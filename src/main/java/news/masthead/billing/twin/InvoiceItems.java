package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What waits for the customer's next invoice. https://docs.stripe.com/api/invoiceitems */
final class InvoiceItems {

    static final Set<String> NEW = Set.of(
            "amount",
            "currency",
            "customer",
            "description",
            "discountable",
            "invoice",
            "metadata",
            "period",
            "quantity",
            "subscription");
    static final Set<String> LIST = Set.of("created", "customer", "invoice", "pending");

    private static final String KIND = "invoiceitem";

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Drafts drafts;

    InvoiceItems(Contract contract, Ledger ledger, Hours hours, Journal journal, Drafts drafts) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.drafts = drafts;
    }

    /** For the next invoice, or for a draft that is there. https://docs.stripe.com/api/invoiceitems/create */
    ObjectNode create(Call call) {
        ObjectNode customer = ledger.existing("customer", call.required("customer"), "customer");
        if (!call.has("amount")) {
            throw StripeError.notModelled("an invoice item without an amount");
        }
        long at = hours.of(customer);
        ObjectNode item = item(customer, call.has("currency") ? call.text("currency") : "inr", at)
                .put("amount", call.number("amount").orElseThrow());
        item.putObject("metadata");
        item.putObject("period").put("start", at).put("end", at);
        call.copy(item, "description", "discountable", "period", "quantity");
        call.mergeMetadata(item);
        if (call.has("subscription")) {
            belongsTo(item, Json.id(ledger.existing("subscription", call.text("subscription"), "subscription")));
        }
        ledger.put(item);
        if (call.has("invoice")) {
            addTo(draft(call), item, at);
        }
        journal.record("invoiceitem.created", item, at);
        return item;
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all(KIND).stream()
                        .filter(item -> Listing.matches(item, call, "customer", "invoice"))
                        .filter(item -> !call.has("pending") || call.flag("pending") != Json.isSet(item, "invoice")));
    }

    private ObjectNode draft(Call call) {
        ObjectNode invoice = ledger.existing("invoice", call.text("invoice"), "invoice");
        if (!Json.is(invoice, "status", "draft")) {
            throw StripeError.invalid(
                    "invoice_not_editable", "invoice", "The invoice is no longer a draft and takes no items.");
        }
        return invoice;
    }

    private void addTo(ObjectNode invoice, ObjectNode item, long at) {
        List<ObjectNode> there = Json.stream(invoice.at("/lines/data"))
                .map(ObjectNode.class::cast)
                .toList();
        journal.change(
                "invoice.updated",
                invoice,
                at,
                () -> drafts.with(invoice, joined(there, List.of(line(item))), List.of()));
        areOn(invoice);
    }

    /** A proration that is not billed at once: https://docs.stripe.com/billing/subscriptions/prorations#how-prorations-work */
    void add(ObjectNode subscription, ObjectNode line, long at) {
        ObjectNode customer = ledger.find(Json.text(subscription, "customer")).orElseThrow();
        ObjectNode item = item(customer, Json.text(line, "currency"), at)
                .put("amount", line.get("amount").longValue())
                .put("description", Json.text(line, "description"))
                .put("proration", true)
                .put("quantity", line.get("quantity").longValue())
                .put("quantity_decimal", line.get("quantity").asText());
        item.set("metadata", line.get("metadata"));
        item.set("period", line.get("period"));
        item.set("pricing", line.get("pricing"));
        belongsTo(item, Json.id(subscription)).put("subscription_item", Json.id(Subscriptions.item(subscription)));
        line.withObjectProperty("parent")
                .withObjectProperty("subscription_item_details")
                .put("invoice_item", Json.id(item));
        item.putObject(Ledger.PRIVATE).set("line", line);
        Proration.rememberLine(subscription, line);
        ledger.put(item);
        journal.record("invoiceitem.created", item, at);
    }

    /**
     * The lines of what waits.
     *
     * @param owner a subscription, whose next invoice takes its customer's items too, or a customer
     */
    List<ObjectNode> waitingFor(ObjectNode owner) {
        boolean isSubscription = Json.is(owner, "object", "subscription");
        String customer = isSubscription ? Json.text(owner, "customer") : Json.id(owner);
        return ledger.all(KIND, "customer", customer)
                .filter(item -> !Json.isSet(item, "invoice"))
                .filter(item -> subscriptionOf(item) == null
                        || isSubscription && subscriptionOf(item).equals(Json.id(owner)))
                .map(this::line)
                .toList();
    }

    /** Before the lines of an invoice, those that waited for it. */
    List<ObjectNode> joined(List<ObjectNode> waiting, List<ObjectNode> lines) {
        List<ObjectNode> all = new ArrayList<>(waiting);
        all.addAll(lines);
        return all;
    }

    /** They are on that invoice now, and wait no longer. */
    void areOn(ObjectNode invoice) {
        for (JsonNode line : invoice.at("/lines/data")) {
            Stream.of("/parent/subscription_item_details/invoice_item", "/parent/invoice_item_details/invoice_item")
                    .map(at -> line.at(at).textValue())
                    .filter(Objects::nonNull)
                    .forEach(item -> ledger.find(item).orElseThrow().put("invoice", Json.id(invoice)));
        }
    }

    private ObjectNode item(ObjectNode customer, String currency, long at) {
        return contract.blank("InvoiceItem")
                .put("id", Ids.next("ii"))
                .put("currency", currency)
                .put("customer", Json.id(customer))
                .put("date", at)
                .put("discountable", true)
                .put("quantity", 1)
                .put("quantity_decimal", "1")
                .put("test_clock", Json.text(customer, "test_clock"));
    }

    private static ObjectNode belongsTo(ObjectNode item, String subscription) {
        return item.putObject("parent")
                .put("type", "subscription_details")
                .putObject("subscription_details")
                .put("subscription", subscription);
    }

    private static String subscriptionOf(ObjectNode item) {
        return item.at("/parent/subscription_details/subscription").textValue();
    }

    /** A proration keeps the line that it is; any other item makes one of its own. */
    private ObjectNode line(ObjectNode item) {
        if (item.at("/" + Ledger.PRIVATE + "/line") instanceof ObjectNode kept) {
            return kept.deepCopy();
        }
        ObjectNode line = contract.blank("InvoiceLineItem")
                .put("id", Ids.next("il"))
                .put("amount", item.get("amount").longValue())
                .put("subtotal", item.get("amount").longValue())
                .put("currency", Json.text(item, "currency"))
                .put("description", Json.text(item, "description"))
                .put("discountable", item.get("discountable").booleanValue())
                .put("quantity", item.get("quantity").longValue())
                .put("subscription", subscriptionOf(item));
        line.set("metadata", item.get("metadata").deepCopy());
        line.set("period", item.get("period").deepCopy());
        ObjectNode parent =
                line.putObject("parent").put("type", "invoice_item_details").putNull("subscription_item_details");
        parent.putObject("invoice_item_details")
                .put("invoice_item", Json.id(item))
                .put("proration", false)
                .putNull("proration_details")
                .put("subscription", subscriptionOf(item));
        return line;
    }
}
