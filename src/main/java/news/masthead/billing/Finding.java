package news.masthead.billing;

/**
 * Two things that should say the same and do not.
 *
 * @param subject the subscription; for a cache the account
 * @param expected what the more trustworthy of the two says
 * @param found what the other says
 */
public record Finding(Kind kind, long account, String subject, String expected, String found) {

    /** Which two were compared. */
    public enum Kind {
        /** A subscription that the ledger knows nothing of. */
        NO_LEDGER,
        /** The ledger against the subscription's row. */
        SUBSCRIPTION,
        /** The ledger against the paid spans. */
        TERMS,
        /** What is paid or given against what opens the wall. */
        ENTITLEMENT,
        /** The ledger against the facts. */
        FACTS,
        /** Stripe against the subscription's row. */
        PROVIDER,
        /** The database against what a running node remembers. */
        CACHE
    }

    /** A line for people: {@code TERMS sub_… of account 7: should be …, is …}. */
    @Override
    public String toString() {
        return "%s %s of account %d: should be [%s], is [%s]".formatted(kind, subject, account, expected, found);
    }
}
