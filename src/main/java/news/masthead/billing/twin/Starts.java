package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Subscriptions that begin without a Checkout. https://docs.stripe.com/api/subscriptions/create */
final class Starts {

    static final Set<String> NEW = Set.of(
            "billing_mode.type",
            "cancel_at_period_end",
            "collection_method",
            "currency",
            "customer",
            "default_payment_method",
            "description",
            "discounts",
            "items.price",
            "items.quantity",
            "metadata",
            "off_session",
            "payment_behavior",
            "payment_settings.save_default_payment_method",
            "proration_behavior",
            "trial_end",
            "trial_period_days",
            "trial_settings");

    private final Ledger ledger;
    private final Hours hours;
    private final Catalogue catalogue;
    private final Cards cards;
    private final Subscriptions subscriptions;
    private final Redemptions redemptions;
    private final Discounts discounts;
    private final Billing billing;

    Starts(
            Ledger ledger,
            Hours hours,
            Catalogue catalogue,
            Cards cards,
            Subscriptions subscriptions,
            Redemptions redemptions,
            Discounts discounts,
            Billing billing) {
        this.ledger = ledger;
        this.hours = hours;
        this.catalogue = catalogue;
        this.cards = cards;
        this.subscriptions = subscriptions;
        this.redemptions = redemptions;
        this.discounts = discounts;
        this.billing = billing;
    }

    ObjectNode create(Call call) {
        ObjectNode customer = ledger.existing("customer", call.required("customer"), "customer");
        refuseOtherModes(call);
        hours.toChange(customer);
        PaymentBehaviour behaviour = PaymentBehaviour.of(call);
        if (behaviour == PaymentBehaviour.PENDING_IF_INCOMPLETE) {
            throw StripeError.invalid("payment_behavior", "A new subscription cannot have a pending update.");
        }
        JsonNode item = theItem(call);
        ObjectNode price = catalogue.subscribable(Json.text(item, "price"), "items[0][price]");
        long quantity = item.path("quantity").asLong(1);
        List<ObjectNode> drawn = redemptions.of(
                call.params().path("discounts"),
                customer,
                price.get("unit_amount").longValue() * quantity,
                Json.text(price, "currency"),
                hours.of(customer));
        ObjectNode method = call.has("default_payment_method")
                ? cards.ofCustomer(call.text("default_payment_method"), customer, hours.of(customer))
                : null;
        if (Trials.endAsked(call.params(), hours.of(customer)) == 0) {
            refuseUnpayable(call, behaviour, method == null ? defaultOf(customer) : Json.id(method));
        }
        ObjectNode subscription =
                subscriptions.open(customer, price, quantity, method == null ? null : Json.id(method), Json.object());
        Trials.take(call.params(), subscription, hours.of(customer));
        takeSettings(call, subscription);
        discounts.give(subscription, drawn, null, hours.of(customer));
        billing.begin(subscription, behaviour, isOnSession(call));
        return subscription;
    }

    private void refuseUnpayable(Call call, PaymentBehaviour behaviour, String method) {
        if (behaviour == PaymentBehaviour.ERROR_IF_INCOMPLETE) {
            cards.refuseIfDeclined(method, isOnSession(call));
        } else if (behaviour == PaymentBehaviour.ALLOW_INCOMPLETE && method == null) {
            throw noMethod();
        }
    }

    private static void takeSettings(Call call, ObjectNode subscription) {
        call.copy(subscription, "description");
        call.mergeMetadata(subscription);
        if (call.flag("cancel_at_period_end")) {
            long end =
                    Subscriptions.item(subscription).get("current_period_end").longValue();
            Changes.scheduleEnd(
                    subscription, end, true, subscription.get("created").longValue());
        }
        call.params()
                .path("payment_settings")
                .properties()
                .forEach(setting ->
                        subscription.withObjectProperty("payment_settings").set(setting.getKey(), setting.getValue()));
    }

    private static JsonNode theItem(Call call) {
        JsonNode items = call.params().path("items");
        if (items.isEmpty() || !items.get(0).has("price")) {
            throw StripeError.missing("items");
        }
        if (items.size() > 1) {
            throw StripeError.notModelled("a subscription of several items");
        }
        return items.get(0);
    }

    private static void refuseOtherModes(Call call) {
        if (call.has("collection_method") && !Json.is(call.params(), "collection_method", "charge_automatically")) {
            throw StripeError.notModelled("invoices that are sent");
        }
        if (call.params().at("/billing_mode/type").asText("flexible").equals("classic")) {
            throw StripeError.notModelled("the classic billing mode");
        }
    }

    /** https://docs.stripe.com/api/subscriptions/create#create_subscription-off_session */
    private static boolean isOnSession(Call call) {
        return !call.flag("off_session");
    }

    private static String defaultOf(ObjectNode customer) {
        return customer.at("/invoice_settings/default_payment_method").textValue();
    }

    /** https://docs.stripe.com/error-codes#resource-missing */
    private static StripeError noMethod() {
        return StripeError.invalid(
                "resource_missing",
                null,
                "This customer has no attached payment source or default payment method. Please consider adding a default payment method.");
    }
}
