package news.masthead.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A person who has logged in. The identity provider's subject is who they are; name and e-mail are what it last said of them. */
@Entity
public class Account extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String subject;

    public String name;

    public String email;

    /** Whether the identity provider vouched for the address at the last log-in (OpenID Connect Core 5.1, {@code email_verified}). */
    @Column(name = "email_verified")
    boolean emailVerified;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "banned_at")
    Instant bannedAt;

    /** Since when it is being erased; null where it is not. */
    @Column(name = "erasing_at")
    Instant erasingAt;

    @Column(name = "erased_at")
    Instant erasedAt;

    protected Account() {}

    Account(String subject, Instant createdAt) {
        this.subject = subject;
        this.createdAt = createdAt;
    }

    void isCalled(String newName, String newEmail, boolean verified) {
        name = newName;
        email = newEmail;
        emailVerified = verified;
    }

    /** Whether nobody may log in to it. */
    public boolean isBanned() {
        return bannedAt != null;
    }

    /** Whether it is a number and nobody any more. */
    public boolean isErased() {
        return erasedAt != null;
    }

    void isBeingErased(Instant since) {
        erasingAt = since;
    }

    void erase(Instant at) {
        subject = "erased-" + id;
        name = "";
        email = "";
        emailVerified = false;
        erasingAt = null;
        erasedAt = at;
    }

    public boolean isEmailVerified() {
        return emailVerified;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Account, Long> {

        Optional<Account> ofSubject(String subject) {
            return find("subject", subject).firstResultOptional();
        }

        List<Account> ofEmail(String email) {
            return list("lower(email) = ?1 and erasedAt is null order by id", email.toLowerCase(Locale.ROOT));
        }

        /** Until the transaction ends nobody else opens a session for it or bans it. */
        Account locked(long id) {
            return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                    .orElseThrow(() -> new IllegalArgumentException("There is no account " + id));
        }
    }
}
