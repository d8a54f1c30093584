package news.masthead.billing.revenue;

/** Who or what a subscriber was lost by. */
public enum Loss {
    /** The reader ended it, paused it, or had the money back: churn of the reader's own will. */
    READER,
    /** The money did not come. */
    PAYMENT,
    /** A bank took the money back. */
    DISPUTE
}
