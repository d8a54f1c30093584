package news.masthead.billing.twin;

import java.util.Locale;

/** What becomes of a change that must be paid and is not. https://docs.stripe.com/api/subscriptions/update#update_subscription-payment_behavior */
enum PaymentBehaviour {
    /** It holds, and the money is owed. */
    ALLOW_INCOMPLETE,
    /** It holds, and nobody tries to take the money before the customer confirms. */
    DEFAULT_INCOMPLETE,
    /** It is refused. */
    ERROR_IF_INCOMPLETE,
    /** It waits for the money. */
    PENDING_IF_INCOMPLETE;

    static PaymentBehaviour of(Call call) {
        return call.has("payment_behavior")
                ? valueOf(call.text("payment_behavior").toUpperCase(Locale.ROOT))
                : ALLOW_INCOMPLETE;
    }
}
