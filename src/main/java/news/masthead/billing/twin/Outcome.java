package news.masthead.billing.twin;

/** What became of an attempt to take money. https://docs.stripe.com/payments/paymentintents/lifecycle */
enum Outcome {
    PAID,
    DECLINED,
    /** The owner of the card has to confirm it with the bank first. */
    NEEDS_ACTION,
    /** Whether the money comes is known later. */
    PROCESSING
}
