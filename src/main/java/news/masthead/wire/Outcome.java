package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** What became of one item of one file when it came. */
@Entity
@Table(name = "wire_outcome")
public class Outcome extends PanacheEntityBase {

    @EmbeddedId
    Id id;

    long item;

    @Enumerated(EnumType.STRING)
    End outcome;

    String reason;

    /** Where every item ends. */
    public enum End {
        ACCEPTED,
        DUPLICATE,
        SUPERSEDED,
        QUARANTINED
    }

    protected Outcome() {}

    Outcome(WireFile.Id file, int number, long item, End outcome, String reason) {
        this.id = new Id(file.source(), file.hash(), number);
        this.item = item;
        this.outcome = outcome;
        this.reason = reason;
    }

    /**
     * @param number the item's place in the file, from 1
     */
    @Embeddable
    record Id(String source, @Column(name = "file_hash") String fileHash, int number) {}
}
