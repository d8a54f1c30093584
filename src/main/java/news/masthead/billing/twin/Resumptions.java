package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** A subscription that paused because its trial ended without a payment method. https://docs.stripe.com/api/subscriptions/resume */
final class Resumptions {

    static final Set<String> RESUME = Set.of("billing_cycle_anchor", "proration_behavior");

    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Lines lines;
    private final Billing billing;

    Resumptions(Ledger ledger, Hours hours, Journal journal, Lines lines, Billing billing) {
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.lines = lines;
        this.billing = billing;
    }

    /** A new cycle begins, and the subscription goes on once its invoice is paid. */
    ObjectNode resume(Call call) {
        ObjectNode subscription = ledger.existing("subscription", call.id(), "id");
        if (!Json.is(subscription, "status", "paused")) {
            throw StripeError.invalid(null, "You can only resume a subscription that is paused.");
        }
        if (Json.is(call.params(), "billing_cycle_anchor", "unchanged")) {
            throw StripeError.notModelled("a resumption that keeps the cycle");
        }
        long at = hours.toChange(subscription);
        journal.change("customer.subscription.updated", subscription, at, () -> Proration.beginCycle(subscription, at));
        billing.change(subscription, List.of(lines.ofPeriod(subscription)), PaymentBehaviour.ALLOW_INCOMPLETE, at);
        return subscription;
    }
}
