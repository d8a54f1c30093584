package news.masthead.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.masthead.values.Window;

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
        boolean wasDuplicate = subscription.isDuplicate();
        settle(subscription, standing, fetch);
        if (subscription.isDuplicate() && !wasDuplicate) {
            seconds.fire(new SecondSubscription(account, providerRef));
        }
        return true;
    }

    /**
     * Makes one anew from what is on record, as {@link #apply} would have left it. Tells nobody of a second subscription: that was done at the time.
     * Belongs into a transaction that holds the account's {@link #lock} since before the record was read.
     *
     * @param fetch the number of the newest look on record
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replay(long account, String providerRef, Standing standing, long fetch) {
        Subscription subscription =
                subscriptions.ofProvider(providerRef).orElseGet(() -> new Subscription(account, providerRef));
        settle(subscription, standing, Math.max(fetch, subscription.fetchNumber));
    }

    private void settle(Subscription subscription, Standing standing, long fetch) {
        Optional<Subscription> beside = liveBeside(subscription);
        subscription.stand(standing, fetch);
        if (subscription.isLive()) {
            subscription.duplicateOf = beside.map(one -> one.id).orElse(null);
        }
        subscriptions.persistAndFlush(subscription);
        if (!subscription.isLive()) {
            keepADuplicateOf(subscription);
        }
        record(subscription, standing);
        entitlements.grant(subscription, standing);
        changes.fire(new EntitlementChanged(subscription.account));
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

    /** What would follow from a standing. */
    public Portrait expected(Standing standing) {
        return entitlements.expected(standing);
    }

    /** What we have of a subscription; none for one that we never saw. */
    @Transactional
    public Optional<Portrait> portrait(String providerRef) {
        Optional<Instant[]> span = entitlements.spanOf(providerRef);
        return subscriptions
                .ofProvider(providerRef)
                .map(known -> Portrait.of(known, span.map(ends -> ends[0]), span.map(ends -> ends[1])));
    }

    /** The paid spans of a subscription in words, the oldest first; empty for none. */
    @Transactional
    public String terms(String providerRef) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select invoice_ref, starts_at, ends_at, paise from term
                        where subscription = (select id from subscription where provider_ref = :ref) order by starts_at""", Object[].class)
                .setParameter("ref", providerRef)
                .getResultList();
        return rows.stream()
                .map(row -> ", %s from %s to %s for %s".formatted(row[0], row[1], row[2], row[3]))
                .collect(Collectors.joining());
    }

    /**
     * Live subscriptions about which the provider was not asked since a fetch.
     *
     * @return the provider's ids
     */
    @Transactional
    public List<String> notAskedSince(long fetch) {
        return subscriptions.liveNotAskedSince(fetch).stream()
                .map(subscription -> subscription.providerRef)
                .toList();
    }

    /** All an account ever had, the newest first. */
    @Transactional
    public List<Subscription> allOf(long account) {
        return subscriptions.allOf(account);
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

    /** Those that renew within a window, and are no duplicates. */
    @Transactional
    public List<Subscription> renewingIn(Window window) {
        return subscriptions.renewingIn(window);
    }

    /** Two subscriptions of one account are judged one after the other, on every node: held until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(long account) {
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
