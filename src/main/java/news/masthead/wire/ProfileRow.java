package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

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

    protected ProfileRow() {}

    /** What it said from one change to the next. */
    record Change(String profile, Instant at, String editor) {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ProfileRow, String> {

        /** One statement judges the version and writes, so of two who save at once one is told. */
        void keep(Agency agency, int versionSeen, Instant now, String editor) {
            int kept = getEntityManager()
                    .createNativeQuery("""
                            with seen as (
                                insert into wire_profile (source, version, profile, changed_at, changed_by)
                                select :source, 1, :profile, :now, :editor where :seen = 0
                                on conflict (source) do nothing
                                returning source, version),
                            changed as (
                                update wire_profile
                                set version = version + 1, profile = :profile, changed_at = :now, changed_by = :editor
                                where source = :source and version = :seen
                                returning source, version)
                            insert into wire_profile_change (source, version, profile, changed_at, changed_by)
                            select source, version, :profile, :now, :editor
                            from (select * from seen union all select * from changed) kept""")
                    .setParameter("source", agency.id())
                    .setParameter("profile", Profiles.json(agency))
                    .setParameter("now", now)
                    .setParameter("editor", editor)
                    .setParameter("seen", versionSeen)
                    .executeUpdate();
            if (kept == 0) {
                throw new OutdatedProfile();
            }
        }

        /** Newest first. */
        List<Change> changes(String source) {
            return getEntityManager()
                    .createNativeQuery(
                            "select profile, changed_at, changed_by from wire_profile_change where source = :source order by version desc",
                            Change.class)
                    .setParameter("source", source)
                    .getResultList();
        }
    }
}
