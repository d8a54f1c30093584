package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.OptionalInt;

/** Who has used which offer. An account uses one once, ever; and no more accounts use one, or hold a payment page with it, than it allows. */
@ApplicationScoped
class OfferBook {

    private static final int ROOM = 22;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Transactional
    boolean isUsedBy(long account, String offer) {
        return count("select count(*) from offer_redemption where offer = :offer and account = " + account, offer) > 0;
    }

    /** Whether the account was ever a subscriber. */
    @Transactional
    boolean hasSubscribed(long account) {
        return ((Number) entities.createNativeQuery(
                                        "select count(*) from billing_fact where kind = 'BEGAN' and account = :account")
                                .setParameter("account", account)
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    /** How many others than an account have used it, or may yet on a page that is open. */
    @Transactional
    long takenByOthersThan(long account, String offer) {
        return count("select count(*) from offer_redemption where offer = :offer and account <> " + account, offer)
                + count(
                        "select count(*) from checkout where offer = :offer and state in ('OPENING', 'OPEN') and account <> "
                                + account,
                        offer);
    }

    /**
     * Sees to it, in the transaction that has begun a checkout with an offer, that there are not too many.
     *
     * @throws UsedUp where there are
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(long account, String offer, OptionalInt most) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:room, hashtext(:offer))")
                .setParameter("room", ROOM)
                .setParameter("offer", offer)
                .getSingleResult();
        if (most.isPresent() && takenByOthersThan(account, offer) >= most.getAsInt()) {
            throw new UsedUp();
        }
    }

    /** In the transaction in which the quote became a charge. */
    void redeemed(@Observes Quotes.Became became) {
        Quote quote = became.quote();
        if (quote.terms().kind() == Quote.Kind.NEW) {
            quote.terms()
                    .offer()
                    .ifPresent(offer -> entities.createNativeQuery("""
                                    insert into offer_redemption (offer, account, quote, redeemed_at)
                                    values (:offer, :account, :quote, :now)
                                    on conflict do nothing""")
                            .setParameter("offer", offer)
                            .setParameter("account", quote.account)
                            .setParameter("quote", quote.id)
                            .setParameter("now", clock.instant())
                            .executeUpdate());
        }
    }

    private long count(String question, String offer) {
        return ((Number) entities.createNativeQuery(question)
                        .setParameter("offer", offer)
                        .getSingleResult())
                .longValue();
    }

    /** As many have it as may. */
    static class UsedUp extends RuntimeException {
        UsedUp() {
            super("The offer is used up");
        }
    }
}
