package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What follows a payment that did not come. https://docs.stripe.com/billing/revenue-recovery/smart-retries */
final class Dunning {

    private final Journal journal;
    private final Subscriptions subscriptions;
    private final List<Duration> retries;
    private final AfterRetries afterRetries;

    /** @param retries how long after each failed attempt the next one comes */
    Dunning(Journal journal, Subscriptions subscriptions, List<Duration> retries, AfterRetries afterRetries) {
        this.journal = journal;
        this.subscriptions = subscriptions;
        this.retries = List.copyOf(retries);
        this.afterRetries = afterRetries;
    }

    /**
     * Past due until a retry succeeds or the last one has failed. A first invoice and one of a pending update are not retried, and where a
     * retry is planned already an attempt by hand has failed, which changes nothing.
     */
    void failed(ObjectNode invoice, Optional<ObjectNode> owner, String event, long at) {
        Optional<ObjectNode> subscription = owner.filter(Subscriptions::isLive)
                .filter(it -> !Json.isSet(invoice, "next_payment_attempt"))
                .filter(it -> !Json.is(it, "status", "incomplete") && !Json.is(it, "status", "paused"))
                .filter(it -> !PendingUpdates.isFor(it, invoice));
        int failed = invoice.get("attempt_count").intValue();
        boolean another = subscription.isPresent() && failed <= retries.size();
        if (another) {
            invoice.put("next_payment_attempt", at + retries.get(failed - 1).toSeconds());
        }
        journal.record(event, invoice, at);
        subscription.ifPresent(it -> {
            if (another) {
                owes(it, at);
            } else {
                giveUp(it, at);
            }
        });
    }

    void owes(ObjectNode subscription, long at) {
        if (Json.is(subscription, "status", "active") || Json.is(subscription, "status", "trialing")) {
            subscriptions.setStatus(subscription, "past_due", at);
        }
    }

    /** https://docs.stripe.com/billing/revenue-recovery/smart-retries#configure-failed-payments */
    private void giveUp(ObjectNode subscription, long at) {
        switch (afterRetries) {
            case CANCEL -> subscriptions.end(subscription, at, "payment_failed");
            case MARK_UNPAID -> subscriptions.setStatus(subscription, "unpaid", at);
            case LEAVE_PAST_DUE -> owes(subscription, at);
        }
    }
}
