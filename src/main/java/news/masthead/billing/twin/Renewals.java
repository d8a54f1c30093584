package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Works out what a subscription's next period is and costs, and touches nothing.
 * https://docs.stripe.com/billing/subscriptions/billing-cycle
 */
final class Renewals {

    private final InvoiceItems waiting;
    private final Lines lines;

    Renewals(InvoiceItems waiting, Lines lines) {
        this.waiting = waiting;
        this.lines = lines;
    }

    /** @param at the end of the current period */
    Proration.Change of(ObjectNode subscription, long at) {
        ObjectNode after = subscription.deepCopy();
        ObjectNode item = Subscriptions.item(after);
        long anchor = after.get("billing_cycle_anchor").longValue();
        item.put("current_period_start", at)
                .put("current_period_end", Periods.boundAfter(at, anchor, item.at("/price/recurring")));
        List<ObjectNode> billed = waiting.joined(waiting.waitingFor(subscription), List.of(lines.ofPeriod(after)));
        return new Proration.Change(after, billed, true);
    }
}
