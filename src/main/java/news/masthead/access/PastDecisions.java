package news.masthead.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** The decisions on record, all readers' in the order in which they were made. Readers are pseudonyms, and stay so. */
@ApplicationScoped
class PastDecisions {

    /** As many rows as one can wait for. */
    private static final int MOST = 200_000;

    private static final int AT_A_TIME = 1_000;
    private static final int MOST_SHARES = 65_536;

    private static final String ARE_MANY =
            "select count(*) from (select from decision where last_at >= ? limit ?) looked";

    /** What the database believes, which keeps it up to date where there is much to count. */
    private static final String ROUGHLY = """
            select coalesce(sum(greatest(part.reltuples, 0)), 0)
            from pg_inherits join pg_class part on part.oid = inhrelid where inhparent = 'decision'::regclass""";

    /** All of a reader or nothing: half a meter tells nothing. */
    private static final String READ = """
            select reader_key, first_at, times, policy_version, rule, outcome, used_after, facts from decision
            where last_at >= ? and (get_byte(reader_key, 0) * 256 + get_byte(reader_key, 1)) % ? = 0
            order by first_at, used_after""";

    @Inject
    AgroalDataSource dataSource;

    /** What is done with each. */
    interface Taker {

        /**
         * @param reader the pseudonym
         * @param times how often it was made within a second
         */
        void take(String reader, Trace trace, int times);
    }

    /** Of how many readers one must be looked at, so that it takes not too long; 1 where all can be. */
    int share(Instant since) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(ARE_MANY);
                PreparedStatement estimate = connection.prepareStatement(ROUGHLY)) {
            count.setObject(1, since.atOffset(ZoneOffset.UTC));
            count.setInt(2, MOST + 1);
            return number(count) <= MOST ? 1 : Math.clamp(Math.ceilDiv(number(estimate), MOST), 2, MOST_SHARES);
        } catch (SQLException broken) {
            throw new IllegalStateException("The decisions could not be counted", broken);
        }
    }

    /** Returns how many rows hold facts that this release cannot read. */
    long each(Instant since, int share, Taker taker) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return each(connection, since, share, taker);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The decisions could not be read", broken);
        }
    }

    /** A few at a time, which the driver does within a transaction only. */
    private static long each(Connection connection, Instant since, int share, Taker taker) throws SQLException {
        long leftOut = 0;
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setObject(1, since.atOffset(ZoneOffset.UTC));
            read.setInt(2, share);
            read.setFetchSize(AT_A_TIME);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    leftOut += take(rows, taker) ? 0 : 1;
                }
            }
        }
        return leftOut;
    }

    private static boolean take(ResultSet row, Taker taker) throws SQLException {
        Trace trace;
        try {
            Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
            trace = new Trace(
                    FactsJson.read(row.getString(8), at),
                    row.getLong(4),
                    row.getString(5),
                    Outcome.valueOf(row.getString(6)),
                    row.getInt(7));
        } catch (FactsJson.Unreadable | IllegalArgumentException another) {
            return false;
        }
        taker.take(HexFormat.of().formatHex(row.getBytes(1)), trace, row.getInt(3));
        return true;
    }

    private static long number(PreparedStatement question) throws SQLException {
        try (ResultSet answer = question.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
