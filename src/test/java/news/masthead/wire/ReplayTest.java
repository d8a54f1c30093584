package news.masthead.wire;

import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
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
import news.masthead.story.Archive;
import news.masthead.values.Window;
import org.junit.jupiter.api.Test;

/** A parser before its mending is played by what it would have left in the database: another copy, or a file in quarantine. */
@SiteTest
class ReplayTest {

    private static final String WHO = "Meera Joshi";

    @Inject
    GivenWire wire;

    @Inject
    WireDesk desk;

    @Inject
    WireItems items;

    @Inject
    WireFile.Repository files;

    @Inject
    Intake intake;

    @Inject
    Replays replays;

    @Inject
    ReplayJob job;

    @Inject
    Reading.Repository readings;

    @Inject
    Archive archive;

    @Inject
    Clock clock;

    @Test
    void changes_nothing_where_nothing_is_read_otherwise() {
        GivenItem item = anItem();
        wire.arrives(item);

        Reading reading = replay(item);

        assertEquals("1 0 0 0 0", counts(reading));
        assertEquals(List.of("1 NEW Siding"), versions(item));
    }

    @Test
    void gives_a_waiting_item_the_new_reading_under_its_old_address() {
        GivenItem item = anItem();
        long id = wire.onTheDesk(item);
        wasReadAs(id, "Misread", 1);

        Reading reading = replay(item);

        assertEquals("0 1 0 0 0", counts(reading));
        assertEquals(id, items.versionsOf(item.source(), item.guid()).getFirst().id);
        assertEquals(List.of("1 NEW Siding"), versions(item));
        assertEquals("1 0 0 0 0", counts(replay(item)));
    }

    @Test
    void proposes_the_new_reading_of_what_is_in_the_paper_and_overwrites_nothing() {
        GivenItem item = anItem();
        long story = wire.published(item);
        String opening = archive.story(story).orElseThrow().opening;
        wasReadAs(items.versionsOf(item.source(), item.guid()).getFirst().id, "Misread", 1);

        Reading reading = replay(item);

        assertEquals("0 0 1 0 0", counts(reading));
        assertEquals(List.of("1 PUBLISHED Misread", "1 NEW Siding"), versions(item));
        WireItem proposal = items.versionsOf(item.source(), item.guid()).getLast();
        assertEquals(story, proposal.story().orElseThrow());
        assertTrue(proposal.reason.contains("new reading"), proposal.reason);
        assertEquals(opening, archive.story(story).orElseThrow().opening);
        assertEquals("1 0 0 0 0", counts(replay(item)));
    }

    @Test
    void leaves_dead_what_was_killed() {
        GivenItem item = anItem();
        long id = wire.onTheDesk(item);
        wire.arrives(item.killed());
        wasReadAs(id, "Misread", 1);

        assertEquals("0 0 0 0 1", counts(replay(item)));
        assertEquals(List.of("1 KILLED Misread", "1 KILLED Siding"), versions(item));
    }

    @Test
    void ends_an_unreadable_file_as_its_items_and_the_quarantine_says_so() {
        GivenItem item = anItem();
        WireItem stood = quarantined(item);

        Reading reading = replay(item);

        assertEquals("0 0 0 1 0", counts(reading));
        assertEquals(List.of("1 NEW Siding"), versions(item));
        WireItem put = now(stood);
        assertEquals(WireItem.Standing.IGNORED, put.standing);
        assertTrue(put.reason.contains(item.headline()), put.reason);
        assertEquals(List.of(Outcome.End.ACCEPTED), ends(item));
        assertEquals("1 0 0 0 0", counts(replay(item)));
    }

    @Test
    void carries_out_a_kill_that_was_not_understood_when_it_came() {
        GivenItem item = anItem();
        long story = wire.published(item);
        quarantined(item.killed());

        replay(item.killed());

        assertTrue(archive.story(story).orElseThrow().isKilled());
    }

    @Test
    void leaves_in_quarantine_what_still_cannot_be_read_with_the_reason_of_today() {
        GivenItem item = anItem().saying("&undeclared;");
        WireItem stood = quarantined(item);

        Reading reading = replay(item);

        assertTrue(reading.problem.contains("undeclared"), reading.problem);
        assertFalse(reading.changedAnything());
        assertEquals(reading.problem, now(stood).reason);
        assertEquals(List.of(Outcome.End.QUARANTINED), ends(item));
    }

