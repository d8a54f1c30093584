package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * While collection is paused, a subscription stays active and what it bills is not collected.
 * https://docs.stripe.com/billing/subscriptions/pause-payment
 */
final class Pauses {

    private Pauses() {}

    /**
     * Does with a new draft what the pause asks for; nothing if there is none. The drafts of an unpaid subscription stay drafts:
     * https://docs.stripe.com/billing/subscriptions/overview#unpaid
     */
    static void hold(ObjectNode subscription, ObjectNode draft, Invoices invoices, long at) {
        if (Json.is(subscription, "status", "unpaid")) {
            Invoices.stop(draft);
        }
        if (!Json.isSet(subscription, "pause_collection")) {
            return;
        }
        switch (Json.text(subscription.get("pause_collection"), "behavior")) {
            case "keep_as_draft" -> Invoices.stop(draft);
            case "void" -> {
                invoices.voidIt(draft, at);
                Proration.forget(subscription);
            }
            case "mark_uncollectible" -> {
                invoices.writeOff(draft, at);
                Proration.forget(subscription);
            }
            default -> throw new IllegalArgumentException("No behavior of the contract: " + subscription);
        }
    }

    /** Its time is over; what was held stays as it is. */
    static void resume(ObjectNode subscription, Journal journal, long at) {
        journal.change(
                "customer.subscription.updated", subscription, at, () -> subscription.putNull("pause_collection"));
    }
}
