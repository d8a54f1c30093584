package news.masthead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

/** A kill that one node hears of, and the readers of the other. Times are from the moment the agency sends the order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final Duration BOUND = Duration.ofSeconds(1);

    /** A node that hears nothing is deaf after 2 seconds, and then looks ten times a second. */
    private static final Duration SILENT_LINE = Duration.ofMillis(2_500);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ROUNDS = 5;
    private static final String STRANGER = "nothing=at-all";

    private static TwoNodes nodes;

    @BeforeAll
    static void start() throws Exception {
        nodes = TwoNodes.start();
        await(nodes.second, "/q/metrics", page -> page.body().contains("masthead_node_hears 1.0"));
    }

    @AfterAll
    static void stop() throws Exception {
        nodes.close();
    }

    @Test
    @Order(1)
    void is_gone_from_every_page_of_the_other_within_a_second() throws Exception {
        System.out.println("First kill of a cold process: " + goneWithReceipts().values());
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Duration> gone = goneWithReceipts();
            System.out.println("Kill on two nodes: " + gone);
            gone.forEach((page, after) -> assertTrue(after.compareTo(BOUND) < 0, page + " took " + after));
        }
    }

    private static Map<String, Duration> goneWithReceipts() throws Exception {
        Story story = storyThatTheSecondNodeKeeps();
        Map<String, Duration> gone = goneAfter(story, () -> kill(story));
        assertReceiptsOfBoth(story);
        return gone;
    }

    @Test
    @Order(2)
    void is_gone_within_a_second_although_the_other_was_just_cut_off() throws Exception {
        Story story = storyThatTheSecondNodeKeeps();
        String cut = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?";
        String ear = "masthead ear " + nodes.nameOf(nodes.second);

        Map<String, Duration> gone = goneAfter(story, () -> {
            assertEquals("t", nodes.ask(cut, ear));
            return kill(story);
        });

        gone.forEach((page, after) -> assertTrue(after.compareTo(BOUND) < 0, page + " took " + after));
        System.out.println("Kill while the line is cut: " + gone.values());
        assertReceiptsOfBoth(story);
    }

    @Test
    @Order(3)
    void is_gone_although_the_line_to_the_other_has_fallen_silent() throws Exception {
        Story atOnce = storyThatTheSecondNodeKeeps();
        Story later = storyThatTheSecondNodeKeeps();

        nodes.tap.shut();
        try {
            Map<String, Duration> gone = goneAfter(atOnce, () -> kill(atOnce));
            System.out.println("Kill as the line falls silent: " + gone.values());
            gone.forEach((page, after) -> assertTrue(after.compareTo(SILENT_LINE) < 0, page + " took " + after));

            await(nodes.second, "/q/metrics", page -> page.body().contains("masthead_node_hears 0.0"));
            Map<String, Duration> deaf = goneAfter(later, () -> kill(later));
            System.out.println("Kill while a node is deaf: " + deaf.values());
            deaf.forEach((page, after) -> assertTrue(after.compareTo(BOUND) < 0, page + " took " + after));
        } finally {
            nodes.tap.open();
        }
        await(nodes.second, "/q/metrics", page -> page.body().contains("masthead_node_hears 1.0"));
        assertReceiptsOfBoth(atOnce);
        assertReceiptsOfBoth(later);
    }

    @Test
    @Order(4)
    void is_gone_although_the_first_died_between_the_commit_and_its_own_drop() throws Exception {
        Story story = storyThatTheSecondNodeKeeps();
        String first = nodes.nameOf(nodes.first);
        try (Connection receipts = nodes.connect()) {
            receipts.setAutoCommit(false);
            receipts.createStatement().execute("lock table kill_receipt in share mode");
            Map<String, Duration> gone = goneAfter(story, () -> {
                try (ExecutorService agency = Executors.newSingleThreadExecutor()) {
                    agency.submit(() -> kill(story));
                    while (!nodes.ask("select status from story where id = ?", Long.valueOf(story.id()))
                            .equals("KILLED")) {
                        Thread.onSpinWait();
                    }
                    nodes.first.kill();
                }
                return "";
            });
            System.out.println("Kill whose node died: " + gone.values());
            gone.forEach((page, after) -> assertTrue(after.compareTo(BOUND) < 0, page + " took " + after));
            receipts.rollback();
        }
        await(nodes.second, "/desk/stories/" + story.id(), page -> receiptsOf(nodes.nameOf(nodes.second), page) == 3);
        String missing = "<td>" + first + "</td><td><strong class=\"overdue\">Missing. The node was last seen";
        await(nodes.second, "/desk/stories/" + story.id(), page -> page.body().contains(missing));
    }

    /** It lies in the second node's memory in two forms of each page. */
    private static Story storyThatTheSecondNodeKeeps() throws Exception {
        Story story = nodes.published();
        for (String path : pages(story)) {
            for (String cookie : List.of(STRANGER, nodes.editor())) {
                await(nodes.second, path, cookie, page -> shows(story, page));
            }
        }
        return story;
    }

    private static List<String> pages(Story story) {
        return List.of(story.path(), "/", "/section/economy");
    }

    private static String kill(Story story) throws Exception {
        return nodes.push(nodes.first, story.item().version(2).killed().file());
    }

    /** When each page stopped showing it, for good; one reader at each from before the order on. */
    private static Map<String, Duration> goneAfter(Story story, Callable<String> order) throws Exception {
        Map<String, Future<Long>> readers = new LinkedHashMap<>();
        Map<String, Duration> gone = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (String path : pages(story)) {
                readers.put(path, threads.submit(() -> lastShown(story, path, STRANGER)));
                readers.put(path + " for staff", threads.submit(() -> lastShown(story, path, nodes.editor())));
            }
            long sent = System.nanoTime();
            order.call();
            for (var reader : readers.entrySet()) {
                gone.put(reader.getKey(), Duration.ofNanos(reader.getValue().get() - sent));
            }
        }
        return gone;
    }

    /** The moment at which the last answer that showed it had come; ten answers in a row that do not show it end the watch. */
    private static long lastShown(Story story, String path, String cookie) throws Exception {
        long last = System.nanoTime();
        long until = last + PATIENCE.toNanos();
        for (int without = 0; without < 10; ) {
            HttpResponse<String> page = nodes.get(nodes.second, path, cookie);
            boolean shown = shows(story, page);
            if (shown) {
                last = System.nanoTime();
                assertTrue(last < until, path + " still shows it");
            } else if (path.equals(story.path())) {
                assertEquals(410, page.statusCode(), page.body());
            }
            without = shown ? 0 : without + 1;
            Thread.sleep(25);
        }
        return last;
    }

    private static boolean shows(Story story, HttpResponse<String> page) {
        return page.statusCode() == 200 && page.body().contains(story.item().headline());
    }

    private static void assertReceiptsOfBoth(Story story) throws Exception {
        for (LocalSite desk : List.of(nodes.first, nodes.second)) {
            for (LocalSite node : List.of(nodes.first, nodes.second)) {
                String name = nodes.nameOf(node);
                await(desk, "/desk/stories/" + story.id(), page -> receiptsOf(name, page) == 3);
            }
        }
    }

    private static int receiptsOf(String node, HttpResponse<String> desk) {
        return desk.body().split("<td>" + node + "</td><td>[0-9.]+ s after the order</td>", -1).length - 1;
    }

    /** A question whose answer may fail. */
    private interface Condition {
        boolean holds(HttpResponse<String> page) throws Exception;
    }

    private static void await(LocalSite node, String path, Condition condition) throws Exception {
        await(node, path, nodes.editor(), condition);
    }

    private static void await(LocalSite node, String path, String cookie, Condition condition) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> page = nodes.get(node, path, cookie);
        while (!condition.holds(page)) {
            assertTrue(System.nanoTime() < until, path + " says " + page.statusCode() + " " + page.body());
            Thread.sleep(50);
            page = nodes.get(node, path, cookie);
        }
    }
}
