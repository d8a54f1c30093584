package news.masthead.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.masthead.subscription.Portrait;
import news.masthead.subscription.Standing;
import news.masthead.subscription.Subscription;
import news.masthead.values.Money;

/** What the verification reads, by plain SQL, so that it depends on nothing of the site that it judges. */
final class VerificationRows {

    private static final String PORTRAIT = """
            select s.state, s.plan, s.paise, s.paid_through, s.ends_at, s.resumes_at, s.next_plan, s.next_paise, s.next_from,
                e.starts_at, e.ends_at, s.trial_until
            from subscription s left join entitlement e on e.cause_kind = 'SUBSCRIPTION' and e.cause = s.provider_ref
            where s.provider_ref = ?""";

    /** Entitlements that no subscription and no comp bears out, and comps that open something else than they say. */
    private static final String CAUSELESS = """
            select e.account, e.cause_kind || ' ' || e.cause,
                coalesce('from ' || c.starts_at || ' until ' || least(c.ends_at, c.revoked_at), 'nothing'),
                'from ' || e.starts_at || ' until ' || e.ends_at
            from entitlement e left join comp c on e.cause_kind = 'COMP' and e.cause = c.id::text
            where case e.cause_kind
                when 'COMP' then c.id is null or c.account <> e.account or c.starts_at <> e.starts_at or least(c.ends_at, c.revoked_at) <> e.ends_at
                else not exists (select 1 from subscription s where s.provider_ref = e.cause and s.account = e.account) end
            union all
            select c.account, 'COMP ' || c.id, 'from ' || c.starts_at || ' until ' || least(c.ends_at, c.revoked_at), 'nothing'
            from comp c where not exists (select 1 from entitlement e where e.cause_kind = 'COMP' and e.cause = c.id::text)""";

    private final Connection database;

    VerificationRows(Connection database) {
        this.database = database;
    }

    /** How a row becomes what the caller wants. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> all(String sql, Reading<T> reading, Object... values) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.of(result));
                }
            }
            return rows;
        }
    }

    /** Every subscription that the ledger or the table knows, with its account. */
    Map<String, Long> subscriptions() throws SQLException {
        Map<String, Long> all = new HashMap<>();
        all("""
                select subscription, max(account) from stripe_object group by 1
                union select provider_ref, account from subscription""", row -> all.put(row.getString(1), row.getLong(2)));
        return all;
    }

    List<LedgerRow> ledger(String subscription) throws SQLException {
        return all(
                """
                        select fetch_number, kind, object, content::text from stripe_object
                        where subscription = ? order by fetch_number, id""",
                row -> new LedgerRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                subscription);
    }

    Optional<Portrait> portrait(String subscription) throws SQLException {
        return all(PORTRAIT, VerificationRows::portrait, subscription).stream().findFirst();
    }

    List<String> terms(String subscription) throws SQLException {
        return all(
                """
                        select t.invoice_ref, t.starts_at, t.ends_at, t.paise from term t join subscription s on s.id = t.subscription
                        where s.provider_ref = ? order by t.invoice_ref""",
                row -> "%s from %s to %s for %d"
                        .formatted(
                                row.getString(1),
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3).toInstant(),
                                row.getLong(4)),
                subscription);
    }

    List<String> facts(String subscription) throws SQLException {
        return all(
                "select kind, ref, paise from billing_fact where subscription = ? order by 1, 2",
                row -> "%s %s %d".formatted(row.getString(1), row.getString(2), row.getLong(3)),
                subscription);
    }

    Map<String, String> plansOfPrices() throws SQLException {
        Map<String, String> plans = new HashMap<>();
        all("select price, plan from stripe_price", row -> plans.put(row.getString(1), row.getString(2)));
        return plans;
    }

    List<Finding> causeless() throws SQLException {
        return all(
                CAUSELESS,
                row -> new Finding(
                        Finding.Kind.ENTITLEMENT,
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4)));
    }

    /** What opens the wall, by account: {@code start end}, sorted. */
    Map<Long, List<String>> spans() throws SQLException {
        Map<Long, List<String>> spans = new HashMap<>();
        all(
                "select account, starts_at, ends_at from entitlement order by 1, 2, 3",
                row -> spans.computeIfAbsent(row.getLong(1), account -> new ArrayList<>())
                        .add(row.getTimestamp(2).toInstant() + " "
                                + row.getTimestamp(3).toInstant()));
        return spans;
    }

    Map<String, Long> customers() throws SQLException {
        Map<String, Long> customers = new HashMap<>();
        all(
                "select customer, account from stripe_customer where customer is not null",
                row -> customers.put(row.getString(1), row.getLong(2)));
        return customers;
    }

    private static Portrait portrait(ResultSet row) throws SQLException {
        Optional<Standing.Next> next = row.getString(7) == null
                ? Optional.empty()
                : Optional.of(new Standing.Next(
                        row.getString(7),
                        new Money(row.getLong(8)),
                        instant(row, 9).orElseThrow()));
        return new Portrait(
                Subscription.State.valueOf(row.getString(1)),
                row.getString(2),
                new Money(row.getLong(3)),
                instant(row, 4),
                instant(row, 5),
                instant(row, 6),
                instant(row, 12),
                next,
                instant(row, 10),
                instant(row, 11));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
