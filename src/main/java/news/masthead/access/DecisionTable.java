package news.masthead.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import news.masthead.access.Batch.Row;
import news.masthead.jobs.Broadcast;

/** Writes decisions, under the readers' pseudonyms, and how many were lost. */
@ApplicationScoped
class DecisionTable {

    /** One statement, so that decisions and losses are written both or neither. */
    private static final String WRITE = """
            with kept as (
                insert into decision
                    (month, reader_key, story, first_at, last_at, times, policy_version, rule, outcome, used_after, facts)
                select * from unnest(?::date[], ?::bytea[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::int[],
                    ?::bigint[], ?::text[], ?::text[], ?::int[], ?::jsonb[]))
            insert into decision_loss (second, node, lost)
            select to_timestamp(second), ?, lost from unnest(?::bigint[], ?::int[]) as loss (second, lost)
            on conflict (second, node) do update set lost = decision_loss.lost + excluded.lost""";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ReaderKeys keys;

    @Inject
    MonthSecrets secrets;

    @Inject
    Broadcast broadcast;

    /**
     * Writes all of it or nothing, but for decisions of a month that is forgotten: only a clock that was set back makes such, and nobody can ask
     * about them.
     *
     * @param losses how many decisions were lost, by second of the epoch
     * @throws Refused where trying again would not help
     * @throws IllegalStateException where the database is away
     */
    void write(List<Row> rows, Map<Long, Integer> losses) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            Columns columns = new Columns(connection, write);
            setRows(columns, rows.stream().filter(this::isKept).toList());
            columns.set(broadcast.node());
            columns.set("bigint", losses.keySet(), Function.identity());
            columns.set("int", losses.values(), Function.identity());
            write.executeUpdate();
        } catch (SQLException | RuntimeException failed) {
            throw mayWorkLater(failed)
                    ? new IllegalStateException("Decisions could not be written", failed)
                    : new Refused(failed);
        }
    }

    private void setRows(Columns columns, List<Row> rows) throws SQLException {
        columns.set("date", rows, row -> row.decision().month().atDay(1).toString());
        columns.set(
                "bytea",
                rows,
                row -> keys.of(row.decision().reader(), row.decision().month()));
        columns.set("bigint", rows, row -> facts(row).story().id());
        columns.set("timestamptz", rows, row -> micros(row.span().first()));
        columns.set("timestamptz", rows, row -> micros(row.span().last()));
        columns.set("int", rows, row -> row.span().times());
        columns.set("bigint", rows, row -> row.decision().trace().policyVersion());
        columns.set("text", rows, row -> row.decision().trace().rule());
        columns.set("text", rows, row -> row.decision().trace().outcome().name());
        columns.set("int", rows, row -> row.decision().trace().usedAfter());
        columns.set("jsonb", rows, row -> FactsJson.write(facts(row)));
    }

    private boolean isKept(Row row) {
        return secrets.secretOf(row.decision().month()).isPresent();
    }

    private static Facts facts(Row row) {
        return row.decision().trace().facts();
    }

    private static String micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString();
    }

    /** A value that the database does not take (SQLSTATE classes 22 and 23), or that cannot even be sent, will not do at the next try either. */
    private static boolean mayWorkLater(Throwable failed) {
        Optional<SQLException> said = Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
        return said.filter(
                        sql -> sql.getSQLState() == null || !sql.getSQLState().matches("(22|23)..."))
                .isPresent();
    }

    /** The arguments of the statement, in order. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private int last;

        Columns(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        void set(String value) throws SQLException {
            statement.setString(++last, value);
        }

        <T> void set(String type, Collection<T> rows, Function<T, ?> value) throws SQLException {
            Object[] values = rows.stream().map(value).toArray(type.equals("bytea") ? byte[][]::new : Object[]::new);
            statement.setArray(++last, connection.createArrayOf(type, values));
        }
    }

    /** These decisions can never be written. */
    static final class Refused extends RuntimeException {
        Refused(Throwable why) {
            super("The decisions cannot be written", why);
        }
    }
}
