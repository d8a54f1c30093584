package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The people the paper knows. */
@ApplicationScoped
public class Accounts {

    @Inject
    Account.Repository accounts;

    @Inject
    KnownSessions known;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * The account of a person the identity provider vouches for; made at the first log-in, whoever else logs in at the same moment.
     *
     * @param verified whether the provider vouches for the e-mail address too
     */
    @Transactional
    public Account admit(String subject, String name, String email, boolean verified) {
        entities.createNativeQuery("""
                        insert into account (subject, name, email, email_verified, created_at)
                        values (:subject, :name, :email, :verified, :now)
                        on conflict (subject) do nothing""")
                .setParameter("subject", subject)
                .setParameter("name", name)
                .setParameter("email", email)
                .setParameter("verified", verified)
                .setParameter("now", clock.instant())
                .executeUpdate();
        Account account = accounts.ofSubject(subject).orElseThrow();
        if (account.isEmailVerified() != verified) {
            known.changed(account.id);
        }
        account.isCalled(name, email, verified);
        return account;
    }

    /** In any case of its letters; more than one where the identity provider gives an address twice. */
    @Transactional
    public List<Account> ofEmail(String email) {
        return accounts.ofEmail(email);
    }

    @Transactional
    public Optional<Account> find(long id) {
        return accounts.findByIdOptional(id);
    }
}
