package news.masthead.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
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

    /**
     * Makes ours stand as the provider's does. One transaction; safe to repeat and to call in any order: what was fetched before what is
     * already known is dropped, and a subscription that has ended stays ended.
     *
     * @param fetchedAt when the fetch of {@code standing} began
     */
    @Transactional
    public void apply(long account, String providerRef, Standing standing, Instant fetchedAt) {
        lock(account);
        Subscription subscription =
                subscriptions.ofProvider(providerRef).orElseGet(() -> new Subscription(account, providerRef));
        if (subscription.fetchedAt != null && fetchedAt.isBefore(subscription.fetchedAt)) {
            return;
        }
        subscription.duplicateOf = duplicateOf(subscription, standing);
        subscription.stand(standing, fetchedAt);
        subscriptions.persist(subscription);
        record(subscription, standing);
        entitlements.grant(subscription, standing);
        changes.fire(new EntitlementChanged(account));
    }

    /** The live subscription of an account; never a duplicate. */
    @Transactional
    public Optional<Subscription> liveOf(long account) {
        return subscriptions.liveOf(account);
    }

    /** The newest subscription of an account, live or not. */
    @Transactional
    public Optional<Subscription> lastOf(long account) {
        return subscriptions
                .find("account = ?1 and duplicateOf is null order by id desc", account)
                .firstResultOptional();
    }

    @Transactional
    public Optional<Subscription> ofProvider(String providerRef) {
        return subscriptions.ofProvider(providerRef);
    }

    /** Two subscriptions of one account are judged one after the other, on every node. */
    private void lock(long account) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:room, :account)")
                .setParameter("room", 20)
                .setParameter("account", (int) account)
                .getSingleResult();
    }

    private Long duplicateOf(Subscription subscription, Standing standing) {
        if (subscription.duplicateOf != null || standing.phase() instanceof Standing.Phase.Ended) {
            return subscription.duplicateOf;
        }
        return subscriptions
                .liveOf(subscription.account)
                .filter(live -> !live.providerRef.equals(subscription.providerRef))
                .map(live -> live.id)
                .orElse(null);
    }

    private void record(Subscription subscription, Standing standing) {
        entities.flush();
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
