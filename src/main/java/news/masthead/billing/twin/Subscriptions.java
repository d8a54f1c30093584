package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Subscriptions of one item, in flexible billing mode (the default of this API version:
 * https://docs.stripe.com/billing/subscriptions/billing-mode). How one goes from period to period is {@link Billing}'s.
 */
final class Subscriptions {

    static final Set<String> CHANGE = Set.of(
            "cancel_at_period_end",
            "cancel_at",
            "metadata",
            "cancellation_details",
            "description",
            "proration_behavior");
    static final Set<String> CANCEL = Set.of("cancellation_details");
    static final Set<String> LIST = Set.of("customer", "price", "status", "test_clock", "collection_method", "created");

    private static final Set<String> ENDED = Set.of("canceled", "incomplete_expired");

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Invoices invoices;

    Subscriptions(Contract contract, Ledger ledger, Hours hours, Journal journal, Invoices invoices) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.invoices = invoices;
    }

    static boolean isLive(JsonNode subscription) {
        return !ENDED.contains(Json.text(subscription, "status"));
    }

    static ObjectNode item(JsonNode subscription) {
        return (ObjectNode) subscription.at("/items/data/0");
    }

    /** Starts now and is incomplete until its first invoice is paid: https://docs.stripe.com/billing/subscriptions/overview */
    ObjectNode open(ObjectNode customer, ObjectNode price, long quantity, String paymentMethod, JsonNode metadata) {
        long at = hours.of(customer);
        ObjectNode subscription = contract.blank("Subscription")
                .put("id", Ids.next("sub"))
                .put("billing_cycle_anchor", at)
                .put("collection_method", "charge_automatically")
                .put("created", at)
                .put("currency", Json.text(price, "currency"))
                .put("customer", Json.id(customer))
                .put("default_payment_method", paymentMethod)
                .put("start_date", at)
                .put("status", "incomplete")
                .put("test_clock", Json.text(customer, "test_clock"));
        addSettings(subscription);
        subscription.set("metadata", metadata.deepCopy());
        subscription.set("items", items(subscription, price, quantity, at));
        return ledger.put(subscription);
    }

    private static void addSettings(ObjectNode subscription) {
        subscription
                .putObject("billing_mode")
                .put("type", "flexible")
                .putObject("flexible")
                .put("proration_discounts", "included");
        subscription
                .putObject("cancellation_details")
                .putNull("comment")
                .putNull("feedback")
                .putNull("reason");
        subscription.withObjectProperty("invoice_settings").putObject("issuer").put("type", "self");
        subscription
                .putObject("payment_settings")
                .putNull("payment_method_options")
                .putNull("payment_method_types")
                .put("save_default_payment_method", "off");
    }

    void setStatus(ObjectNode subscription, String status, long at) {
        journal.change("customer.subscription.updated", subscription, at, () -> subscription.put("status", status));
    }

    /** @param reason as in {@code cancellation_details.reason}; one that was given earlier stays */
    void end(ObjectNode subscription, long at, String reason) {
        ObjectNode details = subscription.withObjectProperty("cancellation_details");
        if (!Json.isSet(details, "reason")) {
            details.put("reason", reason);
        }
        if (!Json.isSet(subscription, "canceled_at")) {
            subscription.put("canceled_at", at);
        }
        subscription.put("status", "canceled").put("ended_at", at);
        invoices.stopCollecting(subscription);
        journal.record("customer.subscription.deleted", subscription, at);
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("subscription", call.id(), "id");
    }

    /** Without {@code status}, all that are not canceled: https://docs.stripe.com/api/subscriptions/list */
    ObjectNode list(Call call) {
        Stream<ObjectNode> found = ledger.all("subscription").stream()
                .filter(subscription -> hasStatus(subscription, call.text("status")))
                .filter(subscription ->
                        Listing.matches(subscription, call, "customer", "test_clock", "collection_method"))
                .filter(subscription -> !call.has("price")
                        || Json.id(item(subscription).get("price")).equals(call.text("price")));
        return Listing.page(call, found);
    }

    /** https://docs.stripe.com/billing/subscriptions/cancel */
    ObjectNode update(Call call) {
        ObjectNode subscription = retrieve(call);
        if (!isLive(subscription)) {
            throw StripeError.invalid(null, "A canceled subscription can not be updated.");
        }
        if (call.has("cancel_at") && call.has("cancel_at_period_end") && call.flag("cancel_at_period_end")) {
            throw StripeError.invalid(
                    "cancel_at", "You may only specify one of these parameters: cancel_at, cancel_at_period_end.");
        }
        long at = hours.of(subscription);
        long cancelAt = cancelAt(call, subscription, at);
        journal.change("customer.subscription.updated", subscription, at, () -> {
            call.copy(subscription, "description");
            call.mergeMetadata(subscription);
            if (call.has("cancel_at") || call.has("cancel_at_period_end")) {
                scheduleEnd(subscription, cancelAt, call.flag("cancel_at_period_end"), at);
            }
            takeDetails(call, subscription);
        });
        return subscription;
    }

    /** At once: https://docs.stripe.com/api/subscriptions/cancel */
    ObjectNode cancel(Call call) {
        ObjectNode subscription = retrieve(call);
        if (!isLive(subscription)) {
            throw StripeError.noSuch("subscription", call.id(), "id");
        }
        takeDetails(call, subscription);
        long at = hours.of(subscription);
        subscription.put("canceled_at", at).put("cancel_at_period_end", false).putNull("cancel_at");
        end(subscription, at, "cancellation_requested");
        return subscription;
    }

    /** When it shall end; 0 for never. */
    private static long cancelAt(Call call, ObjectNode subscription, long at) {
        long periodEnd = item(subscription).get("current_period_end").longValue();
        JsonNode asked = call.params().path("cancel_at");
        if (call.flag("cancel_at_period_end") || asked.asText().endsWith("_period_end")) {
            return periodEnd;
        }
        if (!asked.isNumber()) {
            return 0;
        }
        if (asked.longValue() <= at) {
            throw StripeError.invalid("cancel_at", "cancel_at must be a timestamp in the future.");
        }
        // Any other moment prorates, unless it lies within the period and prorations are off:
        // https://docs.stripe.com/api/subscriptions/update
        boolean withoutProration = asked.longValue() < periodEnd && "none".equals(call.text("proration_behavior"));
        if (asked.longValue() != periodEnd && !withoutProration) {
            throw StripeError.notModelled("a cancel_at that causes a proration");
        }
        return asked.longValue();
    }

    private static void scheduleEnd(ObjectNode subscription, long cancelAt, boolean atPeriodEnd, long at) {
        ObjectNode details = subscription.withObjectProperty("cancellation_details");
        subscription.put("cancel_at_period_end", atPeriodEnd);
        if (cancelAt == 0) {
            subscription.putNull("cancel_at").putNull("canceled_at");
            details.putNull("reason");
        } else {
            subscription.put("cancel_at", cancelAt).put("canceled_at", at);
            details.put("reason", "cancellation_requested");
        }
    }

    private static void takeDetails(Call call, ObjectNode subscription) {
        ObjectNode details = subscription.withObjectProperty("cancellation_details");
        call.params().path("cancellation_details").properties().forEach(detail -> {
            boolean unset = detail.getValue().asText().isEmpty();
            details.set(detail.getKey(), unset ? details.nullNode() : detail.getValue());
        });
    }

    private static boolean hasStatus(ObjectNode subscription, String asked) {
        return switch (asked) {
            case null -> !Json.is(subscription, "status", "canceled");
            case "all" -> true;
            case "ended" -> !isLive(subscription);
            default -> Json.is(subscription, "status", asked);
        };
    }

    /** The billing period is the item's and no longer the subscription's: https://docs.stripe.com/changelog/basil/2025-03-31/deprecate-subscription-current-period-start-and-end */
    private ObjectNode items(ObjectNode subscription, ObjectNode price, long quantity, long at) {
        ObjectNode item = contract.blank("SubscriptionItem")
                .put("id", Ids.next("si"))
                .put("created", at)
                .put("current_period_start", at)
                .put("current_period_end", Periods.boundAfter(at, at, price.get("recurring")))
                .put("quantity", quantity)
                .put("subscription", Json.id(subscription));
        item.set("price", price.deepCopy());
        item.set("plan", plan(price));
        item.set("tax_rates", Json.array());
        return Json.list("/v1/subscription_items?subscription=" + Json.id(subscription), Set.of(item), false);
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
