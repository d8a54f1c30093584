package news.masthead.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.masthead.jobs.DirectLine;

/** The policy versions in the database, where rows are only ever added. */
@ApplicationScoped
class PolicyRows {

    private static final String READ = """
            select made.version, made.active_from, made.made_by, made.made_at, made.note, made.rules::text,
                undo.made_by, undo.made_at
            from policy_version made left join policy_version undo on undo.withdraws = made.version
            where made.rules is not null order by made.version""";

    /** Whoever adds a version waits for the one who is at it, so that versions are numbered in the order of their commits. */
    private static final String LOCK = "lock table policy_version in share row exclusive mode";

    private static final String ADD = """
            insert into policy_version (version, active_from, made_by, made_at, note, rules, withdraws)
            select coalesce(max(version), -1) + 1, ?, ?, ?, ?, ?::jsonb, ? from policy_version
            returning version""";

    private static final String MAY_WITHDRAW = """
            select from policy_version held where version = ? and active_from > ? and rules is not null
            and not exists (select from policy_version where withdraws = held.version)""";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    AgroalDataSource dataSource;

    @Inject
    DirectLine lines;

    /**
     * A version as it lies there.
     *
     * @param rules JSON
     */
    record Row(
            long version,
            Instant activeFrom,
            String madeBy,
            Instant madeAt,
            String note,
            String rules,
            Optional<PolicyVersion.Withdrawal> withdrawal) {}

    /** What is committed, asked for beside the pool; takes seconds where the database is silent. */
    List<Row> read() throws SQLException {
        try (Connection line = lines.open("masthead policy", PATIENCE);
                PreparedStatement read = line.prepareStatement(READ);
                ResultSet rows = read.executeQuery()) {
            List<Row> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row(rows));
            }
            return all;
        }
    }

    /** Until the transaction ends, nobody else adds a version. */
    void lock() {
        run(LOCK);
    }

    /** Returns its number. */
    long add(Instant activeFrom, String madeBy, Instant madeAt, String note, String rules) {
        return insert(activeFrom, madeBy, madeAt, note, rules, null);
    }

    /** Whether a version does not hold yet and was not withdrawn before; true only while the lock is held. */
    boolean mayWithdraw(long version, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask = connection.prepareStatement(MAY_WITHDRAW)) {
            ask.setLong(1, version);
            ask.setObject(2, utc(now));
            try (ResultSet found = ask.executeQuery()) {
                return found.next();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The policy versions could not be read", broken);
        }
    }

    void withdraw(long version, String madeBy, Instant now) {
        insert(now, madeBy, now, "", null, version);
    }

    private long insert(Instant activeFrom, String madeBy, Instant madeAt, String note, String rules, Long withdraws) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, utc(activeFrom));
            add.setString(2, madeBy);
            add.setObject(3, utc(madeAt));
            add.setString(4, note);
            add.setString(5, rules);
            add.setObject(6, withdraws);
            try (ResultSet added = add.executeQuery()) {
                added.next();
                return added.getLong(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The policy version could not be kept", broken);
        }
    }

    private void run(String statement) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement work = connection.prepareStatement(statement)) {
            work.execute();
        } catch (SQLException broken) {
            throw new IllegalStateException("The policy versions could not be locked", broken);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        String undoneBy = row.getString(7);
        return new Row(
                row.getLong(1),
                instant(row, 2),
                row.getString(3),
                instant(row, 4),
                row.getString(5),
                row.getString(6),
                undoneBy == null
                        ? Optional.empty()
                        : Optional.of(new PolicyVersion.Withdrawal(undoneBy, instant(row, 8))));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
