package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import news.masthead.values.Window;

/** An editor's order to read many kept files again, and how far it has come. */
@Entity
@Table(name = "wire_replay")
public class ReplayOrder extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Id of the agency; empty for all. */
    public String source;

    @Column(name = "received_from")
    Instant receivedFrom;

    @Column(name = "received_until")
    Instant receivedUntil;

    @Column(name = "quarantined_only")
    public boolean quarantinedOnly;

    @Column(name = "ordered_by")
    public String orderedBy;

    @Column(name = "ordered_at")
    public Instant orderedAt;

    /** How many there were when it was ordered. */
    public int files;

    @Column(name = "files_read")
    public int filesRead;

    @Column(name = "last_received_at")
    Instant lastReceivedAt;

    @Column(name = "last_source")
    String lastSource;

    @Column(name = "last_hash")
    String lastHash;

    @Column(name = "ended_at")
    Instant endedAt;

    protected ReplayOrder() {}

    private ReplayOrder(String source, boolean quarantinedOnly, String orderedBy, Instant orderedAt) {
        this.source = source;
        this.quarantinedOnly = quarantinedOnly;
        this.orderedBy = orderedBy;
        this.orderedAt = orderedAt;
    }

    static ReplayOrder ofTheQuarantine(String orderedBy, Instant now) {
        return new ReplayOrder("", true, orderedBy, now);
    }

    static ReplayOrder of(String source, Window received, String orderedBy, Instant now) {
        ReplayOrder order = new ReplayOrder(source, false, orderedBy, now);
        order.receivedFrom = received.start();
        order.receivedUntil = received.end();
        return order;
    }

    void hasRead(WireFile.Id file, Instant receivedAt) {
        filesRead++;
        lastSource = file.source();
        lastHash = file.hash();
        lastReceivedAt = receivedAt;
    }

    void ends(Instant now) {
        endedAt = now;
    }

    /** The span in which its files came; none for whenever. */
    public Optional<Window> received() {
        return receivedFrom == null ? Optional.empty() : Optional.of(new Window(receivedFrom, receivedUntil));
    }

    /** When it was done; none while it goes on. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
