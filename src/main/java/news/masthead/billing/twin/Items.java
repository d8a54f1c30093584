package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The one item of a subscription: its price and its period. https://docs.stripe.com/api/subscription_items/object */
final class Items {

    private final Contract contract;

    Items(Contract contract) {
        this.contract = contract;
    }

    /** The billing period is the item's and no longer the subscription's: https://docs.stripe.com/changelog/basil/2025-03-31/deprecate-subscription-current-period-start-and-end */
    ObjectNode of(ObjectNode subscription, ObjectNode price, long quantity, long start, long end) {
        ObjectNode item = contract.blank("SubscriptionItem")
                .put("id", Ids.next("si"))
                .put("created", start)
                .put("current_period_start", start)
                .put("current_period_end", end)
                .put("quantity", quantity)
                .put("subscription", Json.id(subscription));
        setPrice(item, price);
        item.set("tax_rates", Json.array());
        return Json.list("/v1/subscription_items?subscription=" + Json.id(subscription), Set.of(item), false);
    }

    void setPrice(ObjectNode item, ObjectNode price) {
        item.set("price", price.deepCopy());
        item.set("plan", plan(price));
    }

    /** The older form of a price that an item still carries. */
    private ObjectNode plan(ObjectNode price) {
        ObjectNode plan = contract.blank("Plan")
                .put("id", Json.id(price))
                .put("active", price.get("active").booleanValue())
                .put("amount", price.get("unit_amount").longValue())
                .put("amount_decimal", Json.text(price, "unit_amount_decimal"))
                .put("billing_scheme", "per_unit")
                .put("created", price.get("created").longValue())
                .put("currency", Json.text(price, "currency"))
                .put("interval", Json.text(price.get("recurring"), "interval"))
                .put(
                        "interval_count",
                        price.get("recurring").get("interval_count").longValue())
                .put("product", Json.text(price, "product"))
                .put("usage_type", "licensed");
        plan.set("metadata", price.get("metadata").deepCopy());
        return plan;
    }
}
