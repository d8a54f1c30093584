package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who somebody is, where they are logged in, and what staff did to the account. */
@ApplicationScoped
class AccountBelongings implements Belongings {

    @Inject
    Accounts accounts;

    @Inject
    Devices devices;

    @Inject
    Bans bans;

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "account";
    }

    @Override
    @Transactional
    public Map<String, Object> of(long account) {
        Account person = accounts.find(account).orElseThrow();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("number", account);
        all.put("name", person.name);
        all.put("email", person.email);
        all.put("since", person.createdAt.toString());
        all.put(
                "sessions",
                devices.of(account).stream().map(AccountBelongings::session).toList());
        all.put(
                "changes",
                bans.history(account).stream().map(AccountBelongings::change).toList());
        return all;
    }

    @Override
    @Transactional
    public void erase(long account) {
        devices.endAll(account);
        entities.createNativeQuery("update account_change set reason = '-' where account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    private static Map<String, Object> session(Session session) {
        return Map.of("device", session.device, "since", session.openedAt.toString());
    }

    private static Map<String, Object> change(AccountChange change) {
        return Map.of("at", change.at.toString(), "what", change.what.name(), "reason", change.reason);
    }
}
