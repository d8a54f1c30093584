package news.masthead.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What readers have bought. Knows no payment provider: that one's room translates what it fetched into a {@link Standing}. */
@ApplicationScoped
public class Subscriptions {

    @Inject
    Subscription.Repository subscriptions;

    @Inject
    Entitlements entitlements;

    @Inject
    EntityManager entities;

    @Inject
    Event<EntitlementChanged> changes;

    @Inject
    Event<SecondSubscription> seconds;

    /**
     * Draws the number of a fetch, to be called before the provider is asked. Numbers come from the database, so they rise on every node
     * and whatever its clock does.
     */
    @Transactional
    public long beginFetch() {
        return ((Number) entities.createNativeQuery("select nextval('subscription_fetch')")
                        .getSingleResult())
                .longValue();
    }

    /**
     * Makes ours stand as the provider's does. One transaction; safe to repeat and to call in any order: an answer to an earlier question
     * than the one already known is dropped. Whatever changed at the provider after that question is followed by a question of its own.
     *
     * @param fetch the number {@link #beginFetch} gave before {@code standing} was asked for
     * @return whether it was news; false for the answer to an earlier question than the one already known
     */
    @Transactional
    public boolean apply(long account, String providerRef, Standing standing, long fetch) {
        lock(account);
        Subscription subscription =
                subscriptions.ofProvider(providerRef).orElseGet(() -> new Subscription(account, providerRef));
        if (fetch <= subscription.fetchNumber) {
            return false;
        }
        Optional<Subscription> beside = liveBeside(subscription);
        subscription.stand(standing, fetch);
        if (subscription.isLive()) {
            mark(subscription, beside);
        }
        subscriptions.persistAndFlush(subscription);
        if (!subscription.isLive()) {
            keepADuplicateOf(subscription);
        }
        record(subscription, standing);
        entitlements.grant(subscription, standing);
        changes.fire(new EntitlementChanged(account));
        return true;
    }

    /** The live subscription of an account; never a duplicate. */
    @Transactional
    public Optional<Subscription> liveOf(long account) {
        return subscriptions.liveOf(account);
    }

    @Transactional
    public Optional<Subscription> ofProvider(String providerRef) {
        return subscriptions.ofProvider(providerRef);
    }

    /** Every live subscription of an account, duplicates too, the oldest first. */
    @Transactional
    public List<Subscription> allLiveOf(long account) {
        return subscriptions.allLiveOf(account);
    }

    /** Whether anybody ever had a plan of that code. */
    @Transactional
    public boolean hasSold(String plan) {
        return subscriptions.count("plan", plan) > 0;
    }

    /** What the provider should be asked about again: subscriptions that wait for a payment, and live ones whose paid span ends before {@code soon}. */
    @Transactional
    public List<Subscription> dueBefore(Instant soon) {
        return subscriptions.awaitingOrLivePaidThroughBefore(soon);
    }

    /** The paused subscriptions whose pause is over by then. */
    @Transactional
    public List<Subscription> toResumeBefore(Instant end) {
        return subscriptions.toResumeBefore(end);
    }

    /** Two subscriptions of one account are judged one after the other, on every node. */
    private void lock(long account) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:room, :account)")
                .setParameter("room", 20)
                .setParameter("account", (int) account)
                .getSingleResult();
    }

    private Optional<Subscription> liveBeside(Subscription subscription) {
        return subscriptions
                .liveOf(subscription.account)
                .filter(live -> !live.providerRef.equals(subscription.providerRef));
    }

    private void mark(Subscription live, Optional<Subscription> kept) {
        if (!live.isDuplicate() && kept.isPresent()) {
            seconds.fire(new SecondSubscription(live.account, live.providerRef));
        }
        live.duplicateOf = kept.map(one -> one.id).orElse(null);
    }

    /** Where the subscription a reader kept has ended and one bought beside it goes on, that one is now the reader's. */
    private void keepADuplicateOf(Subscription ended) {
        List<Subscription> duplicates = subscriptions.liveDuplicatesOf(ended);
        duplicates.stream().findFirst().ifPresent(kept -> {
            duplicates.forEach(other -> other.duplicateOf = kept.id);
            kept.duplicateOf = null;
        });
    }

    private void record(Subscription subscription, Standing standing) {
        entities.createNativeQuery("delete from term where subscription = :subscription")
                .setParameter("subscription", subscription.id)
                .executeUpdate();
        standing.paid()
                .forEach(term -> entities.createNativeQuery("""
                        insert into term (subscription, starts_at, ends_at, invoice_ref, paise)
                        values (:subscription, :start, :end, :invoice, :paise)""")
                        .setParameter("subscription", subscription.id)
                        .setParameter("start", term.span().start())
                        .setParameter("end", term.span().end())
                        .setParameter("invoice", term.invoice())
                        .setParameter("paise", term.amount().paise())
                        .executeUpdate());
    }
}
