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
import java.util.Optional;

/** A mail that was taken, and the file it became. */
@Entity
@Table(name = "wire_mail")
class TakenMail extends PanacheEntityBase {

    @EmbeddedId
    Id id;

    /** Id of the agency, or of nobody. */
    String source;

    @Column(name = "file_hash")
    String fileHash;

    /** Whether it is done, or lies in quarantine. */
    @Column(name = "was_read")
    boolean wasRead;

    @Column(name = "taken_at")
    Instant takenAt;

    protected TakenMail() {}

    TakenMail(Id id, String source, String fileHash, boolean wasRead, Instant takenAt) {
        this.id = id;
        this.source = source;
        this.fileHash = fileHash;
        this.wasRead = wasRead;
        this.takenAt = takenAt;
    }

    /**
     * The server's name of a mail, for good: https://www.rfc-editor.org/rfc/rfc9051#section-2.3.1.1.
     *
     * @param mailbox name of a configured mailbox
     */
    @Embeddable
    record Id(String mailbox, @Column(name = "uid_validity") long uidValidity, long uid) {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<TakenMail, Id> {

        @Transactional
        Optional<TakenMail> taken(Id id) {
            return findByIdOptional(id);
        }

        @Transactional
        void keep(TakenMail mail) {
            persist(mail);
        }
    }
}