    @Test
    void keeps_what_was_read_when_the_parser_now_refuses_the_file() {
        GivenItem good = anItem();
        GivenItem bad = anItem().saying("&undeclared;");
        WireItem stood = quarantined(bad);
        wasReadOnceAs(stood, wire.onTheDesk(good));

        replay(bad);

        assertEquals(WireItem.Standing.NEW, now(stood).standing);
    }

    @Test
    void lets_the_newest_version_wait_again_when_the_order_was_misread() {
        GivenItem item = anItem();
        long tenth = wire.onTheDesk(item.version(10));
        long ninth = wire.onTheDesk(item.version(9));
        wasReadAs(tenth, "Misread", 0);
        wasReadAs(ninth, "Misread", 0);
        stands(tenth, WireItem.Standing.SUPERSEDED);
        stands(ninth, WireItem.Standing.NEW);

        replay(item.version(10));
        replay(item.version(9));

        assertEquals(List.of("10 NEW Siding", "9 SUPERSEDED Siding"), versions(item));
    }

    @Test
    void lets_the_newest_version_wait_again_whichever_is_read_first() {
        GivenItem item = anItem();
        long tenth = wire.onTheDesk(item.version(10));
        long ninth = wire.onTheDesk(item.version(9));
        wasReadAs(tenth, "Misread", 0);
        wasReadAs(ninth, "Misread", 0);
        stands(tenth, WireItem.Standing.SUPERSEDED);
        stands(ninth, WireItem.Standing.NEW);

        replay(item.version(9));
        replay(item.version(10));

        assertEquals(List.of("10 NEW Siding", "9 SUPERSEDED Siding"), versions(item));
    }

    @Test
    void is_recorded_with_who_when_and_which_build() {
        GivenItem item = anItem();
        wire.arrives(item);
        Instant before = clock.instant().minusSeconds(1);

        replay(item);

        Reading reading = readings.of(file(item)).getFirst();
        assertEquals(WHO, reading.orderedBy);
        assertFalse(reading.build.isBlank());
        assertTrue(reading.at.isAfter(before));
        assertThrows(IllegalArgumentException.class, () -> desk.replay("meridian", "0".repeat(64), WHO));
    }

    @Test
    void ends_the_same_when_many_order_it_at_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            GivenItem unread = anItem();
            GivenItem misread = anItem();
            GivenItem printed = anItem();
            quarantined(unread);
            wasReadAs(wire.onTheDesk(misread), "Misread", 1);
            wire.published(printed);
            wasReadAs(items.versionsOf(printed.source(), printed.guid()).getFirst().id, "Misread", 1);

            atOnce(8, () -> {
                replay(unread);
                replay(misread);
                wire.arrives(unread.inOtherWrapping());
                return replay(printed);
            });

