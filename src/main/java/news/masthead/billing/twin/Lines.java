package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The lines of invoices, which belong to no invoice yet. https://docs.stripe.com/api/invoice-line-item/object */
final class Lines {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Contract contract;
    private final Ledger ledger;

    Lines(Contract contract, Ledger ledger) {
        this.contract = contract;
        this.ledger = ledger;
    }

    /** The whole current period of the item, paid in advance. */
    ObjectNode ofPeriod(ObjectNode subscription) {
        JsonNode item = Subscriptions.item(subscription);
        ObjectNode line = line(subscription, amountOf(item), start(item), end(item), false);
        return line.put("description", quantityOf(item) + " × " + nameOf(item) + " (at " + priceOf(item) + ")");
    }

    /** Of a subscription that begins. */
    ObjectNode first(ObjectNode subscription) {
        return Trials.isOn(subscription) ? ofTrial(subscription) : ofPeriod(subscription);
    }

    /** The days of a trial, which cost nothing: https://docs.stripe.com/billing/subscriptions/trials */
    private ObjectNode ofTrial(ObjectNode subscription) {
        JsonNode item = Subscriptions.item(subscription);
        ObjectNode line = line(subscription, 0, start(item), end(item), false);
        return line.put("description", "Trial period for " + nameOf(item));
    }

    /** What was paid and will not be used: https://docs.stripe.com/billing/subscriptions/prorations */
    ObjectNode unused(ObjectNode subscription, long amount, long from, long to) {
        JsonNode item = Subscriptions.item(subscription);
        return line(subscription, -amount, from, to, true)
                .put("description", "Unused time on " + nameOf(item) + " after " + day(from));
    }

    /** What will be used and was not paid, to the end of the current period. */
    ObjectNode remaining(ObjectNode subscription, long amount, long from, long to) {
        JsonNode item = Subscriptions.item(subscription);
        return line(subscription, amount, from, to, true)
                .put("description", "Remaining time on " + nameOf(item) + " after " + day(from));
    }

    static long amountOf(JsonNode item) {
        return item.at("/price/unit_amount").longValue() * quantityOf(item);
    }

    static boolean isProration(JsonNode line) {
        return line.at("/parent/subscription_item_details/proration").asBoolean()
                || line.at("/parent/invoice_item_details/proration").asBoolean();
    }

    private ObjectNode line(ObjectNode subscription, long amount, long from, long to, boolean proration) {
        JsonNode item = Subscriptions.item(subscription);
        JsonNode price = item.get("price");
        ObjectNode line = contract.blank("InvoiceLineItem")
                .put("id", Ids.next("il"))
                .put("amount", amount)
                .put("subtotal", amount)
                .put("currency", Json.text(subscription, "currency"))
                .put("discountable", true)
                .put("quantity", quantityOf(item))
                .put("subscription", Json.id(subscription));
        line.set("metadata", subscription.get("metadata").deepCopy());
        line.putObject("period").put("start", from).put("end", to);
        line.set("parent", parent(subscription, item, proration));
        line.set("pricing", pricing(price));
        return line;
    }

    static ObjectNode pricing(JsonNode price) {
        ObjectNode pricing = Json.object()
                .put("type", "price_details")
                .put("unit_amount_decimal", Json.text(price, "unit_amount_decimal"));
        pricing.putObject("price_details").put("price", Json.id(price)).put("product", Json.text(price, "product"));
        return pricing;
    }

    private static ObjectNode parent(ObjectNode subscription, JsonNode item, boolean proration) {
        ObjectNode parent =
                Json.object().put("type", "subscription_item_details").putNull("invoice_item_details");
        parent.putObject("subscription_item_details")
                .put("subscription", Json.id(subscription))
                .put("subscription_item", Json.id(item))
                .put("proration", proration)
                .putNull("proration_details")
                .putNull("invoice_item");
        return parent;
    }

    private String nameOf(JsonNode item) {
        return ledger.find(item.at("/price/product").asText())
                .map(product -> Json.text(product, "name"))
                .orElse("subscription");
    }

    private static String priceOf(JsonNode item) {
        JsonNode price = item.get("price");
        return Rupees.of(price.get("unit_amount").longValue(), Json.text(price, "currency")) + " / "
                + PayPage.interval(price.get("recurring"));
    }

    private static long quantityOf(JsonNode item) {
        return item.path("quantity").asLong(1);
    }

    private static long start(JsonNode item) {
        return item.get("current_period_start").longValue();
    }

    private static long end(JsonNode item) {
        return item.get("current_period_end").longValue();
    }

    private static String day(long at) {
        return DAY.format(Instant.ofEpochSecond(at));
    }
}
