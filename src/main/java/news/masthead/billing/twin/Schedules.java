package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** Changes of a subscription that wait for their day. https://docs.stripe.com/billing/subscriptions/subscription-schedules */
final class Schedules {

    static final Set<String> NEW = Set.of("from_subscription");
    static final Set<String> CHANGE = Set.of(
            "end_behavior",
            "metadata",
            "phases.duration",
            "phases.end_date",
            "phases.items.price",
            "phases.items.quantity",
            "phases.metadata",
            "phases.proration_behavior",
            "phases.start_date",
            "proration_behavior");
    static final Set<String> LIST = Set.of("created", "customer");

    private static final String KIND = "subscription_schedule";

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Phases phases;
    private final Subscriptions subscriptions;

    Schedules(
            Contract contract,
            Ledger ledger,
            Hours hours,
            Journal journal,
            Phases phases,
            Subscriptions subscriptions) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.phases = phases;
        this.subscriptions = subscriptions;
    }

    /** Its first phase is the current period. https://docs.stripe.com/api/subscription_schedules/create#create_subscription_schedule-from_subscription */
    ObjectNode create(Call call) {
        if (!call.has("from_subscription")) {
            throw StripeError.notModelled("a schedule that begins a subscription");
        }
        ObjectNode subscription = ledger.existing("subscription", call.text("from_subscription"), "from_subscription");
        refuseUnfit(subscription);
        long at = hours.toChange(subscription);
        ObjectNode schedule = contract.blank("SubscriptionSchedule")
                .put("id", Ids.next("sub_sched"))
                .put("created", at)
                .put("customer", Json.text(subscription, "customer"))
                .put("end_behavior", "release")
                .put("status", "active")
                .put("subscription", Json.id(subscription))
                .put("test_clock", Json.text(subscription, "test_clock"));
        schedule.putObject("metadata");
        schedule.set("billing_mode", subscription.get("billing_mode").deepCopy());
        schedule.set("default_settings", defaults());
        schedule.putArray("phases").add(phases.current(subscription));
        setCurrent(schedule, schedule.get("phases").get(0));
        ledger.put(schedule);
        journal.record("subscription_schedule.created", schedule, at);
        journal.change(
                "customer.subscription.updated",
                subscription,
                at,
                () -> subscription.put("schedule", Json.id(schedule)));
        return schedule;
    }

    private static void refuseUnfit(ObjectNode subscription) {
        if (Json.isSet(subscription, "schedule")) {
            throw StripeError.invalid(
                    "from_subscription",
                    "You cannot migrate a subscription that is already attached to a schedule: "
                            + Json.text(subscription, "schedule"));
        }
        if (Json.isSet(subscription, "cancel_at") || !Json.is(subscription, "status", "active")) {
            throw StripeError.notModelled("a schedule for a subscription that is not active or will end");
        }
    }

    private ObjectNode defaults() {
        ObjectNode settings = contract.blank("SubscriptionSchedule.DefaultSettings")
                .put("billing_cycle_anchor", "automatic")
                .put("collection_method", "charge_automatically");
        settings.withObjectProperty("invoice_settings").putObject("issuer").put("type", "self");
        return settings;
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing(KIND, call.id(), "schedule");
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call, ledger.all(KIND).stream().filter(schedule -> Listing.matches(schedule, call, "customer")));
    }

    /** The current phase comes first and stays what it is. https://docs.stripe.com/api/subscription_schedules/update */
    ObjectNode update(Call call) {
        ObjectNode schedule = active(call, "updated");
        Optional<JsonNode> planned =
                call.has("phases") ? Optional.of(phases.of(call.params().get("phases"), schedule)) : Optional.empty();
        journal.change("subscription_schedule.updated", schedule, hours.of(schedule), () -> {
            planned.ifPresent(list -> {
                schedule.set("phases", list);
                setCurrent(schedule, list.get(0));
            });
            call.copy(schedule, "end_behavior");
            call.mergeMetadata(schedule);
        });
        return schedule;
    }

    /** The subscription goes on without it: https://docs.stripe.com/api/subscription_schedules/release */
    ObjectNode release(Call call) {
        ObjectNode schedule = active(call, "released");
        long at = hours.of(schedule);
        ObjectNode subscription =
                ledger.find(Json.text(schedule, "subscription")).orElseThrow();
        schedule.put("released_subscription", Json.id(subscription));
        end(schedule, "released", at).putNull("subscription");
        journal.record("subscription_schedule.released", schedule, at);
        detach(subscription, at);
        return schedule;
    }

    /** And the subscription with it: https://docs.stripe.com/api/subscription_schedules/cancel */
    ObjectNode cancel(Call call) {
        ObjectNode schedule = active(call, "canceled");
        ObjectNode subscription =
                ledger.find(Json.text(schedule, "subscription")).orElseThrow();
        subscriptions.end(subscription, hours.of(schedule), "cancellation_requested");
        return schedule;
    }

    /** The phase is over: the next one begins, or the schedule is done. */
    void turn(ObjectNode subscription, long at) {
        Optional<ObjectNode> schedule = of(subscription).filter(it -> Phases.end(it) <= at);
        if (schedule.isEmpty()) {
            return;
        }
        Optional<JsonNode> next = Phases.after(schedule.get(), at);
        if (next.isPresent()) {
            journal.change(
                    "subscription_schedule.updated", schedule.get(), at, () -> setCurrent(schedule.get(), next.get()));
        } else {
            end(schedule.get(), "completed", at);
            journal.record("subscription_schedule.completed", schedule.get(), at);
            detach(subscription, at);
        }
    }

    /** True if the subscription shall end with the last phase. */
    boolean endsAt(ObjectNode subscription, long at) {
        return of(subscription)
                .filter(schedule -> Json.is(schedule, "end_behavior", "cancel"))
                .filter(schedule -> Phases.end(schedule) <= at)
                .filter(schedule -> Phases.after(schedule, at).isEmpty())
                .isPresent();
    }

    /** The active schedule of a subscription. */
    Optional<ObjectNode> of(ObjectNode subscription) {
        return Optional.ofNullable(Json.text(subscription, "schedule")).flatMap(ledger::find);
    }

    private static ObjectNode end(ObjectNode schedule, String status, long at) {
        return schedule.put("status", status).put(status + "_at", at).putNull("current_phase");
    }

    private void detach(ObjectNode subscription, long at) {
        journal.change("customer.subscription.updated", subscription, at, () -> subscription.putNull("schedule"));
    }

    /** It goes with its subscription. */
    static void cancel(ObjectNode schedule, Journal journal, long at) {
        end(schedule, "canceled", at);
        journal.record("subscription_schedule.canceled", schedule, at);
    }

    private static void setCurrent(ObjectNode schedule, JsonNode phase) {
        ObjectNode current = schedule.putObject("current_phase");
        current.set("start_date", phase.get("start_date"));
        current.set("end_date", phase.get("end_date"));
    }

    private ObjectNode active(Call call, String what) {
        ObjectNode schedule = retrieve(call);
        hours.toChange(schedule);
        if (!Json.is(schedule, "status", "active")) {
            throw StripeError.invalid(
                    null,
                    "You can only change a subscription schedule that is active; this one is "
                            + Json.text(schedule, "status") + " and cannot be " + what + ".");
        }
        return schedule;
    }
}
