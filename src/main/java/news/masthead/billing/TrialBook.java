package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.subscription.Plan;

/**
 * Who may have a trial. An account has one, ever, whatever the plan and whatever became of it, and none once it was a subscriber. It is written down
 * when the trial is seen at Stripe; until then the account's one open payment page keeps a second from being sold.
 */
@ApplicationScoped
class TrialBook {

    @Inject
    EntityManager entities;

    /** How many days of a plan cost an account nothing before the first term; 0 for none. */
    @Transactional
    int daysFor(long account, Plan plan) {
        return plan.trialDays() > 0 && !isSpent(account) ? plan.trialDays() : 0;
    }

    /**
     * Sees to it, in the transaction that has begun a checkout with a trial, that the account may still have it.
     *
     * @throws Spent where it may not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(long account) {
        if (isSpent(account)) {
            throw new Spent();
        }
    }

    /** The account's trial, as Stripe holds it. Said again, or of another one, it changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    void seen(long account, String subscription, Instant began) {
        entities.createNativeQuery("""
                        insert into trial (account, subscription, began_at) values (:account, :subscription, :began)
                        on conflict do nothing""")
                .setParameter("account", account)
                .setParameter("subscription", subscription)
                .setParameter("began", began)
                .executeUpdate();
    }

    /** The trial that an account has or had; none for none. */
    @Transactional
    Optional<Had> of(long account) {
        List<Object[]> found = entities.createNativeQuery(
                        "select began_at, subscription from trial where account = :account", Object[].class)
                .setParameter("account", account)
                .getResultList();
        return found.stream().findFirst().map(row -> new Had((Instant) row[0], (String) row[1]));
    }

    /** @param subscription that it began */
    record Had(Instant began, String subscription) {}

    private boolean isSpent(long account) {
        return (boolean)
                entities.createNativeQuery("""
                        select exists (select 1 from trial where account = :account)
                            or exists (select 1 from billing_fact where kind = 'BEGAN' and account = :account)
                            or exists (select 1 from subscription where paid_through is not null and account = :account)""").setParameter("account", account).getSingleResult();
    }

    /** The account has had a trial, or was a subscriber. */
    static class Spent extends RuntimeException {
        Spent() {
            super("The trial is spent");
        }
    }
}
