package news.masthead.billing.revenue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import news.masthead.billing.revenue.Entry.Kind;
import news.masthead.values.Window;

/** Reads the facts of billing, one reader after the other, without ever holding more than one. */
@ApplicationScoped
class Books {

    private static final int AT_A_TIME = 5_000;

    private static final String FACTS = """
            select fact.account, fact.subscription, fact.kind, fact.ref, coalesce(fact.invoice, ''), fact.plan, fact.paise,
                extract(epoch from fact.at)::bigint, extract(epoch from fact.starts_at)::bigint,
                extract(epoch from fact.ends_at)::bigint, fact.why, sold.duplicate_of is not null, sold.state = 'PAUSED',
                paper.taxable, paper.paise
            from billing_fact fact
                left join subscription sold on sold.provider_ref = fact.subscription
                left join tax_paper paper on paper.kind = 'INVOICE' and paper.ref = fact.invoice
            where fact.at <= ?
            order by fact.account, fact.at""";

    @Inject
    AgroalDataSource dataSource;

    /** One statement, so that all is of one instant. Inside a transaction, because only there PostgreSQL hands rows out as they are read. */
    @Transactional
    void each(Instant until, Consumer<Course> taker) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(FACTS)) {
            read.setFetchSize(AT_A_TIME);
            read.setObject(1, until.atOffset(ZoneOffset.UTC));
            try (ResultSet row = read.executeQuery()) {
                read(row, taker);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The facts of billing could not be read", failed);
        }
    }

    private static void read(ResultSet row, Consumer<Course> taker) throws SQLException {
        Reader reader = new Reader(taker);
        while (row.next()) {
            reader.take(row);
        }
        reader.hand();
    }

    /** Gathers the rows of one account. */
    private static final class Reader {

        private final Consumer<Course> taker;
        private final Map<String, Gathered> subscriptions = new LinkedHashMap<>();
        private long account;

        private record Gathered(boolean duplicate, boolean paused, List<Entry> entries) {}

        Reader(Consumer<Course> taker) {
            this.taker = taker;
        }

        void take(ResultSet row) throws SQLException {
            if (row.getLong(1) != account) {
                hand();
                account = row.getLong(1);
            }
            Gathered gathered = subscriptions.get(row.getString(2));
            if (gathered == null) {
                gathered = new Gathered(row.getBoolean(12), row.getBoolean(13), new ArrayList<>());
                subscriptions.put(row.getString(2), gathered);
            }
            gathered.entries.add(entry(row));
        }

        void hand() {
            boolean returns = false;
            for (Gathered one : subscriptions.values()) {
                taker.accept(new Course(returns, one.duplicate, one.paused, one.entries));
                returns |= !one.duplicate;
            }
            subscriptions.clear();
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Instant start = instant(row, 9);
        String why = row.getString(11);
        return new Entry(
                Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                net(row),
                instant(row, 8),
                start == null ? Optional.empty() : Optional.of(new Window(start, instant(row, 10))),
                why == null ? Optional.empty() : Optional.of(Loss.valueOf(why)));
    }

    /** The part of it that its invoice shows as taxable; what has none is not taxed. */
    private static long net(ResultSet row) throws SQLException {
        long paise = row.getLong(7);
        long taxable = row.getLong(14);
        return row.wasNull() ? paise : Math.multiplyExact(paise, taxable) / row.getLong(15);
    }

    /** Stripe counts in seconds. */
    private static Instant instant(ResultSet row, int column) throws SQLException {
        long second = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochSecond(second);
    }
}
