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
import java.time.Instant;
import java.util.List;

/** One time that a kept file was read again, and how many of its items that changed in which way. */
@Entity
@Table(name = "wire_reading")
public class Reading extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String source;

    @Column(name = "file_hash")
    public String fileHash;

    public Instant at;

    /** The editor's name. */
    @Column(name = "ordered_by")
    public String orderedBy;

    /** The build, and so the parser, that read. */
    public String build;

    /** The order for many files that this was part of; null for a file by itself. */
    Long replay;

    public int unchanged;

    /** Items that took the new reading. */
    public int reread;

    /** New readings that wait beside a published story. */
    public int proposed;

    /** Items that nobody had read in the file before. */
    public int appeared;

    /** Items that stay as they were, because they were killed. */
    public int kept;

    /** Why the file could not be read, in a sentence; else empty. */
    public String problem;

    /** What a reading does to one item. */
    enum Change {
        UNCHANGED,
        REREAD,
        PROPOSED,
        APPEARED,
        KEPT
    }

    protected Reading() {}

    Reading(WireFile.Id file, Instant at, String orderedBy, String build, Long replay) {
        this.source = file.source();
        this.fileHash = file.hash();
        this.at = at;
        this.orderedBy = orderedBy;
        this.build = build;
        this.replay = replay;
        this.problem = "";
    }

    void counts(Change change) {
        switch (change) {
            case UNCHANGED -> unchanged++;
            case REREAD -> reread++;
            case PROPOSED -> proposed++;
            case APPEARED -> appeared++;
            case KEPT -> kept++;
        }
    }

    void failed(String sentence) {
        problem = sentence;
    }

    /** Whether anything is other than before. */
    public boolean changedAnything() {
        return reread + proposed + appeared > 0;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Reading, Long> {

        @Transactional
        Reading keep(Reading reading) {
            persist(reading);
            return reading;
        }

        /** Newest first. */
        @Transactional
        List<Reading> of(WireFile.Id file) {
            return list("source = ?1 and fileHash = ?2 order by id desc", file.source(), file.hash());
        }
    }
}
