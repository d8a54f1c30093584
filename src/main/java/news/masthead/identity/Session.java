package news.masthead.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One log-in on one device. */
@Entity
class Session extends PanacheEntityBase {

    /** Names it on the reader's list of devices. */
    UUID id;

    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    long account;

    String[] roles;

    @Column(name = "id_token")
    String idToken;

    @Column(name = "refresh_token")
    String refreshToken;

    String device;

    @Column(name = "opened_at")
    Instant openedAt;

    /** When the identity provider last stood by these roles. */
    @Column(name = "checked_at")
    Instant checkedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    Reader.Registered reader(boolean verified) {
        return new Reader.Registered(account, Set.of(roles), verified);
    }

    boolean isOpen(Instant at) {
        return at.isBefore(expiresAt);
    }

    void renew(StaffCheck.Answer.StillHere answer, Instant at) {
        roles = answer.roles().toArray(String[]::new);
        refreshToken = answer.refreshToken();
        checkedAt = at;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Session, byte[]> {

        /** Until the transaction ends nobody else changes or ends it. */
        Optional<Session> locked(byte[] tokenHash) {
            return findByIdOptional(tokenHash, LockModeType.PESSIMISTIC_WRITE);
        }

        List<Session> newestFirst(long account) {
            return list("account = ?1 order by openedAt desc, id", account);
        }

        /** Moves the last check of a session on, unless somebody else has: true for one caller only. */
        boolean isCheckedFrom(byte[] tokenHash, Instant seen, Instant next) {
            return update("checkedAt = ?3 where tokenHash = ?1 and checkedAt = ?2", tokenHash, seen, next) == 1;
        }

        /** With what its account says at this moment. */
        Optional<Found> found(byte[] tokenHash) {
            return find("""
                    select session, account.emailVerified from Session session
                    join Account account on account.id = session.account where session.tokenHash = ?1""", tokenHash).project(Found.class).firstResultOptional();
        }
    }

    record Found(Session session, boolean verified) {}
}
