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

    /** Why one is parked. */
    enum Reason {
        /** Of live mode where this is a test, or the other way round. */
        OTHER_MODE,
        /** Written in the API version of another release train; it was followed all the same. */
        OTHER_TRAIN,
        UNKNOWN_TYPE,
        /** Of a customer of another application on the same Stripe account. */
        FOREIGN,
        /** Stripe knows nothing of that name. */
        NOT_AT_STRIPE,
        NO_SUBSCRIPTION
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

    @Enumerated(EnumType.STRING)
    Reason reason;

    String note;

    /** When it may be looked into, or again. */
    @Column(name = "due_at")
    Instant dueAt;

    /** How often it was taken up. */
    int tries;

    protected StripeEvent() {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<StripeEvent, String> {}
}
