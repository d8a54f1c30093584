package news.masthead.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookoutTest {

    @Test
    void whoever_looks_returns_with_the_answer() {
        AtomicInteger asked = new AtomicInteger();
        new Lookout(asked::incrementAndGet).look();
        assertEquals(1, asked.get());
    }

    @Test
    void many_who_look_at_once_ask_once() {
        AtomicInteger asked = new AtomicInteger();
        Lookout lookout = new Lookout(asked::incrementAndGet);
        for (int i = 0; i < 1_000; i++) {
            lookout.look();
        }
        assertTrue(asked.get() <= 10, asked + " questions");
    }

    @Test
    void a_silent_database_keeps_nobody_waiting() {
        CountDownLatch never = new CountDownLatch(1);
        Lookout lookout = new Lookout(() -> awaitQuietly(never));
        long began = System.nanoTime();
        lookout.look();
        Duration first = Duration.ofNanos(System.nanoTime() - began);
        for (int i = 0; i < 1_000; i++) {
            lookout.look();
        }
        Duration all = Duration.ofNanos(System.nanoTime() - began);
        never.countDown();
        assertTrue(first.toMillis() >= 250, "it was waited for: " + first);
        assertTrue(all.toMillis() < 1_500, "but not for long, and not again: " + all);
    }

    @Test
    void a_question_that_fails_is_asked_again() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Lookout lookout = new Lookout(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("The database is down.");
            }
        });
        lookout.look();
        Thread.sleep(150);
        lookout.look();
        assertEquals(2, asked.get());
    }

    private static void awaitQuietly(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
