package news.masthead.billing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stripe's events, kept as they came. One is acknowledged only once it is in here, and what is in here and waits is itself the queue of what
 * is to be looked into: so keeping one is a single statement.
 */
@ApplicationScoped
class EventInbox {

    /** By then a worker that took an event is done with it, or dead. */
    static final Duration TAKEN = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    @Inject
    AgroalDataSource database;

    @Inject
    EntityManager entities;

    @Inject
    StripeEvent.Repository events;

    @Inject
    Clock clock;

    /** An event that was taken up, and how often it has been. */
    record Taken(String id, byte[] raw, int tries) {}

    /**
     * Keeps a genuine event, once however often it is sent. It is on disk when this returns.
     *
     * @return whether it is new
     */
    boolean keep(EventHead head, byte[] raw) throws SQLException {
        // No transaction manager and no entity: this one statement is what 500 events a second cost.
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into stripe_event (id, type, object, created_at, live, api_version, raw, received_at, due_at, state)
                        values (?, ?, ?, to_timestamp(?), ?, ?, ?, to_timestamp(?), to_timestamp(?), 'WAITING')
                        on conflict (id) do nothing""")) {
            double now = clock.instant().toEpochMilli() / 1000.0;
            insert.setString(1, head.id());
            insert.setString(2, head.type());
            insert.setString(3, head.object());
            insert.setLong(4, head.created().getEpochSecond());
            insert.setBoolean(5, head.live());
            insert.setString(6, head.apiVersion());
            insert.setBytes(7, raw);
            insert.setDouble(8, now);
            insert.setDouble(9, now);
            return insert.executeUpdate() == 1;
        }
    }

    /** Takes up the events that have waited longest; no other worker gets them for a while. */
    @Transactional
    List<Taken> take(int most) {
        List<Object[]> rows = entities.createNativeQuery("""
                        update stripe_event set due_at = :later, tries = tries + 1
                        where id in (select id from stripe_event where state = 'WAITING' and due_at <= :now
                            order by due_at limit :most for update skip locked)
                        returning id, raw, tries""", Object[].class)
                .setParameter("later", clock.instant().plus(TAKEN))
                .setParameter("now", clock.instant())
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new Taken((String) row[0], (byte[]) row[1], ((Number) row[2]).intValue()))
                .toList();
    }

    @Transactional
    void heard(List<String> ids) {
        if (!ids.isEmpty()) {
            events.update(
                    "state = ?1 where id in ?2 and state = ?3",
                    StripeEvent.State.HEARD,
                    ids,
                    StripeEvent.State.WAITING);
        }
    }

    /** Whoever took them did not come to them: anybody may take them at once, as if nobody had. */
    @Transactional
    void giveBack(List<String> ids) {
        if (!ids.isEmpty()) {
            events.update(
                    "dueAt = ?1, tries = tries - 1 where id in ?2 and state = ?3",
                    clock.instant(),
                    ids,
                    StripeEvent.State.WAITING);
        }
    }

    @Transactional
    void park(String id, StripeEvent.Reason reason, String note) {
        events.update(
                "state = ?1, reason = ?2, note = ?3 where id = ?4 and state = ?5",
                StripeEvent.State.PARKED,
                reason,
                note,
                id,
                StripeEvent.State.WAITING);
    }

    /** It is taken up again, each time after a longer pause. */
    @Transactional
    void again(Taken event) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(event.tries() - 1, 20));
        Instant due = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        events.update("dueAt = ?1 where id = ?2", due, event.id());
    }

    @Transactional
    long waiting() {
        return events.count("state", StripeEvent.State.WAITING);
    }

    /** When the one that has waited longest came in; none where none waits. */
    @Transactional
    Optional<Instant> oldestWaiting() {
        return events.find("state = ?1 order by receivedAt", StripeEvent.State.WAITING)
                .firstResultOptional()
                .map(event -> event.receivedAt);
    }
}
