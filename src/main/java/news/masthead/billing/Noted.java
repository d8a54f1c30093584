package news.masthead.billing;

/**
 * A fact is known now that was not known before. Fired inside the transaction that writes it down, once for each fact: who observes it writes rows
 * or fills the outbox in that same transaction, so that what follows from a fact follows exactly once.
 *
 * <p>For billing and the rooms within it alone: what others need to know of money, they read where it ends up.
 *
 * @param subscription {@code sub_…}
 */
public record Noted(long account, String subscription, Fact fact) {}
