package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import news.masthead.jobs.Outbox;
import news.masthead.subscription.SecondSubscription;

/** The book of subscriptions that were bought beside another: each is written down with the job that ends it and pays it back. */
@ApplicationScoped
class SecondSubscriptions {

    @Inject
    EntityManager entities;

    @Inject
    EndSecondSubscription end;

    @Inject
    Outbox outbox;

    @Inject
    BillingAlerts alerts;

    @Inject
    Clock clock;

    /** Ids of an account's, {@code sub_…}, the oldest first. */
    @Transactional
    List<String> of(long account) {
        return entities.createNativeQuery(
                        "select subscription from second_subscription where account = :account order by seen_at",
                        String.class)
                .setParameter("account", account)
                .getResultList();
    }

    /** In the transaction that found it: it is not found a second time. */
    void found(@Observes SecondSubscription second) {
        entities.createNativeQuery("""
                        insert into second_subscription (subscription, account, seen_at) values (:subscription, :account, :now)
                        on conflict do nothing""")
                .setParameter("subscription", second.providerRef())
                .setParameter("account", second.account())
                .setParameter("now", clock.instant())
                .executeUpdate();
        outbox.soon(end, second.providerRef());
        alerts.raise(
                BillingAlert.SECOND_SUBSCRIPTION,
                "Account %d bought twice: subscription %s is ended and paid back"
                        .formatted(second.account(), second.providerRef()));
    }

    /** Money that was on its way when it was ended, and has come all the same. */
    void paid(@Observes Noted noted) {
        if (noted.fact() instanceof Fact.Paid && isKnown(noted.subscription())) {
            outbox.soon(end, noted.subscription());
        }
    }

    @Transactional
    void ended(String subscription) {
        entities.createNativeQuery(
                        "update second_subscription set ended_at = :now where subscription = :subscription and ended_at is null")
                .setParameter("now", clock.instant())
                .setParameter("subscription", subscription)
                .executeUpdate();
    }

    private boolean isKnown(String subscription) {
        return !entities.createNativeQuery("select 1 from second_subscription where subscription = :subscription")
                .setParameter("subscription", subscription)
                .getResultList()
                .isEmpty();
    }
}
