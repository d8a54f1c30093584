package news.masthead.wire;

import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import news.masthead.SiteTest;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.story.Archive;
import org.junit.jupiter.api.Test;

@SiteTest
class ReplayTest {

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
        assertEquals(List.of("1 NEW Siding"), older.versions(item));
    }

    @Test
    void gives_a_waiting_item_the_new_reading_under_its_old_address() {
        GivenItem item = anItem();
        long id = wire.onTheDesk(item);
        older.wasReadAs(id, "Misread", 1);

        Reading reading = replay(item);

        assertEquals("0 1 0 0 0", counts(reading));
        assertEquals(id, items.versionsOf(item.source(), item.guid()).getFirst().id);
        assertEquals(List.of("1 NEW Siding"), older.versions(item));
        assertEquals("1 0 0 0 0", counts(replay(item)));
    }

    @Test
    void proposes_the_new_reading_of_what_is_in_the_paper_and_overwrites_nothing() {
        GivenItem item = anItem();
        long story = wire.published(item);
        String opening = archive.story(story).orElseThrow().opening;
        older.wasReadAs(items.versionsOf(item.source(), item.guid()).getFirst().id, "Misread", 1);

        Reading reading = replay(item);

        assertEquals("0 0 1 0 0", counts(reading));
        assertEquals(List.of("1 PUBLISHED Misread", "1 NEW Siding"), older.versions(item));
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
        older.wasReadAs(id, "Misread", 1);

        assertEquals("0 0 0 0 1", counts(replay(item)));
        assertEquals(List.of("1 KILLED Misread", "1 KILLED Siding"), older.versions(item));
    }

    @Test
    void ends_an_unreadable_file_as_its_items_and_the_quarantine_says_so() {
        GivenItem item = anItem();
        WireItem stood = older.quarantined(item);

        Reading reading = replay(item);

        assertEquals("0 0 0 1 0", counts(reading));
        assertEquals(List.of("1 NEW Siding"), older.versions(item));
        WireItem put = older.now(stood);
        assertEquals(WireItem.Standing.IGNORED, put.standing);
        assertTrue(put.reason.contains(item.headline()), put.reason);
        assertEquals(List.of(Outcome.End.ACCEPTED), older.ends(item));
        assertEquals("1 0 0 0 0", counts(replay(item)));
    }

    @Test
    void carries_out_a_kill_that_was_not_understood_when_it_came() {
        GivenItem item = anItem();
        long story = wire.published(item);
        older.quarantined(item.killed());

        replay(item.killed());

        assertTrue(archive.story(story).orElseThrow().isKilled());
    }

    @Test
    void leaves_in_quarantine_what_still_cannot_be_read_with_the_reason_of_today() {
        GivenItem item = anItem().saying("&undeclared;");
        WireItem stood = older.quarantined(item);

        Reading reading = replay(item);

        assertTrue(reading.problem.contains("undeclared"), reading.problem);
        assertFalse(reading.changedAnything());
        assertEquals(reading.problem, older.now(stood).reason);
        assertEquals(List.of(Outcome.End.QUARANTINED), older.ends(item));
    }

    @Test
    void keeps_what_was_read_when_the_parser_now_refuses_the_file() {
        GivenItem good = anItem();
        GivenItem bad = anItem().saying("&undeclared;");
        WireItem stood = older.quarantined(bad);
        older.wasReadOnceAs(stood, wire.onTheDesk(good));

        replay(bad);

        assertEquals(WireItem.Standing.NEW, older.now(stood).standing);
    }

    @Test
    void lets_the_newest_version_wait_again_when_the_order_was_misread() {
        GivenItem item = anItem();
        long tenth = wire.onTheDesk(item.version(10));
        long ninth = wire.onTheDesk(item.version(9));
        older.wasReadAs(tenth, "Misread", 0);
        older.wasReadAs(ninth, "Misread", 0);
        older.stands(tenth, WireItem.Standing.SUPERSEDED);
        older.stands(ninth, WireItem.Standing.NEW);

        replay(item.version(10));
        replay(item.version(9));

        assertEquals(List.of("10 NEW Siding", "9 SUPERSEDED Siding"), older.versions(item));
    }

    @Test
    void lets_the_newest_version_wait_again_whichever_is_read_first() {
        GivenItem item = anItem();
        long tenth = wire.onTheDesk(item.version(10));
        long ninth = wire.onTheDesk(item.version(9));
        older.wasReadAs(tenth, "Misread", 0);
        older.wasReadAs(ninth, "Misread", 0);
        older.stands(tenth, WireItem.Standing.SUPERSEDED);
        older.stands(ninth, WireItem.Standing.NEW);

        replay(item.version(9));
        replay(item.version(10));

        assertEquals(List.of("10 NEW Siding", "9 SUPERSEDED Siding"), older.versions(item));
    }

    @Test
    void is_recorded_with_who_when_and_which_build() {
        GivenItem item = anItem();
        wire.arrives(item);
        Instant before = clock.instant().minusSeconds(1);

        replay(item);

        Reading reading = readings.of(OlderParser.file(item)).getFirst();
        assertEquals(WHO, reading.orderedBy);
        assertFalse(reading.build.isBlank());
        assertTrue(reading.at.isAfter(before));
        assertThrows(IllegalArgumentException.class, () -> desk.replay("meridian", "0".repeat(64), WHO));
    }

    private Reading replay(GivenItem item) {
        return desk.replay(item.source(), OlderParser.file(item).hash(), WHO);
    }

    private static String counts(Reading reading) {
        return "%d %d %d %d %d"
                .formatted(reading.unchanged, reading.reread, reading.proposed, reading.appeared, reading.kept);
    }
}
