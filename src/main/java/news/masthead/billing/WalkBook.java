package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.subscription.Subscriptions;

/** How far the walks came, so that one which a crash or a silent Stripe stopped goes on where it was. */
@ApplicationScoped
class WalkBook {

    @Inject
    EntityManager entities;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Clock clock;

    /**
     * The walk to go on with: an unfinished one, or a new one where none began since that instant. The very first is due at the next instant of the
     * kind.
     */
    @Transactional
    Optional<Walk> due(Instant since) {
        Optional<Walk> unfinished = newest().filter(row -> row[4] == null).map(WalkBook::walk);
        if (unfinished.isPresent()) {
            return unfinished;
        }
        Optional<Instant> last = newest().map(row -> (Instant) row[1]);
        if (last.isEmpty()) {
            begin(clock.instant());
            return Optional.empty();
        }
        if (!last.get().isBefore(since)) {
            return Optional.empty();
        }
        begin(null);
        return newest().map(WalkBook::walk);
    }

    /** It has dealt with everything up to a subscription. */
    @Transactional
    void cameTo(Walk walk, String subscription, int looked, int failed) {
        entities.createNativeQuery("""
                        update stripe_walk set looked_after = :after, looked = looked + :looked, failed = failed + :failed
                        where id = :id""")
                .setParameter("after", subscription)
                .setParameter("looked", looked)
                .setParameter("failed", failed)
                .setParameter("id", walk.id())
                .executeUpdate();
    }

    @Transactional
    void end(Walk walk) {
        entities.createNativeQuery("update stripe_walk set ended_at = :now where id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", walk.id())
                .executeUpdate();
    }

    private void begin(Instant endedAt) {
        entities.createNativeQuery("""
                        insert into stripe_walk (began_at, fetch_number, ended_at)
                        values (:now, :fetch, cast(nullif(:ended, '') as timestamptz))""")
                .setParameter("now", clock.instant())
                .setParameter("fetch", subscriptions.beginFetch())
                .setParameter("ended", endedAt == null ? "" : endedAt.toString())
                .executeUpdate();
    }

    private Optional<Object[]> newest() {
        List<Object[]> rows = entities.createNativeQuery(
                        "select id, began_at, fetch_number, looked_after, ended_at from stripe_walk order by id desc limit 1",
                        Object[].class)
                .getResultList();
        return rows.stream().findFirst();
    }

    private static Walk walk(Object[] row) {
        return new Walk(
                ((Number) row[0]).longValue(),
                (Instant) row[1],
                ((Number) row[2]).longValue(),
                Optional.ofNullable((String) row[3]));
    }
}
