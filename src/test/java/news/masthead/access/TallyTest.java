package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import news.masthead.given.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyTest {

    private static final long SECOND = 1_795_669_200L;

    @TempDir
    Path folder;

    /** Counts what its arguments say, then waits to be killed. */
    static final class Counting {
        public static void main(String[] arguments) throws InterruptedException {
            Tally tally = Tally.openIn(Path.of(arguments[0]));
            for (int counted = 0; counted < 1_000; counted++) {
                tally.count(SECOND + counted % 10);
            }
            tally.settle(SECOND, 40);
            System.out.println("counted");
            Thread.sleep(60_000);
        }
    }

    @Test
    void what_is_settled_is_no_longer_open() {
        try (Tally tally = Tally.openIn(folder)) {
            tally.count(SECOND);
            tally.count(SECOND);
            tally.count(SECOND + 1);
            tally.settle(SECOND, 1);
            assertEquals(Map.of(SECOND, 1, SECOND + 1, 1), tally.unsettled());
            tally.settle(SECOND, 1);
            tally.settle(SECOND + 1, 1);
            assertEquals(Map.of(), tally.unsettled());
        }
    }

    @Test
    void a_process_that_is_killed_leaves_what_it_had_not_settled() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Counting.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("counted", said.readLine());
            try (Tally beside = Tally.openIn(folder)) {
                assertEquals(Map.of(), beside.unsettled(), "what a living process counts is its own");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (Tally next = Tally.openIn(folder)) {
            assertEquals(
                    960,
                    next.unsettled().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum());
            assertEquals(60, next.unsettled().get(SECOND));
            assertEquals(100, next.unsettled().get(SECOND + 9));
        }
    }

    @Test
    void whoever_comes_first_takes_over_what_several_dead_ones_left() {
        try (Tally first = Tally.openIn(folder);
                Tally second = Tally.openIn(folder)) {
            first.count(SECOND);
            second.count(SECOND);
            second.count(SECOND + 5);
        }
        try (Tally heir = Tally.openIn(folder)) {
            assertEquals(Map.of(SECOND, 2, SECOND + 5, 1), heir.unsettled());
        }
        try (Tally next = Tally.openIn(folder);
                Tally other = Tally.openIn(folder)) {
            assertEquals(Map.of(SECOND, 2, SECOND + 5, 1), next.unsettled(), "and they are counted once");
            assertEquals(Map.of(), other.unsettled());
        }
    }

    @Test
    void many_threads_count_every_one() throws Exception {
        AtomicInteger settled = new AtomicInteger();
        try (Tally tally = Tally.openIn(folder)) {
            Together.of(20, () -> {
                for (int counted = 0; counted < 50_000; counted++) {
                    tally.count(SECOND + counted % 7);
                    if (counted % 5 == 0) {
                        tally.settle(SECOND + counted % 7, 1);
                        settled.incrementAndGet();
                    }
                }
                return null;
            });
            int open = tally.unsettled().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertEquals(20 * 50_000, open + settled.get());
        }
    }

    @Test
    void seconds_that_meet_in_the_ring_are_all_counted() {
        try (Tally tally = Tally.openIn(folder)) {
            tally.count(SECOND);
            tally.count(SECOND + 8_192);
            assertEquals(Map.of(SECOND, 2), tally.unsettled());
            tally.settle(SECOND, 1);
            tally.settle(SECOND + 8_192, 1);
            tally.count(SECOND + 8_192);
            assertTrue(tally.unsettled().containsKey(SECOND + 8_192));
        }
    }
}
