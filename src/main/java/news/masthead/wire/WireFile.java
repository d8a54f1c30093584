package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file as an agency sent it. */
@Entity
@Table(name = "wire_file")
class WireFile extends PanacheEntityBase {

    @EmbeddedId
    Id id;

    byte[] bytes;

    /** What the transport said of the bytes; empty for nothing. */
    String charset;

    /** {@code push}, {@code drop}, {@code mail} or {@code feed}. */
    String transport;

    /** The file's own name, where the transport knows one. */
    String name;

    @Column(name = "received_at")
    Instant receivedAt;

    /** How often these bytes came. */
    int arrivals;

    /** When they came last; null while they came once. */
    @Column(name = "last_received_at")
    Instant lastReceivedAt;

    /** When every item in it had ended somewhere; null until then. */
    @Column(name = "read_at")
    Instant readAt;

    /** The build that read it first; empty until then. */
    @Column(name = "read_by")
    String readBy;

    protected WireFile() {}

    private WireFile(Id id, Delivery delivery, Instant receivedAt) {
        this.id = id;
        this.bytes = delivery.bytes();
        this.charset = delivery.charset();
        this.transport = delivery.transport();
        this.name = delivery.name();
        this.receivedAt = receivedAt;
        this.arrivals = 1;
    }

    /**
     * @param hash SHA-256 of the bytes
     */
    @Embeddable
    record Id(String source, String hash) {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<WireFile, Id> {

        @Inject
        Build build;

        /** Keeps the bytes for ever, in a transaction of its own; those that are kept already are only counted. */
        @Transactional(Transactional.TxType.REQUIRES_NEW)
        WireFile keep(String source, Delivery delivery, Instant now) {
            Id id = new Id(source, Sha256.of(delivery.bytes()));
            int arrivals = (int) getEntityManager()
                    .createNativeQuery("""
                            insert into wire_file (source, hash, bytes, charset, transport, name, received_at)
                            values (:source, :hash, :bytes, :charset, :transport, :name, :now)
                            on conflict (source, hash) do update
                            set arrivals = wire_file.arrivals + 1, last_received_at = excluded.received_at
                            returning arrivals""")
                    .setParameter("source", id.source())
                    .setParameter("hash", id.hash())
                    .setParameter("bytes", delivery.bytes())
                    .setParameter("charset", delivery.charset())
                    .setParameter("transport", delivery.transport())
                    .setParameter("name", delivery.name())
                    .setParameter("now", now)
                    .getSingleResult();
            return arrivals == 1 ? new WireFile(id, delivery, now) : findById(id);
        }

        /**
         * Notes that a file was read to its end, unless it was before. Found by its key alone: the index of unread files, which a condition would
         * invite, is full of those that were read since it was last vacuumed.
         */
        @Transactional
        void read(Id id, Instant now) {
            getEntityManager()
                    .createNativeQuery("""
                            update wire_file set read_at = coalesce(read_at, :now),
                                                 read_by = case when read_at is null then :build else read_by end
                            where source = :source and hash = :hash""")
                    .setParameter("now", now)
                    .setParameter("build", build.name())
                    .setParameter("source", id.source())
                    .setParameter("hash", id.hash())
                    .executeUpdate();
        }

        @Transactional
        Optional<WireFile> file(Id id) {
            return findByIdOptional(id);
        }

        /** When the file that an item came in reached us. */
        Instant arrivalOf(WireItem item) {
            return findById(new Id(item.source, item.fileHash)).receivedAt;
        }

        /** Files of these agencies that a crash left half way, oldest first. */
        @Transactional
        List<Id> unreadSince(Instant before, Set<String> sources) {
            return getEntityManager()
                    .createQuery(
                            "select id from WireFile where readAt is null and receivedAt < :before"
                                    + " and id.source in :sources order by receivedAt",
                            Id.class)
                    .setParameter("before", before)
                    .setParameter("sources", sources)
                    .setMaxResults(100)
                    .getResultList();
        }
    }
}
