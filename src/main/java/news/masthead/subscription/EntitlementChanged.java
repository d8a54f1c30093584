package news.masthead.subscription;

/** What an account may read changes. Fire it in the transaction that changes it: every node then looks again after the commit. */
public record EntitlementChanged(long account) {}
