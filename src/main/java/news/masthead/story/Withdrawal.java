package news.masthead.story;

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
import java.time.Instant;
import java.util.Optional;

/** An order that took a story out of the paper, and how it ended. */
@Entity
public class Withdrawal extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long story;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** The name of the person, or the id of the agency. */
    @Column(name = "ordered_by")
    public String orderedBy;

    @Column(name = "by_agency")
    public boolean byAgency;

    public String reason;

    /** When the order reached us. */
    @Column(name = "received_at")
    public Instant receivedAt;

    @Column(name = "release_asked_by")
    String releaseAskedBy;

    @Column(name = "release_asker")
    Long releaseAsker;

    @Column(name = "release_reason")
    String releaseReason;

    @Column(name = "lifted_by")
    String liftedBy;

    @Column(name = "lifted_at")
    Instant liftedAt;

    /** How long it lasts. */
    public enum Kind {
        WITHHOLD,
        KILL
    }

    /**
     * A wish to let the story back in.
     *
     * @param account of the person who asks; somebody else must agree
     */
    public record ReleaseWish(String by, long account, String reason) {}

    protected Withdrawal() {}

    Withdrawal(long story, Kind kind, Order order) {
        this.story = story;
        this.kind = kind;
        this.orderedBy = order.by();
        this.byAgency = order.agency();
        this.reason = order.reason();
        this.receivedAt = order.received();
    }

    /** The first wish stands: who asks again changes nothing. */
    void ask(ReleaseWish wish) {
        if (releaseAsker == null) {
            releaseAskedBy = wish.by();
            releaseAsker = wish.account();
            releaseReason = wish.reason();
        }
    }

    void lift(String by, Instant at) {
        liftedBy = by;
        liftedAt = at;
    }

    public Optional<ReleaseWish> releaseWish() {
        return Optional.ofNullable(releaseAsker)
                .map(account -> new ReleaseWish(releaseAskedBy, account, releaseReason));
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Withdrawal, Long> {

        /** The order that keeps a withheld story out of the paper. */
        Optional<Withdrawal> openOf(long story) {
            return find("story = ?1 and kind = ?2 and liftedAt is null", story, Kind.WITHHOLD)
                    .firstResultOptional();
        }
    }
}
