package news.masthead.wire;

import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.masthead.SiteTest;
import news.masthead.desk.Newsroom;
import news.masthead.given.Given;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Press;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import org.junit.jupiter.api.Test;

/** What went wrong with kills at other wire desks. */
@SiteTest
class OldKillBugsTest {

    @Inject
    GivenWire wire;

    @Inject
    WireDesk desk;

    @Inject
    WireItems items;

    @Inject
    Newsroom newsroom;

    @Inject
    Press press;

    @Inject
    Archive archive;

    @Inject
    Clock clock;

    @Test
    void a_story_that_was_corrected_can_be_killed() {
        GivenItem item = anItem();
        long id = wire.published(item);
        newsroom.publish(
                wire.onTheDesk(item.version(2).saying("The agency's own correction.")),
                GivenWire.aDecision("Corrected by the agency"),
                Optional.of("A number was wrong."),
                "Asha Rao");
        press.correct(
                id,
                Given.copy("Corrected by staff", AccessClass.METERED, Optional.empty()),
                Optional.of("Another number was wrong."),
                "Asha Rao");

        wire.arrives(item.version(3).killed());

        assertKilledWithoutAWord(id);
    }

    @Test
    void a_story_that_was_embargoed_and_then_published_can_be_killed() {
        GivenItem item = anItem().embargoedUntil(clock.instant().minus(Duration.ofMinutes(1)));
        long id = wire.published(item);

        wire.arrives(item.version(2).killed());

        assertKilledWithoutAWord(id);
    }

    @Test
    void an_item_that_waits_under_its_embargo_can_be_killed() {
        GivenItem item = anItem().embargoedUntil(clock.instant().plus(Duration.ofHours(1)));
        long id = wire.onTheDesk(item);

        wire.arrives(item.killed());

        assertEquals(List.of("1 KILLED", "1 KILLED"), standings(item));
        assertThrows(
                UnfitCopy.class,
                () -> newsroom.publish(id, GivenWire.aDecision("Dead"), Optional.empty(), "Test Editor"));
    }

    @Test
    void an_embargo_on_the_order_itself_does_not_delay_it() {
        GivenItem item = anItem();
        long id = wire.published(item);

        wire.arrives(item.version(2).killed().embargoedUntil(clock.instant().plus(Duration.ofHours(1))));

        assertKilledWithoutAWord(id);
    }

    @Test
    void an_order_without_any_version_kills() {
        GivenItem item = anItem().version(5);
        long id = wire.published(item);

        accept(item.killed().file().replace(" version=\"5\"", ""));

        assertKilledWithoutAWord(id);
    }

    @Test
    void a_kill_in_one_message_with_other_items_kills_and_the_others_arrive() {
        GivenItem killed = anItem();
        GivenItem embargoed = anItem().embargoedUntil(clock.instant().plus(Duration.ofHours(1)));
        long id = wire.published(killed);

        accept(message(embargoed.file(), killed.version(2).killed().file(), anItem().file()));

        assertKilledWithoutAWord(id);
        assertEquals(
                WireItem.Standing.HELD,
                items.versionsOf("meridian", embargoed.guid()).getFirst().standingAt(clock.instant()));
    }

    @Test
    void a_late_kill_of_an_old_story_is_not_dropped_for_its_age() {
        GivenItem item = anItem();
        long id = wire.published(item);

        accept(item.killed()
                .file()
                .replace("<itemMeta>", "<itemMeta><versionCreated>1999-01-01T00:00:00Z</versionCreated>"));

        assertKilledWithoutAWord(id);
    }

    private void accept(String file) {
        desk.accept("meridian", new Delivery(file.getBytes(StandardCharsets.UTF_8), "", "push", ""));
    }

    private static String message(String... items) {
        return "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sent>2026-08-12T08:00:00Z</sent></header><itemSet>"
                + String.join("", items) + "</itemSet></newsMessage>";
    }

    private void assertKilledWithoutAWord(long id) {
        Story story = archive.story(id).orElseThrow();
        assertTrue(story.isKilled());
        assertEquals("", story.opening + story.teaser + newsroom.wordsOf(story));
    }

    private List<String> standings(GivenItem item) {
        return items.versionsOf(item.source(), item.guid()).stream()
                .map(version -> version.version + " " + version.standing)
                .toList();
    }
}
