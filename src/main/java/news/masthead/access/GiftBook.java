package news.masthead.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Window;

/** The gift links there are: whose, for which story, and which readers have opened them. Knows readers by their keys of the month only. */
@ApplicationScoped
class GiftBook {

    /** Also the lock under which one giver's gifts are judged one after the other, on every node. */
    private static final String LOCK = """
            insert into gift_allowance (giver_key, window_start, given) values (:giver, :window, 0)
            on conflict (giver_key, window_start) do update set given = gift_allowance.given
            returning given""";

    /** One guarded update: however many readers come at once, the guard is judged under the row's lock. */
    private static final String TAKE = """
            update gift set readers = readers || array[?::bytea], taken = taken + 1
            where id = ? and expires_at > ? and taken < seats and not readers @> array[?::bytea]""";

    private static final String HOLDS = "select readers @> array[?::bytea] from gift where id = ? and expires_at > ?";

    private static final String JOIN = """
            update gift set readers = readers || array[?::bytea]
            where given_at >= ? and given_at < ? and readers @> array[?::bytea] and not readers @> array[?::bytea]""";

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource dataSource;

    private final SecureRandom random = new SecureRandom();

    /**
     * Gives a story, unless this giver's link to it is still open or the month's gifts are used up.
     *
     * @param giver the giver's key of the month, and of the one before, in which an open link may have been made
     * @param row what the link is to be
     * @param limit how many stories a giver may give in a month
     * @return the open link; none where there may be no other
     */
    @Transactional
    Given give(Giver giver, Row row, int limit, Instant now) {
        int given = lock(giver);
        Optional<Row> open = open(giver, row.story(), now);
        if (open.isPresent() || given >= limit) {
            return new Given(open, given);
        }
        entities.createNativeQuery(
                        "update gift_allowance set given = given + 1 where giver_key = :giver and window_start = :window")
                .setParameter("giver", giver.key())
                .setParameter("window", giver.window().start())
                .executeUpdate();
        return new Given(Optional.of(insert(row)), given + 1);
    }

    /** Takes one of a link's seats for a reader. @return whether there was one and the reader had none before */
    boolean take(byte[] id, byte[] reader, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setBytes(1, reader);
            take.setBytes(2, id);
            take.setObject(3, at(now));
            take.setBytes(4, reader);
            return take.executeUpdate() == 1;
        } catch (SQLException broken) {
            throw new IllegalStateException("No reader of a gift could be counted", broken);
        }
    }

    /** Whether a reader has one of a link's seats; none where the link is forgotten. */
    Optional<Boolean> holds(byte[] id, byte[] reader, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask = connection.prepareStatement(HOLDS)) {
            ask.setBytes(1, reader);
            ask.setBytes(2, id);
            ask.setObject(3, at(now));
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() ? Optional.of(answer.getBoolean(1)) : Optional.empty();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The readers of a gift could not be read", broken);
        }
    }

    /** A reader turned out to be another one, who keeps the seats in links given in that month and takes no more for it. */
    void join(Window given, byte[] before, byte[] now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement join = connection.prepareStatement(JOIN)) {
            join.setBytes(1, now);
            join.setObject(2, at(given.start()));
            join.setObject(3, at(given.end()));
            join.setBytes(4, before);
            join.setBytes(5, now);
            join.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("The readers of gifts could not be joined", broken);
        }
    }

    /**
     * Forgets the links whose time is over, and everything of the months whose secrets are destroyed.
     *
     * @param kept the start of the first month that is not
     */
    @Transactional
    void forget(Instant now, Instant kept) {
        entities.createNativeQuery("delete from gift where expires_at <= :now or given_at < :kept")
                .setParameter("now", now)
                .setParameter("kept", kept)
                .executeUpdate();
        entities.createNativeQuery("delete from gift_allowance where window_start < :kept")
                .setParameter("kept", kept)
                .executeUpdate();
    }

    private int lock(Giver giver) {
        return ((Number) entities.createNativeQuery(LOCK)
                        .setParameter("giver", giver.key())
                        .setParameter("window", giver.window().start())
                        .getSingleResult())
                .intValue();
    }

    private Optional<Row> open(Giver giver, long story, Instant now) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select id, giver_key, given_at, expires_at, seats, taken from gift
                        where story = :story and giver_key in (:now_key, :before_key) and expires_at > :now""", Object[].class)
                .setParameter("story", story)
                .setParameter("now_key", giver.key())
                .setParameter("before_key", giver.keyBefore())
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .map(row -> new Row(
                        (byte[]) row[0], (byte[]) row[1], story, (Instant) row[2], (Instant) row[3], (int) row[4], (int)
                                row[5]))
                .findFirst();
    }

    private Row insert(Row row) {
        entities.createNativeQuery("""
                        insert into gift (id, giver_key, given_at, story, expires_at, seats)
                        values (:id, :giver, :given, :story, :expires, :seats)""")
                .setParameter("id", row.id())
                .setParameter("giver", row.giver())
                .setParameter("given", row.given())
                .setParameter("story", row.story())
                .setParameter("expires", row.expires())
                .setParameter("seats", row.seats())
                .executeUpdate();
        return row;
    }

    /** A link that nobody has opened. */
    Row fresh(Giver giver, long story, Instant given, Instant expires, int seats) {
        byte[] id = new byte[GiftLink.ID_BYTES];
        random.nextBytes(id);
        return new Row(id, giver.key(), story, given, expires, seats, 0);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * Who gives.
     *
     * @param key of this month, which is {@code window}
     * @param keyBefore of the month before
     */
    record Giver(byte[] key, byte[] keyBefore, Window window) {}

    /**
     * @param giver key of the month in which it was made
     * @param seats how many readers may open it
     * @param taken how many have
     */
    record Row(byte[] id, byte[] giver, long story, Instant given, Instant expires, int seats, int taken) {}

    /**
     * @param link none where the month's gifts are used up
     * @param inMonth how many stories were given in the month, this one counted
     */
    record Given(Optional<Row> link, int inMonth) {}
}
