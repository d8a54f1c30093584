package news.masthead.identity;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.masthead.jobs.Outbox;

/**
 * A reader's right to a copy and to be forgotten (Digital Personal Data Protection Act 2023, sections 11 and 12; GDPR, articles 15 and 17). What must
 * end elsewhere ends first, so that nobody is charged who can no longer log in; where it does not end nothing is erased.
 */
@ApplicationScoped
public class Erasure {

    /** An erasure that took longer has died. */
    public static final Duration UNDER_WAY = Duration.ofMinutes(10);

    @Inject
    @All
    List<BeforeErasure> before;

    @Inject
    @All
    List<Belongings> belongings;

    @Inject
    Account.Repository accounts;

    @Inject
    DeleteAtProvider deleteAtProvider;

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    Erasure self;

    /** The reader's copy: what each room keeps, by its name. */
    public Map<String, Object> copy(long account) {
        Map<String, Object> copy = new LinkedHashMap<>();
        belongings.forEach(room -> copy.put(room.name(), room.of(account)));
        return copy;
    }

    /**
     * Erases an account, or nothing of it.
     *
     * @return whether it is erased; false where somebody who must be asked does not answer
     */
    public boolean erase(long account) {
        self.begin(account);
        try {
            for (BeforeErasure end : before) {
                end.end(account);
            }
        } catch (BeforeErasure.NotNow silent) {
            Log.errorf(silent, "Account %d is not erased", account);
            self.giveUp(account);
            return false;
        }
        self.finish(account);
        return true;
    }

    /** Accounts that are erased here and not yet at the identity provider, for staff: its subject by account. */
    @Transactional
    public Map<Long, String> leftAtProvider() {
        List<Object[]> rows = entities.createNativeQuery(
                        "select account, subject from erased_person order by erased_at", Object[].class)
                .getResultList();
        Map<Long, String> left = new LinkedHashMap<>();
        rows.forEach(row -> left.put(((Number) row[0]).longValue(), (String) row[1]));
        return left;
    }

    @Transactional
    void begin(long account) {
        accounts.locked(account).isBeingErased(clock.instant());
    }

    @Transactional
    void giveUp(long account) {
        accounts.locked(account).isBeingErased(null);
    }

    @Transactional
    void finish(long account) {
        Account erased = accounts.locked(account);
        if (erased.isErased()) {
            return;
        }
        belongings.forEach(room -> room.erase(account));
        entities.createNativeQuery(
                        "insert into erased_person (account, subject, erased_at) values (:account, :subject, :now)")
                .setParameter("account", account)
                .setParameter("subject", erased.subject)
                .setParameter("now", clock.instant())
                .executeUpdate();
        erased.erase(clock.instant());
        outbox.soon(deleteAtProvider, Long.toString(account));
    }
}
