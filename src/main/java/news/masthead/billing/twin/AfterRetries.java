package news.masthead.billing.twin;

/** What becomes of a subscription when the last retry has failed, as its owner sets it. https://docs.stripe.com/billing/revenue-recovery/smart-retries */
public enum AfterRetries {
    /** It ends. */
    CANCEL,
    /** It goes on, and its next invoices stay drafts. */
    MARK_UNPAID,
    /** It stays past due for as long as nobody does anything. */
    LEAVE_PAST_DUE
}
