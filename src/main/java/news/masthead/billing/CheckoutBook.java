package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import news.masthead.billing.CheckoutAttempt.State;
import news.masthead.subscription.Funnel;
import news.masthead.web.Links;

/** What is written down of readers' tries to buy. Each method is one short transaction, so that none is open while Stripe is asked. */
@ApplicationScoped
class CheckoutBook {

    @Inject
    CheckoutAttempt.Repository attempts;

    @Inject
    Quotes quotes;

    @Inject
    OfferTable offers;

    @Inject
    OfferBook offerBook;

    @Inject
    TrialBook trials;

    @Inject
    EntityManager entities;

    @Inject
    Funnel funnel;

    /**
     * The account's one pending attempt: a new one, for which the quote is accepted, or the one that somebody else began at the same moment.
     *
     * @param promotion of the quote's offer, {@code promo_…}
     * @throws Quotes.Refused where the quote cannot be accepted; nothing has begun then
     * @throws OfferBook.UsedUp where the quote's offer is; nothing has begun then
     * @throws TrialBook.Spent where the quote's trial is; nothing has begun then
     */
    @Transactional
    CheckoutAttempt begin(Quote quote, Optional<String> promotion, Optional<String> back, Instant expiresAt) {
        boolean begun = entities.createNativeQuery("""
                        insert into checkout (id, account, plan, price, quote, offer, promotion, trial_days, back, expires_at, state)
                        values (:id, :account, :plan, :price, :quote, nullif(:offer, ''), nullif(:promotion, ''), :trial,
                            nullif(:back, ''), :expires, 'OPENING')
                        on conflict (account) where state in ('OPENING', 'OPEN') do nothing""")
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("account", quote.account)
                        .setParameter("plan", quote.terms().plan())
                        .setParameter("price", quote.terms().price())
                        .setParameter("quote", quote.id)
                        .setParameter("offer", quote.terms().offer().orElse(""))
                        .setParameter("promotion", promotion.orElse(""))
                        .setParameter("trial", quote.terms().trialDays())
                        .setParameter("back", back.orElse(""))
                        .setParameter("expires", expiresAt)
                        .executeUpdate()
                == 1;
        if (begun) {
            quotes.accept(quote.id, quote.account);
            if (quote.terms().trialDays() > 0) {
                trials.hold(quote.account);
            }
            quote.terms()
                    .offer()
                    .flatMap(offers::typed)
                    .ifPresent(offer -> offerBook.hold(quote.account, offer.code(), offer.most()));
            funnel.checkout(back.flatMap(Links::storyIn));
        }
        return attempts.pendingOf(quote.account).orElseThrow();
    }

    @Transactional
    Optional<CheckoutAttempt> pendingOf(long account) {
        return attempts.pendingOf(account);
    }

    @Transactional
    Optional<CheckoutAttempt> find(UUID attempt) {
        return attempts.findByIdOptional(attempt);
    }

    @Transactional
    Optional<CheckoutAttempt> ofSession(String session) {
        return attempts.ofSession(session);
    }

    @Transactional
    List<CheckoutAttempt> pending() {
        return attempts.pending();
    }

    @Transactional
    void returnTo(UUID attempt, String back) {
        attempts.findById(attempt).leadsTo(back);
    }

    /** Forgets where those wanted to return to whose payment page was over before then. */
    @Transactional
    int forgetWaysBack(Instant before) {
        return attempts.update("back = null where back is not null and expiresAt < ?1", before);
    }

    @Transactional
    CheckoutAttempt opened(UUID attempt, String session, String url) {
        CheckoutAttempt open = attempts.findById(attempt);
        open.session = session;
        open.url = url;
        open.state = State.OPEN;
        return open;
    }

    @Transactional
    CheckoutAttempt completed(UUID attempt, String subscription) {
        CheckoutAttempt complete = attempts.findById(attempt, LockModeType.PESSIMISTIC_WRITE);
        boolean isPaid = complete.trialDays == 0;
        if (complete.state != State.COMPLETE && isPaid) {
            funnel.paid(complete.back().flatMap(Links::storyIn));
        }
        complete.subscription = subscription;
        complete.state = State.COMPLETE;
        return complete;
    }

    @Transactional
    CheckoutAttempt expired(UUID attempt) {
        CheckoutAttempt expired = attempts.findById(attempt);
        expired.ends();
        return expired;
    }
}
