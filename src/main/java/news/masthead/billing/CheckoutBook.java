package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import news.masthead.billing.CheckoutAttempt.State;
import news.masthead.subscription.Plan;

/** What is written down of readers' tries to buy. Each method is one short transaction, so that none is open while Stripe is asked. */
@ApplicationScoped
class CheckoutBook {

    @Inject
    CheckoutAttempt.Repository attempts;

    @Inject
    EntityManager entities;

    /** The account's one pending attempt: a new one, or the one that somebody else began at the same moment. */
    @Transactional
    CheckoutAttempt begin(long account, Plan plan, String price, Optional<String> back, Instant expiresAt) {
        entities.createNativeQuery("""
                        insert into checkout (id, account, plan, price, back, expires_at, state)
                        values (:id, :account, :plan, :price, nullif(:back, ''), :expires, 'OPENING')
                        on conflict (account) where state in ('OPENING', 'OPEN') do nothing""")
                .setParameter("id", UUID.randomUUID())
                .setParameter("account", account)
                .setParameter("plan", plan.code())
                .setParameter("price", price)
                .setParameter("back", back.orElse(""))
                .setParameter("expires", expiresAt)
                .executeUpdate();
        return attempts.pendingOf(account).orElseThrow();
    }

    @Transactional
    Optional<CheckoutAttempt> pendingOf(long account) {
        return attempts.pendingOf(account);
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
        CheckoutAttempt complete = attempts.findById(attempt);
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
