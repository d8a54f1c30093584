package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * What staff may do to an account. Each deed is one transaction and leaves its row. What the account paid for stays as it is: money is billing's
 * matter.
 */
@ApplicationScoped
public class Bans {

    @Inject
    Account.Repository accounts;

    @Inject
    AccountChange.Repository changes;

    @Inject
    Devices devices;

    @Inject
    Clock clock;

    /**
     * Ends the account's sessions on every node and lets nobody log in to it until the ban is lifted. A log-in at the same moment comes before, and
     * is ended, or after, and is refused. Nothing happens to who is banned already.
     *
     * @param by e-mail address of whoever does it
     */
    @Transactional
    public void ban(long account, String by, String reason) {
        Account banned = accounts.locked(account);
        if (!banned.isBanned()) {
            banned.bannedAt = clock.instant();
            devices.endAll(account);
            note(account, by, AccountChange.What.BANNED, reason);
        }
    }

    @Transactional
    public void lift(long account, String by, String reason) {
        Account lifted = accounts.locked(account);
        if (lifted.isBanned()) {
            lifted.bannedAt = null;
            note(account, by, AccountChange.What.BAN_LIFTED, reason);
        }
    }

    /** Log-out everywhere, by staff. */
    @Transactional
    public void endSessions(long account, String by, String reason) {
        accounts.locked(account);
        devices.endAll(account);
        note(account, by, AccountChange.What.SESSIONS_ENDED, reason);
    }

    /** The newest first. */
    @Transactional
    public List<AccountChange> history(long account) {
        return changes.newestFirst(account);
    }

    private void note(long account, String by, AccountChange.What what, String reason) {
        changes.persist(new AccountChange(account, clock.instant(), by, what, reason));
    }
}
