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
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.masthead.access.Recollection.Loss;
import news.masthead.values.Window;

/** Reads decisions, one reader's on one story, and how many of all readers' were lost. */
@ApplicationScoped
class DecisionRows {

    private static final String IN_SPAN = """
            select first_at, last_at, times, policy_version, rule, outcome, used_after, facts from decision
            where month = ? and reader_key = ? and story = ? and last_at >= ? and first_at < ?
            order by first_at limit ?""";

    private static final String AROUND = """
            select max(last_at) filter (where last_at < ?), min(first_at) filter (where first_at >= ?) from decision
            where month = ? and reader_key = ? and story = ?""";

    private static final String LOST = """
            select second, sum(lost) from decision_loss where second > ? and second < ?
            group by second order by second limit ?""";

    @Inject
    AgroalDataSource dataSource;

    /** @param key the reader's in that month */
    record Subject(YearMonth month, byte[] key, long story) {}

    /** @param before last instant before a span; null for none */
    record Around(Instant before, Instant after) {}

    List<Recorded> in(Window span, Subject subject, int most) {
        return ask(IN_SPAN, asked -> {
            asked.setObject(1, subject.month().atDay(1));
            asked.setBytes(2, subject.key());
            asked.setLong(3, subject.story());
            asked.setObject(4, utc(span.start()));
            asked.setObject(5, utc(span.end()));
            asked.setInt(6, most);
            return all(asked, DecisionRows::recorded);
        });
    }

    Around around(Window span, Subject subject) {
        return ask(AROUND, asked -> {
            asked.setObject(1, utc(span.start()));
            asked.setObject(2, utc(span.end()));
            asked.setObject(3, subject.month().atDay(1));
            asked.setBytes(4, subject.key());
            asked.setLong(5, subject.story());
            return all(asked, row -> new Around(instant(row, 1), instant(row, 2)))
                    .getFirst();
        });
    }

    List<Loss> lost(Window span, int most) {
        return ask(LOST, asked -> {
            // A second that begins before the span reaches into it
            asked.setObject(1, utc(span.start().minusSeconds(1)));
            asked.setObject(2, utc(span.end()));
            asked.setInt(3, most);
            return all(asked, row -> new Loss(instant(row, 1), row.getInt(2)));
        });
    }

    private <T> T ask(String question, Sql<PreparedStatement, T> answer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement asked = connection.prepareStatement(question)) {
            return answer.of(asked);
        } catch (SQLException broken) {
            throw new IllegalStateException("The decisions could not be read", broken);
        }
    }

    private static <T> List<T> all(PreparedStatement asked, Sql<ResultSet, T> row) throws SQLException {
        try (ResultSet rows = asked.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.of(rows));
            }
            return all;
        }
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        Facts facts = FactsJson.read(row.getString(8), instant(row, 1));
        Trace trace =
                new Trace(facts, row.getLong(4), row.getString(5), Outcome.valueOf(row.getString(6)), row.getInt(7));
        return new Recorded(trace, instant(row, 2), row.getInt(3));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @FunctionalInterface
    private interface Sql<A, B> {
        B of(A given) throws SQLException;
    }
}
