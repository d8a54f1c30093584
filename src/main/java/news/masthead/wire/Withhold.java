package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The mark of an agency's wish that an item be held back, whether we had it or not; gone when the item is released. */
@Entity
@Table(name = "wire_withhold")
class Withhold extends PanacheEntityBase {

    @EmbeddedId
    Tombstone.Id id;

    /** The item that asked for it. */
    long item;

    @Column(name = "withheld_at")
    Instant withheldAt;

    protected Withhold() {}
}
