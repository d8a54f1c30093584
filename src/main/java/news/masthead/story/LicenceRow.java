package news.masthead.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** A {@link Licence} as it is stored. */
@Entity
@Table(name = "licence")
class LicenceRow extends PanacheEntityBase {

    @Id
    String source;

    boolean web;

    @Column(name = "archive_days")
    Integer archiveDays;

    boolean epaper;

    boolean newsletter;

    boolean feeds;

    boolean ai;

    String[] territory;

    LocalDate until;

    boolean index;

    protected LicenceRow() {}

    LicenceRow(String source, Licence licence) {
        this.source = source;
        this.web = licence.web();
        this.archiveDays = licence.archiveDays().orElse(null);
        this.epaper = licence.epaper();
        this.newsletter = licence.newsletter();
        this.feeds = licence.feeds();
        this.ai = licence.ai();
        this.territory = licence.territory().toArray(String[]::new);
        this.until = licence.until().orElse(null);
        this.index = licence.index();
    }

    Licence licence() {
        return new Licence(
                web,
                Optional.ofNullable(archiveDays),
                epaper,
                newsletter,
                feeds,
                ai,
                Set.of(territory),
                Optional.ofNullable(until),
                index);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<LicenceRow, String> {}
}
