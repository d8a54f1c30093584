package news.masthead.wire;

import static news.masthead.given.GivenItem.aMail;
import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import news.masthead.SiteTest;
import news.masthead.desk.Newsroom;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.story.Archive;
import news.masthead.story.Press;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import org.junit.jupiter.api.Test;

/** An agency holds an item back. */
@SiteTest
class WithholdTest {

    @Inject
    GivenWire wire;

    @Inject
    WireItems items;

    @Inject
    Inbox inbox;

    @Inject
    Newsroom newsroom;

    @Inject
    Press press;

    @Inject
    Archive archive;

    @Test
    void takes_its_story_out_and_a_release_brings_every_word_back() {
        GivenItem item = anItem();
        long id = wire.published(item);
        Story before = story(id);
        String words = newsroom.wordsOf(before);

        wire.arrives(item.withheld());

        assertTrue(story(id).isWithheld());
        assertEquals("", newsroom.wordsOf(story(id)));
        assertEquals(List.of("1 PUBLISHED", "1 HELD"), standings(item));

        press.release(id, "Chief Editor");

        assertTrue(story(id).isPublished());
        assertEquals(words, newsroom.wordsOf(story(id)));
        assertEquals(before.teaser, story(id).teaser);
        assertEquals(before.publishedAt, story(id).publishedAt);
    }

    @Test
    void with_a_lower_version_or_twice_withholds_once() {
        GivenItem item = anItem().version(5);
        long id = wire.published(item);

        wire.arrives(item.version(2).withheld());
        wire.arrives(item.version(2).withheld());
        wire.arrives(item.version(2).withheld().inOtherWrapping());

        assertTrue(story(id).isWithheld());
        assertEquals(2, archive.versionsOf(id).size());
    }

    @Test
    void then_kills_it_and_nothing_releases_it() {
        GivenItem item = anItem();
        long id = wire.published(item);

        wire.arrives(item.withheld());
        wire.arrives(item.killed());

        assertTrue(story(id).isKilled());
        assertThrows(UnfitCopy.class, () -> press.release(id, "Chief Editor"));
        wire.arrives(item.version(9));
        wire.arrives(item.withheld().inOtherWrapping());
        assertTrue(story(id).isKilled());
    }

    @Test
    void before_its_story_keeps_it_waiting() {
        GivenItem item = anItem();

        wire.arrives(item.withheld());
        long late = wire.onTheDesk(item);

        assertThrows(
                UnfitCopy.class,
                () -> newsroom.publish(late, GivenWire.aDecision("Too early"), Optional.empty(), "Test Editor"));
        assertEquals(List.of("1 HELD", "1 HELD"), standings(item));
    }

    @Test
    void and_sends_a_newer_version_that_an_editor_releases_the_story_with() {
        GivenItem item = anItem();
        long id = wire.published(item);
        wire.arrives(item.withheld());

        long newer = wire.onTheDesk(item.version(2).saying("Right words at last."));
        assertTrue(story(id).isWithheld(), "an agency's newer version alone releases nothing");
        assertTrue(items.findById(newer).reason.contains("publishing this version releases it"));
        newsroom.publish(newer, GivenWire.aDecision("Released"), Optional.empty(), "Test Editor");

        assertTrue(story(id).isPublished());
        assertTrue(newsroom.wordsOf(story(id)).contains("Right words at last."));
        assertTrue(items.withhold(item.source(), item.guid()).isEmpty());
        wire.arrives(item.version(3));
        assertFalse(
                items.versionsOf(item.source(), item.guid()).getLast().reason.contains("withheld"));
    }

    @Test
    void lets_go_of_what_waited_when_the_desk_lifts_it() {
        GivenItem item = anItem();
        wire.arrives(item);
        wire.arrives(item.withheld());

        inbox.lift(item.source(), item.guid(), "Chief Editor");

        assertEquals(List.of("1 NEW", "1 SUPERSEDED"), standings(item));
    }

    @Test
    void in_prose_finds_its_story_by_the_headline() {
        String headline = "Freighter aground blocks the Sunda canal for a day";
        long id = wire.published(aMail(headline));

        wire.arrives(aMail("HOLD HOLD HOLD").saying("Please hold item \"" + headline + "\". There is some doubt."));

        assertTrue(story(id).isWithheld());
    }

    private Story story(long id) {
        return archive.story(id).orElseThrow();
    }

    private List<String> standings(GivenItem item) {
        return items.versionsOf(item.source(), item.guid()).stream()
                .map(version -> version.version + " " + version.standing)
                .toList();
    }
}
