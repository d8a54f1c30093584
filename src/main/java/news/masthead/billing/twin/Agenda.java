package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What comes to a subscription and to an invoice by the passing of time; of two things of one moment, the first listed comes first. */
final class Agenda {

    /** https://docs.stripe.com/billing/subscriptions/overview#incomplete */
    private static final long PATIENCE = Duration.ofHours(23).toSeconds();

    private static final Set<String> RENEWED = Set.of("active", "past_due", "unpaid", "trialing");

    private final Journal journal;
    private final Billing billing;
    private final PendingUpdates pending;
    private final Schedules schedules;
    private final Upcoming upcoming;
    private final Proration proration;

    Agenda(
            Journal journal,
            Billing billing,
            PendingUpdates pending,
            Schedules schedules,
            Upcoming upcoming,
            Proration proration) {
        this.journal = journal;
        this.billing = billing;
        this.pending = pending;
        this.schedules = schedules;
        this.upcoming = upcoming;
        this.proration = proration;
    }

    List<Due> of(ObjectNode subscription) {
        if (!Subscriptions.isLive(subscription)) {
            return List.of();
        }
        List<Due> coming = new ArrayList<>();
        if (Json.is(subscription, "status", "incomplete")) {
            coming.add(new Due(
                    subscription.get("created").longValue() + PATIENCE,
                    at -> billing.giveUpBeginning(subscription, at)));
        }
        if (Json.isSet(subscription, "pending_update")) {
            coming.add(new Due(
                    subscription.at("/pending_update/expires_at").longValue(), at -> pending.expire(subscription, at)));
        }
        if (subscription.at("/pause_collection/resumes_at").isNumber()) {
            coming.add(new Due(
                    subscription.at("/pause_collection/resumes_at").longValue(),
                    at -> Pauses.resume(subscription, journal, at)));
        }
        if (Trials.isOn(subscription) && !Trials.isTold(subscription)) {
            coming.add(new Due(Trials.noticeAt(subscription), at -> Trials.tell(subscription, journal, at)));
        }
        upcoming.of(subscription).ifPresent(coming::add);
        addPhase(subscription, coming);
        if (RENEWED.contains(Json.text(subscription, "status"))) {
            coming.add(periodEnd(subscription));
        }
        return coming;
    }

    /** A phase that ends with a period is turned by the renewal. */
    private void addPhase(ObjectNode subscription, List<Due> coming) {
        schedules.of(subscription).ifPresent(schedule -> {
            long end = Phases.end(schedule);
            long periodEnd =
                    Subscriptions.item(subscription).get("current_period_end").longValue();
            if (schedules.endsAt(subscription, end)) {
                coming.add(new Due(end, at -> billing.endAsScheduled(subscription, at)));
            } else if (end < periodEnd) {
                coming.add(new Due(end, at -> turn(schedule, subscription, at)));
            }
        });
    }

    private void turn(ObjectNode schedule, ObjectNode subscription, long at) {
        ObjectNode params = Json.object();
        Phases.after(schedule, at).ifPresent(phase -> {
            ObjectNode item = params.putArray("items").addObject();
            item.put("id", Json.id(Subscriptions.item(subscription)));
            item.set("price", phase.at("/items/0/price"));
            item.set("quantity", phase.at("/items/0/quantity"));
            params.set("proration_behavior", phase.get("proration_behavior"));
        });
        billing.beginPhase(subscription, proration.of(subscription, params, at), at);
    }

    private Due periodEnd(ObjectNode subscription) {
        long periodEnd =
                Subscriptions.item(subscription).get("current_period_end").longValue();
        if (Json.isSet(subscription, "cancel_at")
                && subscription.get("cancel_at").longValue() <= periodEnd) {
            long cancelAt = subscription.get("cancel_at").longValue();
            return new Due(cancelAt, at -> billing.endAsScheduled(subscription, at));
        }
        return Trials.isOn(subscription)
                ? new Due(periodEnd, at -> billing.endTrial(subscription, at))
                : new Due(periodEnd, at -> billing.renew(subscription, at));
    }

    List<Due> ofInvoice(ObjectNode invoice) {
        List<Due> coming = new ArrayList<>();
        if (Json.is(invoice, "status", "draft") && Json.isSet(invoice, "automatically_finalizes_at")) {
            coming.add(new Due(
                    invoice.get("automatically_finalizes_at").longValue(), at -> billing.finalise(invoice, at)));
        }
        if (Invoices.isOpen(invoice) && Json.isSet(invoice, "next_payment_attempt")) {
            coming.add(new Due(invoice.get("next_payment_attempt").longValue(), at -> billing.retry(invoice, at)));
        }
        return coming;
    }
}
