package news.masthead.subscription;

/** What an account may read has changed. Observe it {@code AFTER_SUCCESS}. */
public record EntitlementChanged(long account) {}
