package news.masthead.billing.revenue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;
import news.masthead.billing.OnTheTwin;
import news.masthead.given.Size;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The figures of a whole paper, out of its database. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class RevenueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(Size.of(20, 4));

    @Inject
    Revenue revenue;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Quarterly subscribers, a tenth of whom have left, with up to eight terms each and a decline now and then. */
    @Test
    void come_in_seconds_and_add_up() {
        int readers = Size.of(2_000, 100_000);
        Figures others = revenue.figures();
        QuarkusTransaction.requiringNew().timeout(600).run(() -> fill(readers));
        revenue.figures();
        long before = cpu();
        Instant begun = Instant.now();
        Figures figures = revenue.figures();
        Duration took = Duration.between(begun, Instant.now());
        Duration worked = Duration.ofNanos(cpu() - before);
        Logger.getLogger(RevenueTest.class)
                .infof("Figures of %d readers came in %s, with %s of work here", readers, took, worked);
        assertTrue(worked.compareTo(PATIENCE) < 0, "worked for " + worked);
        assertEquals(
                readers - readers / 10, last(figures).after() - last(others).after());
        assertEquals(
                30_000L * (readers - readers / 10),
                last(figures).closing().paise() - last(others).closing().paise());
        assertEquals(readers, sum(figures, GrowthMonth::joined) - sum(others, GrowthMonth::joined));
        assertEquals(readers / 10, sum(figures, GrowthMonth::left) - sum(others, GrowthMonth::left));
        assertEquals(unearned(others), unearned(figures));
    }

    private static GrowthMonth last(Figures figures) {
        return figures.growth().getLast();
    }

    private static int sum(Figures figures, ToIntFunction<GrowthMonth> count) {
        return figures.growth().stream().mapToInt(count).sum();
    }

    /** What is never earned, because it went back. */
    private static long unearned(Figures figures) {
        return figures.deferred().stream()
                .mapToLong(month -> month.billed().paise() - month.earned().paise())
                .sum();
    }

    private void fill(int readers) {
        run("""
                insert into billing_fact (kind, ref, account, subscription, plan, invoice, paise, at, starts_at, ends_at, why, noted_at)
                select 'PAID', 'in_' || reader || '_' || term, 900000000 + reader, 'sub_' || reader, 'quarterly', 'in_' || reader || '_' || term,
                    90000, since + term * interval '90 days', since + term * interval '90 days', since + (term + 1) * interval '90 days', null, cast(:now as timestamptz)
                from (select reader, cast(:now as timestamptz) - reader % 700 * interval '1 day' - interval '1 hour' as since from generate_series(0, cast(:readers as int) - 1) reader) one,
                    generate_series(0, 8) term
                where since + term * interval '90 days' < cast(:now as timestamptz)""", readers);
        run("""
                insert into billing_fact (kind, ref, account, subscription, plan, invoice, paise, at, noted_at)
                select 'BEGAN', 'sub_' || reader, 900000000 + reader, 'sub_' || reader, 'quarterly', null, 0,
                    cast(:now as timestamptz) - reader % 700 * interval '1 day' - interval '1 hour', cast(:now as timestamptz)
                from generate_series(0, cast(:readers as int) - 1) reader""", readers);
        run("""
                insert into billing_fact (kind, ref, account, subscription, plan, invoice, paise, at, why, noted_at)
                select 'ENDED', 'sub_' || reader, 900000000 + reader, 'sub_' || reader, 'quarterly', null, 0, cast(:now as timestamptz) - interval '1 minute', 'READER', cast(:now as timestamptz)
                from generate_series(0, cast(:readers as int) - 1) reader where reader % 10 = 0""", readers);
        entities.createNativeQuery("analyze billing_fact").executeUpdate();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void run(String sql, int readers) {
        entities.createNativeQuery(sql)
                .setParameter("readers", readers)
                .setParameter("now", clock.instant().toString())
                .executeUpdate();
    }
}
