package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** What a subscription's owner changes of it. https://docs.stripe.com/api/subscriptions/update , https://docs.stripe.com/billing/subscriptions/change */
final class Changes {

    static final Set<String> CHANGE = Set.of(
            "billing_cycle_anchor",
            "cancel_at",
            "cancel_at_period_end",
            "cancellation_details",
            "default_payment_method",
            "description",
            "discounts",
            "items.id",
            "items.price",
            "items.quantity",
            "metadata",
            "off_session",
            "pause_collection",
            "payment_behavior",
            "payment_settings.save_default_payment_method",
            "proration_behavior",
            "proration_date",
            "trial_end",
            "trial_settings");

    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Cards cards;
    private final Subscriptions subscriptions;
    private final Proration proration;
    private final Redemptions redemptions;
    private final Discounts discounts;
    private final Billing billing;

    Changes(
            Ledger ledger,
            Hours hours,
            Journal journal,
            Cards cards,
            Subscriptions subscriptions,
            Proration proration,
            Redemptions redemptions,
            Discounts discounts,
            Billing billing) {
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.cards = cards;
        this.subscriptions = subscriptions;
        this.proration = proration;
        this.redemptions = redemptions;
        this.discounts = discounts;
        this.billing = billing;
    }

    ObjectNode update(Call call) {
        ObjectNode subscription = subscriptions.retrieve(call);
        refuseImpossible(call, subscription);
        long at = hours.toChange(subscription);
        Proration.Change change = proration.of(subscription, call.params(), at);
        PaymentBehaviour behaviour = PaymentBehaviour.of(call);
        if (behaviour == PaymentBehaviour.PENDING_IF_INCOMPLETE && change.billsNow()) {
            PendingUpdates.refuseUnsupported(call);
            billing.changeOncePaid(subscription, change, at);
            return subscription;
        }
        Settings settings = settings(call, subscription, change.after(), at);
        if (behaviour == PaymentBehaviour.ERROR_IF_INCOMPLETE && change.billsNow()) {
            billing.refuseIfDeclined(subscription, settings.method(), false);
        }
        journal.change("customer.subscription.updated", subscription, at, () -> {
            billing.take(subscription, change, at);
            take(call, settings, subscription, at);
        });
        if (change.billsNow()) {
            billing.change(subscription, change.lines(), behaviour, at);
        }
        return subscription;
    }

    /**
     * What may be refused, found out before anything is changed.
     *
     * @param method null if it stays
     * @param cancelAt 0 for never
     */
    private record Settings(String method, long cancelAt, List<ObjectNode> discounts) {}

    private Settings settings(Call call, ObjectNode subscription, ObjectNode after, long at) {
        ObjectNode customer = ledger.existing("customer", Json.text(subscription, "customer"), "customer");
        long amount = Lines.amountOf(Subscriptions.item(after));
        List<ObjectNode> drawn = redemptions.of(
                call.params().path("discounts"), customer, amount, Json.text(subscription, "currency"), at);
        long cancelAt = cancelAt(call, subscription, at);
        String method = call.has("default_payment_method")
                ? Json.id(cards.ofCustomer(call.text("default_payment_method"), customer, at))
                : null;
        return new Settings(method, cancelAt, drawn);
    }

    private void refuseImpossible(Call call, ObjectNode subscription) {
        if (!Subscriptions.isLive(subscription)) {
            throw StripeError.invalid(null, "A canceled subscription can not be updated.");
        }
        if (call.has("items") && List.of("incomplete", "paused").contains(Json.text(subscription, "status"))) {
            throw StripeError.invalid(
                    "items",
                    "You cannot update the items of a subscription that is " + Json.text(subscription, "status"));
        }
        refuseWhatIsScheduled(call, subscription);
        if (call.has("cancel_at") && call.has("cancel_at_period_end") && call.flag("cancel_at_period_end")) {
            throw StripeError.invalid(
                    "cancel_at", "You may only specify one of these parameters: cancel_at, cancel_at_period_end.");
        }
        if (call.params().at("/pause_collection/resumes_at").asLong(Long.MAX_VALUE) <= hours.of(subscription)) {
            throw StripeError.invalid("pause_collection[resumes_at]", "`resumes_at` must be in the future.");
        }
        if (call.has("trial_end") && !Json.is(call.params(), "trial_end", "now")) {
            throw StripeError.notModelled("a trial that is made longer");
        }
    }

    /** https://docs.stripe.com/billing/subscriptions/subscription-schedules#managing-a-subscription-with-a-schedule */
    private static void refuseWhatIsScheduled(Call call, ObjectNode subscription) {
        if (!Json.isSet(subscription, "schedule")) {
            return;
        }
        if (call.has("cancel_at") || call.has("cancel_at_period_end")) {
            throw StripeError.invalid(
                    null,
                    "The subscription is managed by the subscription schedule `" + Json.text(subscription, "schedule")
                            + "`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.");
        }
        if (call.has("items") || call.has("billing_cycle_anchor")) {
            throw StripeError.notModelled("a change of price beside a schedule");
        }
    }

    private void take(Call call, Settings settings, ObjectNode subscription, long at) {
        call.copy(subscription, "description");
        call.mergeMetadata(subscription);
        if (settings.method() != null) {
            subscription.put("default_payment_method", settings.method());
        }
        if (call.has("discounts")) {
            discounts.give(subscription, settings.discounts(), null, at);
        }
        if (call.has("cancel_at") || call.has("cancel_at_period_end")) {
            scheduleEnd(subscription, settings.cancelAt(), call.flag("cancel_at_period_end"), at);
        }
        takePause(call, subscription);
        if (call.has("trial_settings")) {
            subscription.set(
                    "trial_settings", call.params().get("trial_settings").deepCopy());
        }
        call.params()
                .path("payment_settings")
                .properties()
                .forEach(setting ->
                        subscription.withObjectProperty("payment_settings").set(setting.getKey(), setting.getValue()));
        Subscriptions.takeDetails(call, subscription);
    }

    /** https://docs.stripe.com/billing/subscriptions/pause-payment */
    private static void takePause(Call call, ObjectNode subscription) {
        JsonNode asked = call.params().path("pause_collection");
        if (!asked.isObject()) {
            if (call.has("pause_collection")) {
                subscription.putNull("pause_collection");
            }
            return;
        }
        ObjectNode pause = subscription.putObject("pause_collection").put("behavior", Json.text(asked, "behavior"));
        pause.set("resumes_at", asked.has("resumes_at") ? asked.get("resumes_at") : pause.nullNode());
    }

    /** When it shall end; 0 for never. https://docs.stripe.com/billing/subscriptions/cancel */
    private static long cancelAt(Call call, ObjectNode subscription, long at) {
        long periodEnd =
                Subscriptions.item(subscription).get("current_period_end").longValue();
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
        // Any other moment prorates, unless prorations are off: https://docs.stripe.com/api/subscriptions/update
        if (asked.longValue() != periodEnd && !"none".equals(call.text("proration_behavior"))) {
            throw StripeError.notModelled("a cancel_at that causes a proration");
        }
        return asked.longValue();
    }

    static void scheduleEnd(ObjectNode subscription, long cancelAt, boolean atPeriodEnd, long at) {
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
}
