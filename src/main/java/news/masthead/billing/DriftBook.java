package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.jobs.Outbox;

/** Drift on record. It should stay empty: each row is an event that Stripe did not send, or that we did not hear. */
@ApplicationScoped
public class DriftBook {

    /** Stripe sends an event within seconds of what it tells of; the look may have been quicker. */
    static final Duration TIME_FOR_AN_EVENT = Duration.ofMinutes(2);

    private static final Duration RECENT = Duration.ofDays(1);

    private static final String TOLD = """
            select count(*) from stripe_event e
            where not e.fetched and (e.state = 'WAITING' or e.received_at >= :since)
            and exists (select 1 from stripe_object o where o.subscription = :subscription
                and position(convert_to(o.object, 'UTF8') in e.raw) > 0)""";

    private static final String SELECT = """
            select id, found_at, run, subscription, account, ours, theirs, healed, told_at is not null, alarmed_at from drift\n""";

    @Inject
    EntityManager entities;

    @Inject
    DriftAlarm alarm;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** From which state of ours a look starts. Whoever starts from the same one finds the same drift. */
    @Transactional
    long departure(String subscription) {
        return ((Number) entities.createNativeQuery("""
                        select coalesce((select fetch_number from subscription where provider_ref = :subscription),
                            (select -1 - count(*) from drift where subscription = :subscription))""")
                        .setParameter("subscription", subscription)
                        .getSingleResult())
                .longValue();
    }

    /**
     * What a look found that began at that instant; nothing is written where an event tells of it, or another look has written it.
     *
     * @return whether it was written
     */
    @Transactional
    boolean found(Drift.Run run, String subscription, long account, Difference difference, Instant since) {
        if (isTold(subscription, since)) {
            return false;
        }
        List<?> added = entities.createNativeQuery("""
                        insert into drift (found_at, looked_from, run, subscription, account, ours, theirs, healed, departed)
                        values (:now, :since, :run, :subscription, :account, :ours, :theirs, :healed, :departed)
                        on conflict do nothing returning id""")
                .setParameter("now", clock.instant())
                .setParameter("since", since)
                .setParameter("run", run.name())
                .setParameter("subscription", subscription)
                .setParameter("account", account)
                .setParameter("ours", difference.ours())
                .setParameter("theirs", difference.theirs())
                .setParameter("healed", difference.healed())
                .setParameter("departed", difference.departed())
                .getResultList();
        added.forEach(id -> outbox.at(clock.instant().plus(TIME_FOR_AN_EVENT), alarm, id.toString()));
        return !added.isEmpty();
    }

    /** Ours and Stripe's are one again. */
    @Transactional
    void agree(String subscription) {
        entities.createNativeQuery("update drift set healed = true where subscription = :subscription and not healed")
                .setParameter("subscription", subscription)
                .executeUpdate();
    }

    /**
     * Judges a drift once the time is over in which an event might have told of it.
     *
     * @return the drift, the first time it turns out that none did
     */
    @Transactional
    Optional<Drift> judge(long id) {
        Drift drift = list(entities.createNativeQuery(SELECT + "where id = :id", Object[].class)
                        .setParameter("id", id))
                .getFirst();
        Instant since =
                (Instant) entities.createNativeQuery("select looked_from from drift where id = :id", Instant.class)
                        .setParameter("id", id)
                        .getSingleResult();
        String verdict = isTold(drift.subscription(), since) ? "told_at" : "alarmed_at";
        int judged = entities.createNativeQuery("update drift set " + verdict
                        + " = :now where id = :id and told_at is null and alarmed_at is null")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
        return judged == 1 && verdict.equals("alarmed_at") ? Optional.of(drift) : Optional.empty();
    }

    /** How much was said to be wrong in the last day, or still is. */
    @Transactional
    public long alarming() {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from drift where alarmed_at is not null and (not healed or found_at > :recent)")
                        .setParameter("recent", clock.instant().minus(RECENT))
                        .getSingleResult())
                .longValue();
    }

    /** The newest first. */
    @Transactional
    public List<Drift> newest(int most) {
        return list(entities.createNativeQuery(SELECT + "order by id desc", Object[].class)
                .setMaxResults(most));
    }

    /** The newest first. */
    @Transactional
    public List<Drift> of(long account) {
        return list(entities.createNativeQuery(SELECT + "where account = :account order by id desc", Object[].class)
                .setParameter("account", account));
    }

    private boolean isTold(String subscription, Instant since) {
        return ((Number) entities.createNativeQuery(TOLD)
                                .setParameter("since", since)
                                .setParameter("subscription", subscription)
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    @SuppressWarnings("unchecked")
    private static List<Drift> list(Query query) {
        return ((List<Object[]>) query.getResultList())
                .stream().map(DriftBook::drift).toList();
    }

    private static Drift drift(Object[] row) {
        return new Drift(
                ((Number) row[0]).longValue(),
                (Instant) row[1],
                Drift.Run.valueOf((String) row[2]),
                (String) row[3],
                ((Number) row[4]).longValue(),
                (String) row[5],
                (String) row[6],
                (Boolean) row[7],
                (Boolean) row[8],
                Optional.ofNullable((Instant) row[9]));
    }

    /**
     * What was ours before, what is Stripe's, and whether ours stands so now.
     *
     * @param departed the {@link #departure} of the look
     */
    record Difference(String ours, String theirs, boolean healed, long departed) {}
}
