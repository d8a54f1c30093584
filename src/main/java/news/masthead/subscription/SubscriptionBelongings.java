package news.masthead.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import news.masthead.identity.Belongings;

/** What an account has bought or was given. */
@ApplicationScoped
class SubscriptionBelongings implements Belongings {

    @Inject
    Subscriptions subscriptions;

    @Inject
    Comps comps;

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    @Transactional
    public Map<String, Object> of(long account) {
        List<String> held = subscriptions.allOf(account).stream()
                .map(one ->
                        subscriptions.portrait(one.providerRef).orElseThrow().toString())
                .toList();
        List<Object[]> given = entities.createNativeQuery(
                        "select starts_at, ends_at, reason from comp where account = :account order by id",
                        Object[].class)
                .setParameter("account", account)
                .getResultList();
        return Map.of(
                "bought",
                held,
                "given",
                given.stream()
                        .map(row -> Map.of("from", row[0].toString(), "until", row[1].toString(), "reason", row[2]))
                        .toList());
    }

    /** What was bought stays under the account's number; what was given ends. */
    @Override
    @Transactional
    public void erase(long account) {
        comps.runningOf(account).ifPresent(comp -> comps.revoke(comp.id, account));
        entities.createNativeQuery("update comp set reason = '-' where account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }
}
