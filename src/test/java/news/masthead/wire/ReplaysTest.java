package news.masthead.wire;

import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.masthead.SiteTest;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.values.Window;
import org.junit.jupiter.api.Test;

/** Reading many files again, and many callers who read the same file again. */
@SiteTest
class ReplaysTest {

    private static final String WHO = "Meera Joshi";

    @Inject
    GivenWire wire;

    @Inject
    OlderParser older;

    @Inject
    WireDesk desk;

    @Inject
    WireItems items;

    @Inject
    Replays replays;

    @Inject
    ReplayJob job;

    @Inject
    Reading.Repository readings;

    @Inject
    Clock clock;

    @Test
    void ends_the_same_when_many_order_it_at_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            GivenItem unread = anItem();
            GivenItem misread = anItem();
            GivenItem printed = anItem();
            older.quarantined(unread);
            older.wasReadAs(wire.onTheDesk(misread), "Misread", 1);
            wire.published(printed);
            older.wasReadAs(items.versionsOf(printed.source(), printed.guid()).getFirst().id, "Misread", 1);

            atOnce(8, () -> {
                replay(unread);
                replay(misread);
                wire.arrives(unread.inOtherWrapping());
                return replay(printed);
            });

            assertEquals(List.of("1 NEW Siding"), older.versions(unread));
            assertEquals(List.of("1 NEW Siding"), older.versions(misread));
            assertEquals(List.of("1 PUBLISHED Misread", "1 NEW Siding"), older.versions(printed));
            assertEquals(1, older.ends(unread).size());
        }
    }

    @Test
    void a_kill_that_races_with_it_wins() throws Exception {
        for (int round = 0; round < 5; round++) {
            GivenItem item = anItem();
            older.quarantined(item);
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                two.submit(() -> replay(item));
                two.submit(() -> wire.arrives(item.killed())).get();
            }
            assertTrue(
                    items.versionsOf(item.source(), item.guid()).stream()
                            .allMatch(version -> version.standing == WireItem.Standing.KILLED),
                    older.versions(item).toString());
        }
    }

    @Test
    void reads_all_in_quarantine_in_batches_and_says_how_far_it_is() {
        List<GivenItem> unread = IntStream.range(0, 60).mapToObj(i -> anItem()).toList();
        unread.forEach(older::quarantined);
        GivenItem hopeless = anItem().saying("&undeclared;");
        older.quarantined(hopeless);

        long order = replays.orderTheQuarantine(WHO);
        ReplayOrder done = untilItEnds(order);

        assertEquals(done.files, done.filesRead);
        assertTrue(done.files > unread.size());
        assertTrue(replays.tally(order).appeared() >= unread.size());
        assertTrue(replays.tally(order).unreadable() >= 1);
        unread.forEach(item -> assertEquals(List.of("1 NEW Siding"), older.versions(item)));
        assertEquals(List.of(Outcome.End.QUARANTINED), older.ends(hopeless));
    }

    @Test
    void reads_all_of_an_agency_that_came_in_a_span_and_no_other() {
        GivenItem within = anItem();
        GivenItem later = anItem();
        Instant then = clock.instant().minus(Duration.ofDays(400));
        older.came(within, then);
        older.came(later, then.plusSeconds(60));

        ReplayOrder done = untilItEnds(replays.order("meridian", new Window(then, then.plusSeconds(60)), WHO));

        assertEquals(1, done.files);
        assertEquals(1, done.filesRead);
        assertEquals(1, readings.of(OlderParser.file(within)).size());
        assertEquals(0, readings.of(OlderParser.file(later)).size());
    }

    @Test
    void goes_on_where_it_stopped_and_reads_no_file_of_an_order_twice() {
        GivenItem item = anItem();
        Instant then = clock.instant().minus(Duration.ofDays(500));
        older.came(item, then);
        long order = replays.order("meridian", new Window(then, then.plusSeconds(1)), WHO);
        untilItEnds(order);

        job.run(Long.toString(order));

        assertEquals(1, replays.find(order).orElseThrow().filesRead);
        assertEquals(1, readings.of(OlderParser.file(item)).size());
    }

    private ReplayOrder untilItEnds(long order) {
        for (int i = 0; i < 600; i++) {
            ReplayOrder now = replays.find(order).orElseThrow();
            if (now.endedAt().isPresent()) {
                return now;
            }
            pause();
        }
        throw new AssertionError("The order did not end: " + replays.find(order).orElseThrow().filesRead);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private Reading replay(GivenItem item) {
        return desk.replay(item.source(), OlderParser.file(item).hash(), WHO);
    }

    private static void atOnce(int callers, Callable<?> work) throws Exception {
        try (ExecutorService all = Executors.newFixedThreadPool(callers)) {
            for (var done : all.invokeAll(
                    IntStream.range(0, callers).mapToObj(i -> work).toList())) {
                done.get();
            }
        }
    }
}
