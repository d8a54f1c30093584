package news.masthead.billing.twin;

/** What the reader's bank says to a charge. https://docs.stripe.com/declines/codes , https://docs.stripe.com/error-codes */
enum BankAnswer {
    APPROVED(Outcome.PAID),
    ASKS_THE_OWNER(Outcome.NEEDS_ACTION),
    ANSWERS_LATER(Outcome.PROCESSING),
    DECLINED("card_declined", "generic_decline", "Your card was declined."),
    LACKS_FUNDS("card_declined", "insufficient_funds", "Your card has insufficient funds."),
    LOST("card_declined", "lost_card", "Your card was declined."),
    EXPIRED("expired_card", null, "Your card has expired."),
    NOT_PAID(
            "payment_intent_payment_attempt_failed",
            null,
            "The latest payment attempt of this PaymentIntent has failed or been canceled."),
    /** https://docs.stripe.com/declines/codes#transaction_not_allowed */
    NO_MANDATE("card_declined", "transaction_not_allowed", "Your card does not support this type of purchase."),
    MANDATE_EXCEEDED(
            "payment_intent_mandate_invalid",
            null,
            "The provided mandate cannot be used for a payment of this amount."),
    MANDATE_CANCELED(
            "india_recurring_payment_mandate_canceled",
            null,
            "The customer has canceled the mandate for this payment."),
    NOT_CONFIRMED(
            "payment_intent_authentication_failure",
            null,
            "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.");

    private final Outcome outcome;
    private final String code;
    private final String declineCode;
    private final String message;

    BankAnswer(Outcome outcome) {
        this(outcome, null, null, null);
    }

    BankAnswer(String code, String declineCode, String message) {
        this(Outcome.DECLINED, code, declineCode, message);
    }

    BankAnswer(Outcome outcome, String code, String declineCode, String message) {
        this.outcome = outcome;
        this.code = code;
        this.declineCode = declineCode;
        this.message = message;
    }

    Outcome outcome() {
        return outcome;
    }

    String code() {
        return code;
    }

    /** Null where the bank does not say more than the code. */
    String declineCode() {
        return declineCode;
    }

    String message() {
        return message;
    }

    /** The refusal that whoever asked for the money gets. Only a declined charge has one. */
    StripeError refusal() {
        return StripeError.card(code, declineCode, message);
    }
}
