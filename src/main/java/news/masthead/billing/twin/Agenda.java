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

    Agenda(Journal journal, Billing billing, PendingUpdates pending) {
        this.journal = journal;
        this.billing = billing;
        this.pending = pending;
    }

    List<Due> of(ObjectNode subscription) {
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
        if (RENEWED.contains(Json.text(subscription, "status"))) {
            coming.add(periodEnd(subscription));
        }
        return coming;
    }

    private Due periodEnd(ObjectNode subscription) {
        long periodEnd =
                Subscriptions.item(subscription).get("current_period_end").longValue();
        if (Json.isSet(subscription, "cancel_at")
                && subscription.get("cancel_at").longValue() <= periodEnd) {
            long cancelAt = subscription.get("cancel_at").longValue();
            return new Due(cancelAt, at -> billing.endAsScheduled(subscription, at));
        }
        return new Due(periodEnd, at -> billing.renew(subscription, at));
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
