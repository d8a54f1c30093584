package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** Takes a subscription from period to period and its invoices from draft to paid, or through the retries to the end. */
final class Billing {

    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final List<Duration> retries;

    /** @param retries how long after each failed attempt the next one comes; after the last one the subscription is canceled */
    Billing(
            Ledger ledger,
            Hours hours,
            Journal journal,
            Subscriptions subscriptions,
            Invoices invoices,
            List<Duration> retries) {
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.retries = List.copyOf(retries);
    }

    /** The first invoice is finalized and paid at once: https://docs.stripe.com/billing/subscriptions/overview#subscription-payments */
    void begin(ObjectNode subscription) {
        long at = hours.of(subscription);
        ObjectNode invoice = invoices.draft(subscription, "subscription_create", at, at);
        subscription.put("latest_invoice", Json.id(invoice));
        journal.record("customer.subscription.created", subscription, at);
        invoices.finalise(invoice, at);
        attempt(invoice, Json.text(subscription, "default_payment_method"), true, at);
    }

    /**
     * The period moves on whether or not the money will come; the draft that pays for it waits about an hour.
     * https://docs.stripe.com/billing/subscriptions/webhooks#understand
     */
    void renew(ObjectNode subscription, long at) {
        ObjectNode item = Subscriptions.item(subscription);
        long over = item.get("current_period_start").longValue();
        journal.change("customer.subscription.updated", subscription, at, () -> {
            long anchor = subscription.get("billing_cycle_anchor").longValue();
            item.put("current_period_start", at)
                    .put(
                            "current_period_end",
                            Periods.boundAfter(at, anchor, item.get("price").get("recurring")));
            ObjectNode invoice = invoices.draft(subscription, "subscription_cycle", over, at);
            subscription.put("latest_invoice", Json.id(invoice));
        });
    }

    void endAsScheduled(ObjectNode subscription, long at) {
        subscriptions.end(subscription, at, "cancellation_requested");
    }

    void finalise(ObjectNode invoice, long at) {
        invoices.finalise(invoice, at);
        retry(invoice, at);
    }

    void retry(ObjectNode invoice, long at) {
        attempt(invoice, Json.text(subscriptionOf(invoice), "default_payment_method"), false, at);
    }

    /** A reader pays what is due: https://docs.stripe.com/api/invoices/pay */
    ObjectNode pay(Call call) {
        ObjectNode invoice = ledger.existing("invoice", call.id(), "invoice");
        if (Json.is(invoice, "status", "draft")) {
            invoices.finalise(invoice, hours.of(invoice));
        }
        if (!Json.is(invoice, "status", "open")) {
            throw StripeError.invalid(null, "Invoice is already " + Json.text(invoice, "status"));
        }
        attempt(invoice, Json.text(subscriptionOf(invoice), "default_payment_method"), false, hours.of(invoice));
        if (!Json.is(invoice, "status", "paid")) {
            throw BankAnswer.DECLINED.refusal();
        }
        return invoice;
    }

    private void attempt(ObjectNode invoice, String paymentMethod, boolean onSession, long at) {
        ObjectNode subscription = subscriptionOf(invoice);
        switch (invoices.attempt(invoice, paymentMethod, onSession, at)) {
            case PAID -> {
                if (Subscriptions.isLive(subscription)) {
                    subscriptions.setStatus(subscription, "active", at);
                }
            }
            case DECLINED, NEEDS_ACTION -> planNextAttempt(invoice, subscription, at);
            case PROCESSING -> {
                // Nothing to plan: the bank answers later.
            }
        }
    }

    /**
     * Past due until a retry succeeds or the last one has failed; then canceled, which is the setting this paper asks for.
     * https://docs.stripe.com/billing/revenue-recovery/smart-retries
     */
    private void planNextAttempt(ObjectNode invoice, ObjectNode subscription, long at) {
        int failed = invoice.get("attempt_count").intValue();
        boolean another = failed <= retries.size() && Subscriptions.isLive(subscription);
        if (another) {
            invoice.put("next_payment_attempt", at + retries.get(failed - 1).toSeconds());
        }
        journal.record("invoice.payment_failed", invoice, at);
        if (another) {
            subscriptions.setStatus(subscription, "past_due", at);
        } else if (Subscriptions.isLive(subscription)) {
            subscriptions.end(subscription, at, "payment_failed");
        }
    }

    private ObjectNode subscriptionOf(ObjectNode invoice) {
        return ledger.find(Invoices.subscriptionOf(invoice)).orElseThrow();
    }
}
