package news.masthead.wire;

import static news.masthead.given.GivenItem.aMail;
import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import news.masthead.SiteTest;
import news.masthead.desk.Newsroom;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import org.junit.jupiter.api.Test;

@SiteTest
class WireDeskTest {

    @Inject
    GivenWire wire;

    @Inject
    WireItems items;

    @Inject
    WireFile.Repository files;

    @Inject
    UnreadFiles unreadFiles;

    @Inject
    Newsroom newsroom;

    @Inject
    Archive archive;

    @Inject
    Clock clock;

    @Test
    void a_newer_version_takes_the_place_of_the_older() {
        GivenItem item = anItem();

        wire.arrives(item);
        wire.arrives(item.version(2));

        assertEquals(List.of("1 SUPERSEDED", "2 NEW"), standings(item));
    }

    @Test
    void an_older_version_that_comes_late_is_recorded_and_superseded() {
        GivenItem item = anItem();

        wire.arrives(item.version(10));
        Receipt late = wire.arrives(item.version(9));

        assertEquals("superseded", late.items().getFirst().outcome());
        assertEquals(List.of("10 NEW", "9 SUPERSEDED"), standings(item));
    }

    @Test
    void one_version_with_two_texts_is_kept_twice_and_the_desk_is_told() {
        GivenItem item = anItem();

        wire.arrives(item);
        Receipt other = wire.arrives(item.saying("Other words of the same version."));

        assertTrue(other.items().getFirst().reason().contains("with other words"));
        assertEquals(List.of("1 SUPERSEDED", "1 NEW"), standings(item));
    }

    @Test
    void an_item_under_embargo_is_held_to_the_instant() {
        GivenItem item = anItem().embargoedUntil(clock.instant().plus(Duration.ofHours(1)));

        wire.arrives(item);

        WireItem held = items.versionsOf("meridian", item.guid()).getFirst();
        assertEquals(WireItem.Standing.HELD, held.standingAt(clock.instant()));
        assertEquals(WireItem.Standing.NEW, held.standingAt(held.embargo().orElseThrow()));
    }

    @Test
    void a_kill_takes_the_story_out_of_the_paper_at_once() {
        GivenItem item = anItem();
        long story = wire.published(item);

        wire.arrives(item.killed());

        assertTrue(archive.story(story).orElseThrow().isKilled());
        assertEquals(List.of("1 KILLED", "1 KILLED"), standings(item));
    }

    @Test
    void a_kill_before_its_story_keeps_it_out() {
        GivenItem item = anItem();

        wire.arrives(item.killed());
        Receipt late = wire.arrives(item.version(7));

        assertEquals("superseded", late.items().getFirst().outcome());
        assertEquals(List.of("1 KILLED", "7 KILLED"), standings(item));
    }

    @Test
    void a_kill_twice_is_no_error_and_kills_once() {
        GivenItem item = anItem();
        long story = wire.published(item);

        wire.arrives(item.killed());
        Receipt again = wire.arrives(item.killed().inOtherWrapping());

        assertEquals("accepted", again.items().getFirst().outcome());
        assertEquals(2, archive.versionsOf(story).size());
    }

    @Test
    void a_kill_is_not_stopped_by_a_lower_version_number() {
        GivenItem item = anItem().version(5);
        long story = wire.published(item);

        wire.arrives(item.version(2).killed());

        assertTrue(archive.story(story).orElseThrow().isKilled());
    }

    @Test
    void a_kill_in_prose_finds_its_story_by_the_headline() {
        long story = wire.published(aMail("Bridge over the Mandovi to close for a year"));

        wire.arrives(aMail("KILL: Bridge over the Mandovi to close for a year")
                .saying("Please kill the story \"Bridge over the Mandovi to close for a year\". A kill is mandatory."));

        assertTrue(archive.story(story).orElseThrow().isKilled());
    }

    @Test
    void a_kill_in_prose_that_names_nothing_we_know_is_held_for_an_editor() {
        Receipt order = wire.arrives(aMail("KILL: A story that never came here at all"));

        assertTrue(order.items().getFirst().reason().contains("kill it by hand"));
    }

    @Test
    void an_update_of_a_published_story_waits_on_the_desk() {
        GivenItem item = anItem();
        long story = wire.published(item);

        wire.arrives(item.version(2));

        WireItem update = items.versionsOf("meridian", item.guid()).getLast();
        assertEquals(WireItem.Standing.NEW, update.standing);
        assertEquals(story, update.story().orElseThrow());
        assertEquals(1, archive.versionsOf(story).size());
    }

    @Test
    void a_further_lead_under_another_guid_is_an_update_of_its_story_and_its_kill_finds_it() {
        String headline = "Ferry to Diu to run in the monsoon too";
        long story = wire.published(aMail(headline));
        GivenItem lead = aMail(headline + " (Second Lead)");

        long item = wire.onTheDesk(lead.saying("More words."));
        assertEquals(story, newsroom.publish(item, GivenWire.aDecision(headline), Optional.empty(), "Test Editor"));
        wire.arrives(aMail("KILL: " + headline));

        assertTrue(archive.story(story).orElseThrow().isKilled());
    }

    @Test
    void a_correction_in_prose_is_held_beside_its_story() {
        String headline = "Rupee opens twelve paise higher against dollar";
        long story = wire.published(aMail(headline));

        Receipt notice = wire.arrives(aMail("CORRECTION: " + headline).saying("Please read para 2 as said."));

        assertTrue(notice.items().getFirst().reason().contains("It is about story " + story), notice.toString());
    }

    @Test
    void a_kill_that_races_with_the_publication_wins() throws Exception {
        for (int round = 0; round < 10; round++) {
            GivenItem item = anItem();
            long id = wire.onTheDesk(item);
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                two.submit(() -> newsroom.publish(id, GivenWire.aDecision("Race"), Optional.empty(), "Test Editor"));
                two.submit(() -> wire.arrives(item.killed())).get();
            }
            assertTrue(archive.storyOf("meridian", item.guid())
                    .map(Story::isKilled)
                    .orElse(true));
        }
    }

    @Test
    void what_a_crash_left_unread_is_read_later() {
        GivenItem item = anItem();
        Delivery delivery = new Delivery(item.file().getBytes(StandardCharsets.UTF_8), "", "push", "");
        files.keep("meridian", delivery, clock.instant().minus(Duration.ofMinutes(1)));
        for (int i = 0; i < 150; i++) {
            Delivery strange = new Delivery((item.guid() + i).getBytes(StandardCharsets.UTF_8), "", "push", "");
            files.keep("configured-no-more", strange, clock.instant().minus(Duration.ofHours(1)));
        }

        unreadFiles.run();

        assertEquals(List.of("1 NEW"), standings(item));
    }

    private List<String> standings(GivenItem item) {
        return items.versionsOf(item.source(), item.guid()).stream()
                .map(version -> version.version + " " + version.standing)
                .toList();
    }
}
