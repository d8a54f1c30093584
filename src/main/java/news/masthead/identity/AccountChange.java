package news.masthead.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** One thing that staff did to an account. Added, never changed. */
@Entity
@Table(name = "account_change")
public class AccountChange extends PanacheEntityBase {

    /** What was done. */
    public enum What {
        BANNED,
        BAN_LIFTED,
        SESSIONS_ENDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long account;

    public Instant at;

    /** E-mail address of whoever did it. */
    @Column(name = "made_by")
    public String by;

    @Enumerated(EnumType.STRING)
    public What what;

    public String reason;

    protected AccountChange() {}

    AccountChange(long account, Instant at, String by, What what, String reason) {
        this.account = account;
        this.at = at;
        this.by = by;
        this.what = what;
        this.reason = reason;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<AccountChange, Long> {

        List<AccountChange> newestFirst(long account) {
            return list("account = ?1 order by id desc", account);
        }
    }
}
