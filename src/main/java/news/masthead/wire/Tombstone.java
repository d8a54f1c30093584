package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The mark of an agency's order to kill an item, whether we had it or not. */
@Entity
@Table(name = "wire_tombstone")
class Tombstone extends PanacheEntityBase {

    @EmbeddedId
    Id id;

    /** The item that ordered it. */
    long item;

    @Column(name = "killed_at")
    Instant killedAt;

    protected Tombstone() {}

    Tombstone(Id id, long item, Instant killedAt) {
        this.id = id;
        this.item = item;
        this.killedAt = killedAt;
    }

    @Embeddable
    record Id(String source, String guid) {}
}
