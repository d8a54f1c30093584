package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a Checkout session sells, and for how much. https://docs.stripe.com/api/checkout/sessions/line_items */
final class Basket {

    /** What the private part of a session calls {@code subscription_data}. */
    static final String DATA = "subscription_data";

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Catalogue catalogue;
    private final Redemptions redemptions;
    private final Discounts discounts;

    Basket(
            Contract contract,
            Ledger ledger,
            Hours hours,
            Catalogue catalogue,
            Redemptions redemptions,
            Discounts discounts) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.catalogue = catalogue;
        this.redemptions = redemptions;
        this.discounts = discounts;
    }

    void fill(Call call, ObjectNode session) {
        JsonNode items = call.params().path("line_items");
        if (items.isEmpty()) {
            throw StripeError.missing("line_items");
        }
        if (items.size() > 1) {
            throw StripeError.notModelled("Checkout with several line items");
        }
        if (!items.get(0).has("price")) {
            throw StripeError.missing("line_items[0][price]");
        }
        if (items.get(0).path("quantity").asLong() < 1) {
            throw StripeError.invalid("line_items[0]", "Quantity is required. Add `quantity` to `line_items[0]`");
        }
        ObjectNode price = catalogue.subscribable(Json.text(items.get(0), "price"), "line_items[0][price]");
        ObjectNode line = line(price, items.get(0).get("quantity").longValue());
        session.put("currency", Json.text(price, "currency"));
        session.withObjectProperty(Ledger.PRIVATE).putArray("line_items").add(line);
        takeDiscounts(call, session);
    }

    /** https://docs.stripe.com/payments/checkout/discounts */
    private void takeDiscounts(Call call, ObjectNode session) {
        if (call.has("discounts") && call.flag("allow_promotion_codes")) {
            throw StripeError.invalid(
                    "allow_promotion_codes",
                    "You may only specify one of these parameters: allow_promotion_codes, discounts.");
        }
        if (call.has("allow_promotion_codes")) {
            session.put("allow_promotion_codes", call.flag("allow_promotion_codes"));
        }
        reprice(session, drawn(call.params().path("discounts"), session));
    }

    /** What was asked for, judged now; nothing of it is kept. */
    List<ObjectNode> drawn(JsonNode asked, ObjectNode session) {
        ObjectNode customer = customerOf(session);
        return redemptions.of(asked, customer, full(session), Json.text(session, "currency"), timeOf(customer));
    }

    /**
     * A reader typed a code.
     *
     * @throws StripeError if it does not hold; the price is then what it was
     */
    void takeCode(ObjectNode session, String word) {
        if (!session.path("allow_promotion_codes").asBoolean()) {
            throw StripeError.invalid("promotion_code", "This checkout takes no promotion codes.");
        }
        ObjectNode customer = customerOf(session);
        reprice(
                session,
                List.of(redemptions.ofWord(
                        word, customer, full(session), Json.text(session, "currency"), timeOf(customer))));
    }

    /** Tells the session what it costs with these discounts. */
    private void reprice(ObjectNode session, List<ObjectNode> drawn) {
        ObjectNode line = line(session);
        long amount = hasTrial(session) ? 0 : full(session);
        ObjectNode asInvoiced = Json.object().put("amount", amount).put("discountable", true);
        asInvoiced.putObject("pricing").putObject("price_details").set("product", line.at("/price/product"));
        discounts.apply(Json.object(), List.of(asInvoiced), drawn);
        long total = Proration.net(asInvoiced);
        line.put("amount_discount", amount - total).put("amount_total", total);
        session.put("amount_subtotal", amount).put("amount_total", total);
        session.putObject("total_details")
                .put("amount_discount", amount - total)
                .put("amount_shipping", 0)
                .put("amount_tax", 0);
        ArrayNode shown = session.putArray("discounts");
        drawn.forEach(discount -> shown.addObject()
                .put("coupon", discount.at("/source/coupon").textValue())
                .set("promotion_code", discount.get("promotion_code")));
    }

    /** Not where nothing is paid today and the session does not insist: https://docs.stripe.com/payments/checkout/free-trials */
    static boolean needsCard(ObjectNode session) {
        return !Json.is(session, "payment_method_collection", "if_required")
                || session.get("amount_total").longValue() > 0;
    }

    static boolean hasTrial(ObjectNode session) {
        JsonNode data = session.path(Ledger.PRIVATE).path(DATA);
        return data.has("trial_period_days") || data.has("trial_end");
    }

    static ObjectNode line(ObjectNode session) {
        return (ObjectNode) session.at("/" + Ledger.PRIVATE + "/line_items/0");
    }

    private static long full(ObjectNode session) {
        return line(session).get("amount_subtotal").longValue();
    }

    private ObjectNode customerOf(ObjectNode session) {
        return Json.isSet(session, "customer")
                ? ledger.find(Json.text(session, "customer")).orElseThrow()
                : null;
    }

    private long timeOf(ObjectNode customer) {
        return customer == null ? hours.now() : hours.of(customer);
    }

    private ObjectNode line(ObjectNode price, long quantity) {
        long amount = price.get("unit_amount").longValue() * quantity;
        ObjectNode line = contract.blank("LineItem")
                .put("id", Ids.next("li"))
                .put("amount_subtotal", amount)
                .put("amount_total", amount)
                .put("currency", Json.text(price, "currency"))
                .put(
                        "description",
                        ledger.find(Json.text(price, "product"))
                                .map(it -> Json.text(it, "name"))
                                .orElse(""))
                .put("quantity", quantity);
        line.set("price", price.deepCopy());
        return line;
    }
}
