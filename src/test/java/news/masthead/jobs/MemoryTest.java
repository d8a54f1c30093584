package news.masthead.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import news.masthead.SiteTest;
import news.masthead.given.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SiteTest
class MemoryTest {

    private static final String TOLD_ELSEWHERE = "select pg_notify('masthead', 'test-memory %d')";
    private static final String CUT =
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'masthead ear ' || '%s'";
    private static final AtomicLong SUBJECTS = new AtomicLong();

    @Inject
    Counts counts;

    @Inject
    Broadcast broadcast;

    @Inject
    AgroalDataSource dataSource;

    private final long subject = SUBJECTS.incrementAndGet();

    /** Remembers how often each subject was read; a reading can be held up after it has seen the rows. */
    @ApplicationScoped
    static class Counts extends Memory<Long, Integer> {

        private final AtomicInteger readings = new AtomicInteger();
        private volatile Runnable afterTheReading = () -> {};

        @Override
        public String topic() {
            return "test-memory";
        }

        @Override
        protected Integer read(Long key) {
            int reading = readings.incrementAndGet();
            afterTheReading.run();
            return reading;
        }

        @Override
        protected long subject(Long key, Integer value) {
            return key;
        }

        void holdUp(Runnable wait) {
            afterTheReading = wait;
        }
    }

    @BeforeEach
    void hears() throws Exception {
        counts.holdUp(() -> {});
        await(() -> broadcast.hears());
    }

    @Test
    void is_asked_once_while_nothing_changes() {
        assertEquals(counts.get(subject), counts.get(subject));
    }

    @Test
    void forgets_its_own_change_before_the_call_returns() {
        for (int round = 0; round < Size.of(100, 1_000); round++) {
            int before = counts.get(subject);
            change();
            assertTrue(counts.get(subject) > before);
        }
    }

    @Test
    void forgets_what_another_node_changed() throws Exception {
        int before = counts.get(subject);
        sql(TOLD_ELSEWHERE.formatted(subject));
        await(() -> counts.get(subject) > before);
    }

    @Test
    void keeps_what_is_of_others() {
        int others = counts.get(subject + 100_000);
        change();
        assertEquals(others, counts.get(subject + 100_000));
    }

    @Test
    void does_not_keep_a_reading_that_a_change_overtook() throws Exception {
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch mayReturn = new CountDownLatch(1);
        counts.holdUp(() -> {
            hasRead.countDown();
            mayWait(mayReturn);
        });
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Integer> slow = thread.submit(() -> counts.get(subject));
            hasRead.await();
            counts.holdUp(() -> {});
            change();
            int now = counts.get(subject);
            mayReturn.countDown();
            int stale = slow.get();
            assertTrue(stale < now, "the slow reading was before the change");
            assertTrue(counts.get(subject) >= now, "and did not come back");
        }
    }

    @Test
    void does_not_keep_a_reading_during_which_the_line_was_taken_up_again() throws Exception {
        counts.holdUp(counts::catchUp);
        int overtaken = counts.get(subject);
        counts.holdUp(() -> {});
        assertTrue(counts.get(subject) > overtaken);
    }

    @Test
    void asks_again_when_it_may_have_missed_news() throws Exception {
        int before = counts.get(subject);
        sql(CUT.formatted(broadcast.node()));
        await(() -> counts.get(subject) > before);
        await(() -> broadcast.hears());
    }

    private void change() {
        QuarkusTransaction.requiringNew().run(() -> counts.changed(subject));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void mayWait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "nothing came");
            Thread.sleep(20);
        }
    }
}
