package news.masthead.wire.transport;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** How far a feed was fetched, and when it is its turn again. */
@Entity
@Table(name = "wire_feed")
class FeedCursor extends PanacheEntityBase {

    @EmbeddedId
    Id id;

    @Column(name = "answered_by")
    String answeredBy = "";

    String etag = "";

    @Column(name = "last_modified")
    String lastModified = "";

    /** SHA-256 of the bytes that were taken last. */
    String hash = "";

    /** In a row. */
    int failures;

    @Column(name = "next_at")
    Instant nextAt;

    protected FeedCursor() {}

    FeedCursor(Id id, Instant nextAt) {
        this.id = id;
        this.nextAt = nextAt;
    }

    /** Must be called only after what was fetched is kept: what a cursor has passed is never asked for again. */
    void passes(Answer.Validators validators, String takenHash) {
        answeredBy = validators.answeredBy();
        etag = validators.etag();
        lastModified = validators.lastModified();
        hash = takenHash;
    }

    void waits(int failuresNow, Instant until) {
        failures = failuresNow;
        nextAt = until;
    }

    Answer.Validators validators() {
        return new Answer.Validators(answeredBy, etag, lastModified);
    }

    /**
     * A feed of an agency.
     *
     * @param source id of the agency
     */
    @Embeddable
    record Id(String source, String url) {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<FeedCursor, Id> {

        /** The feed's, or a new one that is due. */
        @Transactional
        FeedCursor of(Id id, Instant now) {
            return findByIdOptional(id).orElseGet(() -> new FeedCursor(id, now));
        }

        @Transactional
        void keep(FeedCursor cursor) {
            getEntityManager().merge(cursor);
        }
    }
}
