package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** That an agency was, or is, silent for longer than is usual for it. */
@Entity
@Table(name = "wire_silence")
class Silence extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String source;

    @Column(name = "last_arrival")
    Instant lastArrival;

    @Column(name = "alarm_after_seconds")
    long alarmAfterSeconds;

    @Column(name = "raised_at")
    Instant raisedAt;

    /** Null while it lasts. */
    @Column(name = "ended_at")
    Instant endedAt;

    protected Silence() {}

    Silence(String source, Instant lastArrival, Duration alarmAfter, Instant raisedAt) {
        this.source = source;
        this.lastArrival = lastArrival;
        this.alarmAfterSeconds = alarmAfter.toSeconds();
        this.raisedAt = raisedAt;
    }

    void ends(Instant at) {
        endedAt = at;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Silence, Long> {

        @Transactional
        Optional<Silence> of(String source) {
            return find("source = ?1 and endedAt is null", source).firstResultOptional();
        }

        /** Those that last, the longest first. */
        @Transactional
        List<Silence> all() {
            return list("endedAt is null order by lastArrival");
        }
    }
}
