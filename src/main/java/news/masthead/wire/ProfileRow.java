package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An agency's profile as the desk last saved it. */
@Entity
@Table(name = "wire_profile")
class ProfileRow extends PanacheEntityBase {

    @Id
    String source;

    /** 1 when first saved, one more with each change. */
    int version;

    /** JSON, as {@link Profiles#json} writes it. */
    String profile;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    protected ProfileRow() {}

    ProfileRow(String source) {
        this.source = source;
    }

    void says(Agency agency, Instant at, String editor) {
        version++;
        profile = Profiles.json(agency);
        changedAt = at;
        changedBy = editor;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ProfileRow, String> {}
}