            assertEquals(List.of("1 NEW Siding"), versions(unread));
            assertEquals(List.of("1 NEW Siding"), versions(misread));
            assertEquals(List.of("1 PUBLISHED Misread", "1 NEW Siding"), versions(printed));
            assertEquals(1, ends(unread).size());
        }
    }

    @Test
    void a_kill_that_races_with_it_wins() throws Exception {
        for (int round = 0; round < 5; round++) {
            GivenItem item = anItem();
            quarantined(item);
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                two.submit(() -> replay(item));
                two.submit(() -> wire.arrives(item.killed())).get();
            }
            assertTrue(
                    items.versionsOf(item.source(), item.guid()).stream()
                            .allMatch(version -> version.standing == WireItem.Standing.KILLED),
                    versions(item).toString());
        }
    }

    @Test
    void reads_all_in_quarantine_in_batches_and_says_how_far_it_is() {
        List<GivenItem> unread = IntStream.range(0, 60).mapToObj(i -> anItem()).toList();
        unread.forEach(this::quarantined);
        GivenItem hopeless = anItem().saying("&undeclared;");
        quarantined(hopeless);

        long order = replays.orderTheQuarantine(WHO);
        ReplayOrder done = untilItEnds(order);

        assertEquals(done.files, done.filesRead);
        assertTrue(done.files > unread.size());
        assertTrue(replays.tally(order).appeared() >= unread.size());
        assertTrue(replays.tally(order).unreadable() >= 1);
        unread.forEach(item -> assertEquals(List.of("1 NEW Siding"), versions(item)));
        assertEquals(List.of(Outcome.End.QUARANTINED), ends(hopeless));
    }

    @Test
    void reads_all_of_an_agency_that_came_in_a_span_and_no_other() {
        GivenItem within = anItem();
        GivenItem later = anItem();
        Instant then = clock.instant().minus(Duration.ofDays(400));
        came(within, then);
        came(later, then.plusSeconds(60));

        ReplayOrder done = untilItEnds(replays.order("meridian", new Window(then, then.plusSeconds(60)), WHO));

        assertEquals(1, done.files);
        assertEquals(1, done.filesRead);
        assertEquals(1, readings.of(file(within)).size());
        assertEquals(0, readings.of(file(later)).size());
    }

    @Test
    void goes_on_where_it_stopped_and_reads_no_file_of_an_order_twice() {
        GivenItem item = anItem();
        Instant then = clock.instant().minus(Duration.ofDays(500));
        came(item, then);
        long order = replays.order("meridian", new Window(then, then.plusSeconds(1)), WHO);
        untilItEnds(order);

        job.run(Long.toString(order));

        assertEquals(1, replays.find(order).orElseThrow().filesRead);
        assertEquals(1, readings.of(file(item)).size());
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

    /** As it is in the database by now, and not as this test saw it last. */
    private WireItem now(WireItem item) {
        items.getEntityManager().clear();
        return items.findById(item.id);
    }

    private Reading replay(GivenItem item) {
        return desk.replay(item.source(), file(item).hash(), WHO);
    }

    private WireItem quarantined(GivenItem item) {
        WireFile kept = files.keep(item.source(), delivery(item), clock.instant());
        intake.quarantine(kept.id, "odd.xml", "No parser of that day could read it.");
        files.read(kept.id, clock.instant());
        return items.versionsOf(item.source(), "file:" + kept.id.hash()).getFirst();
    }

    private void came(GivenItem item, Instant at) {
        files.keep(item.source(), delivery(item), at);
        wire.arrives(item);
    }

    /** As an older parser would have left it. */
    @Transactional
    void wasReadAs(long id, String headline, int version) {
        items.getEntityManager()
                .createNativeQuery("""
                        update wire_item set headline = :headline, content_hash = md5(cast(id as text)) || md5(:headline),
                            version = :version,
                            copy = regexp_replace(regexp_replace(copy, '"headline":"[^"]*"', '"headline":"' || :headline || '"'),
                                '"version":"[^"]*"', '"version":"' || :version || '"')
                        where id = :id""")
                .setParameter("headline", headline)
                .setParameter("version", version == 0 ? "" : Integer.toString(version))
                .setParameter("id", id)
                .executeUpdate();
    }

    @Transactional
    void wasReadOnceAs(WireItem unread, long like) {
        items.getEntityManager()
                .createNativeQuery("""
                        update wire_item set kind = 'FILED', standing = 'NEW',
                            copy = (select copy from wire_item where id = :like) where id = :id""")
                .setParameter("like", like)
                .setParameter("id", unread.id)
                .executeUpdate();
    }

    @Transactional
    void stands(long id, WireItem.Standing where) {
        items.findById(id).stands(where, "");
    }

    private List<Outcome.End> ends(GivenItem item) {
        items.getEntityManager().clear();
        return items.outcomesOf(file(item)).stream()
                .map(outcome -> outcome.outcome)
                .toList();
    }

    private List<String> versions(GivenItem item) {
        items.getEntityManager().clear();
        return items.versionsOf(item.source(), item.guid()).stream()
                .map(version -> version.version + " " + version.standing + " "
                        + version.headline.split(" ")[0])
                .toList();
    }

    private static String counts(Reading reading) {
        return "%d %d %d %d %d"
                .formatted(reading.unchanged, reading.reread, reading.proposed, reading.appeared, reading.kept);
    }

    private static WireFile.Id file(GivenItem item) {
        return new WireFile.Id(item.source(), Sha256.of(delivery(item).bytes()));
    }

    private static Delivery delivery(GivenItem item) {
        return new Delivery(item.file().getBytes(StandardCharsets.UTF_8), "", "push", "");
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
