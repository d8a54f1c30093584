package news.masthead.billing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An event as Stripe sent it, and what came of it. */
@Entity
@Table(name = "stripe_event")
class StripeEvent extends PanacheEntityBase {

    enum State {
        WAITING,
        /** What it pointed at was fetched. */
        HEARD,
        /** Kept and not acted on; {@link #note} says why. */
        PARKED
    }

    @Id
    String id;

    String type;

    /** Id of what it tells of; empty where it names nothing. */
    String object;

    @Column(name = "created_at")
    Instant createdAt;

    boolean live;

    @Column(name = "api_version")
    String apiVersion;

    /** The body as it was signed. */
    byte[] raw;

    @Column(name = "received_at")
    Instant receivedAt;

    @Enumerated(EnumType.STRING)
    State state;

    String note;

    protected StripeEvent() {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<StripeEvent, String> {}
}
