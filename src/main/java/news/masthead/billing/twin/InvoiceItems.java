package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What waits for the customer's next invoice. https://docs.stripe.com/api/invoiceitems */
final class InvoiceItems {

    private static final String KIND = "invoiceitem";

    private final Contract contract;
    private final Ledger ledger;
    private final Journal journal;

    InvoiceItems(Contract contract, Ledger ledger, Journal journal) {
        this.contract = contract;
        this.ledger = ledger;
        this.journal = journal;
    }

    /** A proration that is not billed at once: https://docs.stripe.com/billing/subscriptions/prorations#how-prorations-work */
    void add(ObjectNode subscription, ObjectNode line, long at) {
        ObjectNode item = contract.blank("InvoiceItem")
                .put("id", Ids.next("ii"))
                .put("amount", line.get("amount").longValue())
                .put("currency", Json.text(line, "currency"))
                .put("customer", Json.text(subscription, "customer"))
                .put("date", at)
                .put("description", Json.text(line, "description"))
                .put("discountable", true)
                .put("proration", true)
                .put("quantity", line.get("quantity").longValue())
                .put("quantity_decimal", line.get("quantity").asText())
                .put("test_clock", Json.text(subscription, "test_clock"));
        item.set("metadata", line.get("metadata"));
        item.set("period", line.get("period"));
        item.set("pricing", line.get("pricing"));
        item.putObject("parent")
                .put("type", "subscription_details")
                .putObject("subscription_details")
                .put("subscription", Json.id(subscription))
                .put("subscription_item", Json.id(Subscriptions.item(subscription)));
        line.withObjectProperty("parent")
                .withObjectProperty("subscription_item_details")
                .put("invoice_item", Json.id(item));
        item.putObject(Ledger.PRIVATE).set("line", line);
        Proration.rememberLine(subscription, line);
        ledger.put(item);
        journal.record("invoiceitem.created", item, at);
    }

    /** The lines of what waits for this subscription's next invoice, in front of that invoice's own. */
    List<ObjectNode> waitingFor(ObjectNode subscription) {
        return ledger.all(KIND).stream()
                .filter(item -> !Json.isSet(item, "invoice"))
                .filter(item -> Json.id(subscription)
                        .equals(item.at("/parent/subscription_details/subscription")
                                .textValue()))
                .map(InvoiceItems::line)
                .toList();
    }

    /** Before the lines of an invoice, those that waited for it; they wait no longer. */
    List<ObjectNode> joined(List<ObjectNode> waiting, List<ObjectNode> lines) {
        List<ObjectNode> all = new ArrayList<>(waiting);
        all.addAll(lines);
        return all;
    }

    /** They are on that invoice now. */
    void areOn(ObjectNode invoice) {
        for (JsonNode line : invoice.at("/lines/data")) {
            String item =
                    line.at("/parent/subscription_item_details/invoice_item").textValue();
            if (item != null) {
                ledger.find(item).orElseThrow().put("invoice", Json.id(invoice));
            }
        }
    }

    private static ObjectNode line(ObjectNode item) {
        return (ObjectNode) item.at("/" + Ledger.PRIVATE + "/line").deepCopy();
    }
}
