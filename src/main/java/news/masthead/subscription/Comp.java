package news.masthead.subscription;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Window;

/** Complimentary access: the right to read everything for a span, given by somebody of the house for a reason. Never deleted. */
@Entity
public class Comp extends PanacheEntityBase {

    /** What stands for it where plans are listed by their codes. */
    public static final String PLAN = "comp";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Whom it was given to. */
    public long account;

    @Column(name = "starts_at")
    public Instant startsAt;

    /** As it was given; {@link #revokedAt} may come before it. */
    @Column(name = "ends_at")
    public Instant endsAt;

    public String reason;

    /** Account of who gave it. */
    @Column(name = "granted_by")
    public long grantedBy;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Column(name = "revoked_by")
    Long revokedBy;

    protected Comp() {}

    Comp(long account, Window span, String reason, long grantedBy) {
        this.account = account;
        this.startsAt = span.start();
        this.endsAt = span.end();
        this.reason = reason;
        this.grantedBy = grantedBy;
    }

    /** When it was taken back. */
    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    /** Account of who took it back. */
    public Optional<Long> revokedBy() {
        return Optional.ofNullable(revokedBy);
    }

    /** Whether it opens something at that instant. */
    public boolean runs(Instant at) {
        return !at.isBefore(startsAt) && at.isBefore(endsAt) && (revokedAt == null || at.isBefore(revokedAt));
    }

    void revoke(Instant at, long by) {
        revokedAt = at;
        revokedBy = by;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Comp, Long> {

        private static final String RUNS = "endsAt > ?1 and revokedAt is null";

        Optional<Comp> runningOf(long account, Instant at) {
            return find(RUNS + " and account = ?2 order by id", at, account).firstResultOptional();
        }

        List<Comp> running(Instant at) {
            return list(RUNS + " order by endsAt, id", at);
        }

        List<Comp> over(Instant at, int most) {
            return find("endsAt <= ?1 or revokedAt is not null order by coalesce(revokedAt, endsAt) desc, id desc", at)
                    .page(0, most)
                    .list();
        }
    }
}
