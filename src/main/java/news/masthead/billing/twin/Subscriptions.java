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

    static final Set<String> CANCEL = Set.of("cancellation_details");
    static final Set<String> LIST = Set.of("customer", "price", "status", "test_clock", "collection_method", "created");

    private static final Set<String> ENDED = Set.of("canceled", "incomplete_expired");

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Invoices invoices;
    private final Items items;

    Subscriptions(Contract contract, Ledger ledger, Hours hours, Journal journal, Invoices invoices, Items items) {
        this.contract = contract;
        this.items = items;
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

    /**
     * Starts now and is incomplete until its first invoice is paid: https://docs.stripe.com/billing/subscriptions/overview . It settles the
     * customer's currency: https://docs.stripe.com/api/customers/object#customer_object-currency
     */
    ObjectNode open(ObjectNode customer, ObjectNode price, long quantity, String paymentMethod, JsonNode metadata) {
        ObjectNode subscription = blank(customer, price, quantity, paymentMethod);
        subscription.set("metadata", metadata.deepCopy());
        customer.put("currency", Json.text(price, "currency"));
        return ledger.put(subscription);
    }

    /** One that is not kept. */
    ObjectNode blank(ObjectNode customer, ObjectNode price, long quantity, String paymentMethod) {
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
        long end = Periods.boundAfter(at, at, price.get("recurring"));
        subscription.set("items", items.of(subscription, price, quantity, at, end));
        return subscription;
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
        if (ledger.find(Json.text(subscription, "schedule")).orElse(null) instanceof ObjectNode schedule) {
            Schedules.cancel(schedule, journal, at);
            subscription.putNull("schedule");
        }
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

    /** At once: https://docs.stripe.com/api/subscriptions/cancel */
    ObjectNode cancel(Call call) {
        ObjectNode subscription = retrieve(call);
        if (!isLive(subscription)) {
            throw StripeError.noSuch("subscription", call.id(), "id");
        }
        long at = hours.toChange(subscription);
        takeDetails(call, subscription);
        subscription.put("canceled_at", at).put("cancel_at_period_end", false).putNull("cancel_at");
        end(subscription, at, "cancellation_requested");
        return subscription;
    }

    static void takeDetails(Call call, ObjectNode subscription) {
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
}
