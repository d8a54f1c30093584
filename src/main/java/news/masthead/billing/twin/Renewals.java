package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Works out what a subscription's next period is and costs, and touches nothing.
 * https://docs.stripe.com/billing/subscriptions/billing-cycle
 */
final class Renewals {

    private final Ledger ledger;
    private final Items items;
    private final InvoiceItems waiting;
    private final Lines lines;

    Renewals(Ledger ledger, Items items, InvoiceItems waiting, Lines lines) {
        this.ledger = ledger;
        this.items = items;
        this.waiting = waiting;
        this.lines = lines;
    }

    /** @param at the end of the current period */
    Proration.Change of(ObjectNode subscription, long at) {
        ObjectNode after = subscription.deepCopy();
        ObjectNode item = Subscriptions.item(after);
        if (Trials.isOn(after)) {
            after.put("status", "active");
        }
        phaseFrom(subscription, at).ifPresent(phase -> take(phase, after, at));
        long anchor = after.get("billing_cycle_anchor").longValue();
        item.put("current_period_start", at)
                .put("current_period_end", Periods.boundAfter(at, anchor, item.at("/price/recurring")));
        List<ObjectNode> billed = waiting.joined(waiting.waitingFor(subscription), List.of(lines.ofPeriod(after)));
        return new Proration.Change(after, billed, true);
    }

    /** What a schedule has planned from this moment on. */
    private Optional<JsonNode> phaseFrom(ObjectNode subscription, long at) {
        return Optional.ofNullable(Json.text(subscription, "schedule"))
                .flatMap(ledger::find)
                .flatMap(schedule -> Phases.after(schedule, at));
    }

    /** Between two periods nothing is prorated; another interval begins a cycle of its own. */
    private void take(JsonNode phase, ObjectNode after, long at) {
        ObjectNode item = Subscriptions.item(after);
        ObjectNode price = ledger.existing("price", phase.at("/items/0/price").textValue(), "price");
        if (Periods.differ(item.at("/price/recurring"), price.get("recurring"))) {
            after.put("billing_cycle_anchor", at);
        }
        item.set("quantity", phase.at("/items/0/quantity"));
        if (!item.at("/price/id").equals(price.get("id"))) {
            items.setPrice(item, price);
        }
    }
}
