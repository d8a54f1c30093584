package news.masthead.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import news.masthead.values.Dates;
import news.masthead.values.Publication;

/** What the paper may do with the words of its sources. Who holds the contracts says so here; the gate and every list keep to it. */
@ApplicationScoped
public class Licences {

    private static final String LAPSE = """
            update story set lapses_at = least(
                case when cast(:granted as boolean) then null else cast(:now as timestamptz) end,
                story.published_at + licence.archive_days * interval '24 hours',
                cast(licence.until as timestamp) at time zone :zone,
                story.expires_at)
            from licence where licence.source = story.source and\s""";

    @Inject
    LicenceRow.Repository rows;

    @Inject
    EntityManager entities;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    @Inject
    Editions editions;

    /** None for a source that there never was a contract with. */
    @Transactional
    public Optional<Licence> of(String source) {
        return rows.findByIdOptional(source).map(LicenceRow::licence);
    }

    /** Keeps what a contract grants; it holds for what is in the paper already, from this instant on. */
    @Transactional
    public void grant(String source, Licence licence) {
        if (of(source).filter(licence::equals).isPresent()) {
            return;
        }
        entities.merge(new LicenceRow(source, licence));
        entities.flush();
        lapse("story.source = :source", licence).setParameter("source", source).executeUpdate();
        editions.withdrew();
    }

    /** Why no story of a source may go into the paper now, in a sentence for the editor; none if it may. */
    @Transactional
    public Optional<String> obstacle(String source) {
        Optional<Licence> licence = of(source);
        return licence.isEmpty()
                ? Optional.of("There is no contract for the words of \"" + source + "\".")
                : licence.flatMap(this::obstacle);
    }

    /** Works out when the words of a story that has just changed lapse. */
    @Transactional(Transactional.TxType.MANDATORY)
    void date(Story story) {
        story.provenance().flatMap(from -> of(from.source())).ifPresent(licence -> {
            entities.flush();
            lapse("story.id = :id", licence).setParameter("id", story.id).executeUpdate();
        });
    }

    private Query lapse(String which, Licence licence) {
        return entities.createNativeQuery(LAPSE + which)
                .setParameter("granted", licence.web() && isCovered(licence))
                .setParameter("now", clock.instant())
                .setParameter("zone", publication.zone().getId());
    }

    private Optional<String> obstacle(Licence licence) {
        if (!licence.web()) {
            return Optional.of("The agency's contract does not let us show its stories on the site.");
        }
        if (!isCovered(licence)) {
            return Optional.of("The agency's contract covers "
                    + String.join(", ", licence.territory())
                    + " only, and the paper appears in "
                    + publication.country().orElse("a country that is not configured")
                    + ".");
        }
        Instant now = clock.instant();
        return licence.until()
                .filter(end -> !dates.dayOf(now).isBefore(end))
                .map(end -> "The agency's contract ended on " + end + ".");
    }

    /** A paper that does not say where it appears is covered by no territory. */
    private boolean isCovered(Licence licence) {
        return licence.territory().isEmpty()
                || publication.country().filter(licence::covers).isPresent();
    }
}
