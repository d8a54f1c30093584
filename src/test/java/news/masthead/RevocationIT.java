package news.masthead;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.masthead.TwoNodes.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What one node takes from a reader, and how long another goes on giving it. The reader asks both all the time; a time is from the last answer of
 * the first node that still let the reader in to that of the second.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RevocationIT {

    private static final Duration ON_OTHERS = Duration.ofSeconds(1);
    private static final Duration CUT_OFF = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ROUNDS = 5;
    private static final int REFUSALS = 10;
    private static final Map<String, String> REASON = Map.of("reason", "Test");

    private static TwoNodes nodes;
    private static Story premium;

    /** Something that takes a reader's access. */
    private enum Deed {
        LOG_OUT_EVERYWHERE,
        BAN,
        CANCELLATION
    }

    /**
     * @param first when the node where it was done last let the reader in, {@code System.nanoTime()}
     * @param second the same of the other node
     */
    private record Ended(long first, long second) {

        Duration late() {
            return Duration.ofNanos(Math.max(0, second - first));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        nodes = TwoNodes.start();
        awaitHearing("1.0");
        premium = nodes.published("premium");
    }

    @AfterAll
    static void stop() throws Exception {
        nodes.close();
    }

    @Test
    @Order(1)
    void takes_effect_on_the_next_request_here_and_within_a_second_on_the_other() throws Exception {
        for (Deed deed : Deed.values()) {
            for (int round = 0; round < ROUNDS; round++) {
                Duration late = done(deed, () -> {}).late();
                System.out.println(deed + " on the other node: " + late.toMillis() + " ms");
                assertTrue(late.compareTo(ON_OTHERS) < 0, deed + " took " + late);
            }
        }
    }

    @Test
    @Order(2)
    void takes_effect_within_five_seconds_although_the_line_was_just_cut() throws Exception {
        for (Deed deed : Deed.values()) {
            Duration late = done(
                            deed,
                            () -> nodes.ask(
                                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?",
                                    "masthead ear " + nodes.nameOf(nodes.second)))
                    .late();
            System.out.println(deed + " as the line is cut: " + late.toMillis() + " ms");
            assertTrue(late.compareTo(CUT_OFF) < 0, deed + " took " + late);
            awaitHearing("1.0");
        }
    }

    @Test
    @Order(3)
    void takes_effect_within_five_seconds_although_the_line_has_fallen_silent() throws Exception {
        for (Deed deed : Deed.values()) {
            try {
                Duration late = done(deed, nodes.tap::shut).late();
                System.out.println(deed + " as the line falls silent: " + late.toMillis() + " ms");
                assertTrue(late.compareTo(CUT_OFF) < 0, deed + " took " + late);
                awaitHearing("0.0");
                Duration deaf = done(deed, () -> {}).late();
                System.out.println(deed + " while the other node is deaf: " + deaf.toMillis() + " ms");
                assertTrue(deaf.compareTo(CUT_OFF) < 0, deed + " took " + deaf);
            } finally {
                nodes.tap.open();
            }
            awaitHearing("1.0");
        }
    }

    /** May fail. */
    private interface Step {
        void take() throws Exception;
    }

    private static Ended done(Deed deed, Step justBefore) throws Exception {
        String reader = nodes.logIn("reader");
        String subscription = deed == Deed.CANCELLATION ? nodes.buys(reader) : "";
        String path = deed == Deed.CANCELLATION ? premium.path() : "/account/devices";
        awaitLetIn(nodes.first, path, reader);
        awaitLetIn(nodes.second, path, reader);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Long> second = threads.submit(() -> lastLetIn(nodes.second, path, reader));
            Future<Long> first = threads.submit(() -> lastLetIn(nodes.first, path, reader));
            Thread.sleep(100);
            justBefore.take();
            commit(deed, reader, subscription, path);
            return new Ended(first.get(), second.get());
        }
    }

    /** The two that are forms have taken effect here when they are answered; a cancellation comes by a webhook. */
    private static void commit(Deed deed, String reader, String subscription, String path) throws Exception {
        switch (deed) {
            case LOG_OUT_EVERYWHERE -> nodes.post(nodes.first, "/account/devices/end", reader, Map.of());
            case BAN ->
                nodes.post(
                        nodes.first,
                        "/ops/readers/" + nodes.accountOf(reader) + "/ban",
                        nodes.logIn("reader", "admin"),
                        REASON);
            case CANCELLATION -> nodes.endsAtStripe(subscription);
        }
        if (deed != Deed.CANCELLATION) {
            assertFalse(isLetIn(nodes.get(nodes.first, path, reader)), "the next request here");
        }
    }

    private static void awaitLetIn(LocalSite node, String path, String reader) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isLetIn(nodes.get(node, path, reader))) {
            assertTrue(System.nanoTime() < until, path + " never let the reader in");
            Thread.sleep(20);
        }
    }

    private static long lastLetIn(LocalSite node, String path, String reader) throws Exception {
        long last = System.nanoTime();
        long until = last + PATIENCE.toNanos();
        for (int refusals = 0; refusals < REFUSALS; ) {
            boolean letIn = isLetIn(nodes.get(node, path, reader));
            if (letIn) {
                last = System.nanoTime();
                assertTrue(last < until, "still let in");
            }
            refusals = letIn ? 0 : refusals + 1;
            Thread.sleep(10);
        }
        return last;
    }

    private static boolean isLetIn(HttpResponse<String> page) {
        return page.statusCode() == 200
                && (page.body().contains(TwoNodes.GATED) || page.body().contains("/account/devices/end"));
    }

    private static void awaitHearing(String hears) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!nodes.get(nodes.second, "/q/metrics", "none=none").body().contains("masthead_node_hears " + hears)) {
            assertTrue(System.nanoTime() < until, "the second node never came to hear: " + hears);
            Thread.sleep(50);
        }
    }
}
