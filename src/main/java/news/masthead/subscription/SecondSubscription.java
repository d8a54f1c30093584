package news.masthead.subscription;

/**
 * An account pays twice: this subscription runs beside the one it has. Observe it {@code AFTER_SUCCESS}.
 *
 * @param providerRef of the one that is too many
 */
public record SecondSubscription(long account, String providerRef) {}
