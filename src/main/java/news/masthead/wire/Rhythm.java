package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.masthead.values.Publication;

/**
 * How often an agency is heard of: learned from its own arrivals at this hour of the week. A file that cannot be read is no news, and bytes or words
 * that were there before are none either.
 */
@ApplicationScoped
class Rhythm {

    private static final int WEEKS = 8;
    private static final int ENOUGH_WEEKS = 2;
    private static final Duration ABOUT = Duration.ofMinutes(30);

    @Inject
    EntityManager database;

    @Inject
    Publication publication;

    @Transactional
    Optional<Instant> lastArrival(String source) {
        return Optional.ofNullable((Instant) database.createNativeQuery(
                        "select max(received_at) from wire_item where source = :source and kind <> 'UNREADABLE'",
                        Instant.class)
                .setParameter("source", source)
                .getSingleResult());
    }

    /**
     * The usual gap at a moment: of each of the last eight weeks the longest silence that reached into the hour around this moment of the week, in
     * the publisher's zone; of these the median, so that one outage or one busy week teaches nothing. None while there are not two weeks to learn
     * from.
     */
    @Transactional
    Optional<Duration> usualGap(String source, Instant now) {
        ZonedDateTime local = now.atZone(publication.zone());
        List<Duration> gaps = IntStream.rangeClosed(1, WEEKS)
                .mapToObj(weeks -> local.minusWeeks(weeks).toInstant())
                .flatMap(then -> longestGap(source, then, now).stream())
                .sorted()
                .toList();
        return gaps.size() < ENOUGH_WEEKS ? Optional.empty() : Optional.of(gaps.get(gaps.size() / 2));
    }

    /** None where nothing had come before. */
    private Optional<Duration> longestGap(String source, Instant then, Instant now) {
        BigDecimal seconds = (BigDecimal) database.createNativeQuery("""
                        with heard as (select received_at as at from wire_item where source = :source and kind <> 'UNREADABLE' and received_at <= :now),
                        edges as (
                            (select at from heard where at < :start order by at desc limit 1)
                            union all (select at from heard where at >= :start and at < :end)
                            union all select coalesce((select at from heard where at >= :end order by at limit 1), :now)),
                        gaps as (select at, at - lag(at) over (order by at) as gap from edges)
                        select case when min(at) < :start then extract(epoch from max(gap)) end from gaps""", BigDecimal.class)
                .setParameter("source", source)
                .setParameter("now", now)
                .setParameter("start", then.minus(ABOUT))
                .setParameter("end", then.plus(ABOUT))
                .getSingleResult();
        return Optional.ofNullable(seconds).map(known -> Duration.ofSeconds(known.longValue()));
    }
}
