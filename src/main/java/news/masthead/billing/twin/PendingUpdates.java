package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;

/** Changes that hold once they are paid, and never if that takes too long. https://docs.stripe.com/billing/subscriptions/pending-updates */
final class PendingUpdates {

    /** https://docs.stripe.com/billing/subscriptions/pending-updates-reference#supported-attributes */
    private static final Set<String> SUPPORTED = Set.of(
            "expand",
            "payment_behavior",
            "proration_behavior",
            "proration_date",
            "billing_cycle_anchor",
            "items",
            "trial_end",
            "off_session");

    private static final long PATIENCE = Duration.ofHours(23).toSeconds();
    private static final String PENDING = "pending";
    private static final String SHOWN = "pending_update";

    private final Ledger ledger;
    private final Journal journal;
    private final Invoices invoices;

    PendingUpdates(Ledger ledger, Journal journal, Invoices invoices) {
        this.ledger = ledger;
        this.journal = journal;
        this.invoices = invoices;
    }

    static void refuseUnsupported(Call call) {
        call.params().fieldNames().forEachRemaining(name -> {
            if (!SUPPORTED.contains(name)) {
                throw StripeError.invalid(
                        name,
                        "When `payment_behavior` is set to `pending_if_incomplete`, you cannot pass `" + name
                                + "` as it is not supported by pending updates.");
            }
        });
    }

    /** Keeps the change beside the subscription until its invoice is paid. An earlier one that waits is given up. */
    void hold(ObjectNode subscription, Proration.Change change, ObjectNode invoice, long at) {
        giveUp(subscription, at);
        change.after().withObjectProperty(Ledger.PRIVATE).remove(PENDING);
        subscription
                .withObjectProperty(Ledger.PRIVATE)
                .putObject(PENDING)
                .put("invoice", Json.id(invoice))
                .set("after", change.after());
    }

    static boolean isFor(ObjectNode subscription, JsonNode invoice) {
        return Json.is(subscription.path(Ledger.PRIVATE).path(PENDING), "invoice", Json.id(invoice));
    }

    /** The invoice was not paid: from now on everybody sees what is waiting, and until when. */
    void show(ObjectNode subscription, long at) {
        JsonNode after = subscription.path(Ledger.PRIVATE).path(PENDING).path("after");
        long periodEnd =
                Subscriptions.item(subscription).get("current_period_end").longValue();
        boolean sameCycle = after.get("billing_cycle_anchor").equals(subscription.get("billing_cycle_anchor"));
        journal.change("customer.subscription.updated", subscription, at, () -> {
            ObjectNode shown = subscription
                    .putObject(SHOWN)
                    .put("expires_at", Math.min(at + PATIENCE, periodEnd))
                    .putNull("discount")
                    .putNull("discounts")
                    .putNull("metadata")
                    .putNull("trial_end")
                    .putNull("trial_from_plan");
            shown.set("billing_cycle_anchor", sameCycle ? shown.nullNode() : after.get("billing_cycle_anchor"));
            shown.set("subscription_items", after.at("/items/data").deepCopy());
        });
    }

    /** Paid: https://docs.stripe.com/billing/subscriptions/pending-updates#pending-update-applied */
    void apply(ObjectNode subscription, long at) {
        ObjectNode hidden = subscription.withObjectProperty(Ledger.PRIVATE);
        JsonNode after = hidden.remove(PENDING).get("after");
        boolean wasShown = Json.isSet(subscription, SHOWN);
        journal.change("customer.subscription.updated", subscription, at, () -> {
            take(subscription, after);
            subscription.putNull(SHOWN);
        });
        if (wasShown) {
            journal.record("customer.subscription.pending_update_applied", subscription, at);
        }
    }

    /** Not paid in time: the invoice is void, and the subscription is what it was. */
    void expire(ObjectNode subscription, long at) {
        giveUp(subscription, at);
        journal.record("customer.subscription.pending_update_expired", subscription, at);
    }

    /** To give up the invoice is to give up the change: https://docs.stripe.com/billing/subscriptions/pending-updates-reference#cancel */
    void giveUp(ObjectNode subscription, long at) {
        if (!(subscription.withObjectProperty(Ledger.PRIVATE).remove(PENDING) instanceof ObjectNode pending)) {
            return;
        }
        ledger.find(Json.text(pending, "invoice"))
                .filter(Invoices::isOpen)
                .ifPresent(invoice -> invoices.voidIt(invoice, at));
        journal.change("customer.subscription.updated", subscription, at, () -> subscription.putNull(SHOWN));
    }

    /** What a change of price or cycle alters, and nothing that was altered otherwise meanwhile. */
    static void take(ObjectNode subscription, JsonNode after) {
        for (String field : new String[] {"items", "billing_cycle_anchor", "trial_end", "discounts"}) {
            subscription.set(field, after.get(field).deepCopy());
        }
        if (Json.is(subscription, "status", "trialing")) {
            subscription.set("status", after.get("status"));
        }
        Proration.copyDebit(after, subscription);
    }
}
