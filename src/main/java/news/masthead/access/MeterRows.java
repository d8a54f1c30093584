package news.masthead.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table of spends: one row for each reader and calendar month. */
@ApplicationScoped
class MeterRows {

    private static final String ADD = """
            insert into meter as mine (reader_key, window_start, stories, sections, spent_at)
            values (?, ?, array[?::bigint], array[?::text], array[?::timestamptz])
            on conflict (reader_key, window_start) do update set
                stories = mine.stories || excluded.stories,
                sections = mine.sections || excluded.sections,
                spent_at = mine.spent_at || excluded.spent_at
            """;

    private static final String IF_MORE_ARE_LEFT = """
            where not mine.stories @> excluded.stories
            and (select count(distinct spent.story) from unnest(mine.stories, mine.sections) as spent (story, section)
                where (spent.section = any (?)) = ?) < ?
            """;

    private static final String RETURNING = "returning stories, sections, spent_at";

    private static final String READ =
            "select stories, sections, spent_at from meter where reader_key = ? and window_start = ?";

    private static final String LOCK = "select pg_advisory_xact_lock(?)";

    /** A spend that both have stays one; one story spent at two times stays two, so that it counts for as long as the later one does. */
    private static final String MERGE = """
            insert into meter as mine (reader_key, window_start, stories, sections, spent_at)
            select ?, window_start, stories, sections, spent_at from meter where reader_key = ? and window_start = ?
            on conflict (reader_key, window_start) do update set (stories, sections, spent_at) = (
                select mine.stories || array_agg(brought.story order by brought.number),
                    mine.sections || array_agg(brought.section order by brought.number),
                    mine.spent_at || array_agg(brought.spent_at order by brought.number)
                from unnest(excluded.stories, excluded.sections, excluded.spent_at)
                    with ordinality as brought (story, section, spent_at, number)
                where not exists (select from unnest(mine.stories, mine.spent_at) as had (story, spent_at)
                    where had.story = brought.story and had.spent_at = brought.spent_at))""";

    @Inject
    AgroalDataSource dataSource;

    /** A free story that is about to be spent. */
    record Spend(long story, String section, Instant at) {

        /** The driver would round to the next microsecond, and the spend would leave its window too late. */
        Spend {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    Spent read(MeterRow row) {
        return ask("The meter could not be read", connection -> read(connection, row));
    }

    /**
     * Spends within the month of one row: a guarded upsert. However many tabs ask at once, the guard is judged under the row's lock, over the
     * row's own arrays (research: 0 of 500 readers over).
     *
     * @return the row after it; none where the story was spent before or the meter is used up
     * @throws IllegalArgumentException where the meter is closed; the insert has no guard
     */
    Optional<Spent> spend(MeterRow row, Spend spend, Meter meter) {
        if (meter.limit() <= 0) {
            throw new IllegalArgumentException("Nothing can be spent on a closed meter");
        }
        return ask("The meter could not be charged", connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(ADD + IF_MORE_ARE_LEFT + RETURNING)) {
                set(upsert, row, spend);
                upsert.setArray(
                        6, connection.createArrayOf("text", meter.sections().toArray()));
                upsert.setBoolean(7, meter.only());
                upsert.setInt(8, meter.limit());
                return spent(upsert);
            }
        });
    }

    /**
     * Spends within a window that may reach over months. A row's lock does not help there: two spends at the month's edge write two rows. So each
     * takes the reader's locks of all months it looks at first. Where one spend counts for another, it was made in a month that the other looks
     * at, so both want one lock, and who comes later sees what the first one wrote. Locks are taken oldest month first, so nobody waits in a
     * circle, and go with the transaction.
     *
     * @param rows all that the window looks at, oldest first
     * @param own of these, the one to write to
     * @param since the window's start, as {@link Spent#holds} takes it
     * @return {@code own} after it; none where the story was spent before or the meter is used up
     */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Spent> spend(List<MeterRow> rows, MeterRow own, Spend spend, Meter meter, long since) {
        return ask("The meter could not be charged", connection -> {
            List<Spent> before = new ArrayList<>();
            for (MeterRow row : rows) {
                lock(connection, row);
            }
            for (MeterRow row : rows) {
                before.add(read(connection, row));
            }
            Spent all = Spent.of(before);
            return all.holds(spend.story(), since) || all.count(meter, since) >= meter.limit()
                    ? Optional.empty()
                    : add(connection, own, spend);
        });
    }

    /** Adds what one reader has spent in a month to what another has. */
    void merge(MeterRow from, MeterRow to) {
        ask("The meters could not be merged", connection -> {
            try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
                merge.setBytes(1, to.key().array());
                merge.setBytes(2, from.key().array());
                merge.setObject(3, to.month());
                return merge.executeUpdate();
            }
        });
    }

    private static void lock(Connection connection, MeterRow row) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setLong(1, row.key().getLong(0));
            lock.execute();
        }
    }

    private static Optional<Spent> add(Connection connection, MeterRow row, Spend spend) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD + RETURNING)) {
            set(add, row, spend);
            return spent(add);
        }
    }

    private static void set(PreparedStatement statement, MeterRow row, Spend spend) throws SQLException {
        statement.setBytes(1, row.key().array());
        statement.setObject(2, row.month());
        statement.setLong(3, spend.story());
        statement.setString(4, spend.section());
        statement.setObject(5, spend.at().atOffset(ZoneOffset.UTC));
    }

    private static Spent read(Connection connection, MeterRow row) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setBytes(1, row.key().array());
            read.setObject(2, row.month());
            return spent(read).orElse(Spent.NOTHING);
        }
    }

    private static Optional<Spent> spent(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            Timestamp[] at = (Timestamp[]) rows.getArray(3).getArray();
            return Optional.of(Spent.of(
                    (Long[]) rows.getArray(1).getArray(),
                    (String[]) rows.getArray(2).getArray(),
                    Arrays.stream(at).map(Timestamp::toInstant).toArray(Instant[]::new)));
        }
    }

    private <T> T ask(String failure, Question<T> question) {
        try (Connection connection = dataSource.getConnection()) {
            return question.ask(connection);
        } catch (SQLException broken) {
            throw new IllegalStateException(failure, broken);
        }
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }
}
