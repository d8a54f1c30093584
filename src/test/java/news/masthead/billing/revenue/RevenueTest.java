package news.masthead.billing.revenue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
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

    /** Quarterly subscribers, a tenth of whom have left, with up to eight terms each and a decline now and then. */
    @Test
    void come_in_seconds_and_add_up() {
        int readers = Size.of(2_000, 100_000);
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
        GrowthMonth last = figures.growth().getLast();
        assertEquals(readers - readers / 10, last.after());
        assertEquals(30_000L * last.after(), last.closing().paise());
        assertEquals(
                readers, figures.growth().stream().mapToInt(GrowthMonth::joined).sum());
        assertEquals(
                readers / 10,
                figures.growth().stream().mapToInt(GrowthMonth::left).sum());
        assertEquals(
                figures.deferred().stream()
                        .mapToLong(month -> month.billed().paise())
                        .sum(),
                figures.deferred().stream()
                        .mapToLong(month -> month.earned().paise())
                        .sum());
    }

    private void fill(int readers) {
        run("""
                insert into billing_fact (kind, ref, account, subscription, plan, invoice, paise, at, starts_at, ends_at, why, noted_at)
                select 'PAID', 'in_' || reader || '_' || term, 900000000 + reader, 'sub_' || reader, 'quarterly', 'in_' || reader || '_' || term,
                    90000, since + term * interval '90 days', since + term * interval '90 days', since + (term + 1) * interval '90 days', null, now()
                from (select reader, now() - reader % 700 * interval '1 day' - interval '1 hour' as since from generate_series(0, ?1 - 1) reader) one,
                    generate_series(0, 8) term
                where since + term * interval '90 days' < now()""", readers);
        run("""
                insert into billing_fact (kind, ref, account, subscription, plan, invoice, paise, at, noted_at)
                select 'BEGAN', 'sub_' || reader, 900000000 + reader, 'sub_' || reader, 'quarterly', null, 0,
                    now() - reader % 700 * interval '1 day' - interval '1 hour', now()
                from generate_series(0, ?1 - 1) reader""", readers);
        run("""
                insert into billing_fact (kind, ref, account, subscription, plan, invoice, paise, at, why, noted_at)
                select 'ENDED', 'sub_' || reader, 900000000 + reader, 'sub_' || reader, 'quarterly', null, 0, now() - interval '1 minute', 'READER', now()
                from generate_series(0, ?1 - 1) reader where reader % 10 = 0""", readers);
        entities.createNativeQuery("analyze billing_fact").executeUpdate();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void run(String sql, int readers) {
        entities.createNativeQuery(sql).setParameter(1, readers).executeUpdate();
    }
}
