package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the agencies and the ways they reach us fare, for editors and operators. */
@ApplicationScoped
public class AgencyHealth {

    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    Agencies agencies;

    @Inject
    Rhythm rhythm;

    @Inject
    SilentAgencies silentAgencies;

    @Inject
    Silence.Repository silences;

    @Inject
    Transports transports;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    /**
     * One agency's.
     *
     * @param source its id
     * @param lastArrival of something that could be read and was not there before; none if there never was any
     * @param usualGap the usual time between two arrivals at this hour of the week; none while it is not learned
     * @param alarmAfter how long it may be silent now
     * @param silentSince its last arrival, if it is silent for too long
     * @param lastDay how many items of the files of the last 24 hours ended as {@code accepted}, {@code duplicate}, {@code superseded},
     *     {@code quarantined}; what there was none of is missing
     * @param unread files that are kept and not read to their end
     * @param ways how it reaches us, as far as used or tried within a day
     */
    public record Health(
            String source,
            Optional<Instant> lastArrival,
            Optional<Duration> usualGap,
            Duration alarmAfter,
            Optional<Instant> silentSince,
            Map<String, Long> lastDay,
            long unread,
            List<Way> ways) {}

    /**
     * A way in.
     *
     * @param name of the feed or mailbox; empty for the push and the drop folder, of which an agency has one each
     * @param error what was wrong last, in a sentence; empty if nothing ever was
     */
    public record Way(
            Transports.Kind kind,
            String name,
            Optional<Instant> lastSuccess,
            Optional<Instant> lastError,
            String error) {

        /** Whether the error is newer than the success. */
        public boolean fails() {
            return lastError
                    .filter(ill ->
                            lastSuccess.filter(well -> !well.isBefore(ill)).isEmpty())
                    .isPresent();
        }
    }

    /**
     * That an agency is silent for too long.
     *
     * @param since its last arrival
     */
    public record Alert(String source, Instant since, Instant raisedAt) {}

    /** Every agency's, in the order of their ids. */
    @Transactional
    public List<Health> all() {
        Instant now = clock.instant();
        List<Transports.Fared> ways = transports.since(now.minus(DAY));
        return agencies.all().values().stream()
                .map(agency -> of(agency, ways, now))
                .toList();
    }

    /** The alerts that stand, the longest silence first. */
    @Transactional
    public List<Alert> alerts() {
        return silences.all().stream()
                .map(silence -> new Alert(silence.source, silence.lastArrival, silence.raisedAt))
                .toList();
    }

    /** The mailboxes, which are for all agencies. */
    @Transactional
    public List<Way> mailboxes() {
        return ways(transports.since(clock.instant().minus(DAY)), "");
    }

    private Health of(Agency agency, List<Transports.Fared> ways, Instant now) {
        String source = agency.id();
        return new Health(
                source,
                rhythm.lastArrival(source),
                agency.usualSilence().or(() -> rhythm.usualGap(source, now)),
                silentAgencies.alarmAfter(source, agency.usualSilence(), now),
                silences.of(source).map(silence -> silence.lastArrival),
                outcomes(source, now.minus(DAY)),
                unread(source),
                ways(ways, source));
    }

    private static List<Way> ways(List<Transports.Fared> all, String source) {
        return all.stream()
                .filter(way -> way.line().source().equals(source))
                .map(way -> new Way(
                        way.line().kind(),
                        way.line().name(),
                        Optional.ofNullable(way.lastSuccess()),
                        Optional.ofNullable(way.lastError()),
                        way.error()))
                .toList();
    }

    private Map<String, Long> outcomes(String source, Instant since) {
        List<Object[]> rows = database.createNativeQuery("""
                        select o.outcome, count(*) from wire_file f
                        join wire_outcome o on o.source = f.source and o.file_hash = f.hash
                        where f.source = :source and f.received_at >= :since group by o.outcome""", Object[].class)
                .setParameter("source", source)
                .setParameter("since", since)
                .getResultList();
        Map<String, Long> counts = new TreeMap<>();
        rows.forEach(row -> counts.put(((String) row[0]).toLowerCase(Locale.ROOT), ((Number) row[1]).longValue()));
        return counts;
    }

    private long unread(String source) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from wire_file where read_at is null and source = :source")
                        .setParameter("source", source)
                        .getSingleResult())
                .longValue();
    }
}
