package news.masthead.wire;

import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import news.masthead.SiteTest;
import news.masthead.desk.Newsroom;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.story.Archive;
import news.masthead.wire.WireItem.Standing;
import org.junit.jupiter.api.Test;

/** Takes of a story under guids of their own, linked by slugline and day. */
@SiteTest
class ThreadsTest {

    @Inject
    WireDesk desk;

    @Inject
    Inbox inbox;

    @Inject
    Proposals proposals;

    @Inject
    Newsroom newsroom;

    @Inject
    Archive archive;

    private final String slug = "HARBOUR-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_lead_of_a_story_in_the_paper_is_shown_as_its_update_and_as_a_guess() {
        long story = publish(arrives("", "First words."));

        WireItem lead = item(arrives(", 1st Ld-Writethru", "Better words."));

        assertEquals(Optional.of(story), lead.story());
        assertTrue(lead.reason.contains("make sure"), lead.reason);
        assertEquals(Standing.NEW, lead.standing);
    }

    @Test
    void a_lead_that_came_before_its_story_was_published_follows_it() {
        long first = arrives("", "First words.");
        long lead = arrives(", 2nd Ld-Writethru", "Better words.");

        long story = publish(first);

        assertEquals(Optional.of(story), item(lead).story());
        newsroom.publish(lead, GivenWire.aDecision("Harbour"), Optional.empty(), "Test Editor");
        assertTrue(archive.story(story).orElseThrow().opening.contains("Better words."));
    }

    @Test
    void adds_go_on_after_their_story_in_their_order_whatever_is_missing() {
        long third = arrives(", 3rd Add", "Third add.");
        long first = arrives("", "First words.");
        long one = arrives(", 1st Add", "First add.");

        for (long add : List.of(third, one)) {
            String words = String.join("", proposals.of(item(add)).orElseThrow().blocks());
            assertTrue(words.matches("(?s).*First words\\..*First add\\..*Third add\\..*"), words);
        }
        assertEquals(3, proposals.of(item(first)).orElseThrow().blocks().size());
    }

    @Test
    void a_kill_of_one_take_kills_the_others() {
        String guid = anItem().guid();
        long first = arrives(guid, "", "First words.", "usable");
        long story = publish(first);
        long lead = arrives(", 1st Ld-Writethru", "Better words.");

        arrives(guid, "", "", "canceled");

        assertTrue(archive.story(story).orElseThrow().isKilled());
        assertEquals(Standing.KILLED, item(lead).standing);
    }

    @Test
    void a_take_that_comes_after_the_kill_waits_for_an_editor() {
        String guid = anItem().guid();
        arrives(guid, "", "First words.", "usable");
        arrives(guid, "", "", "canceled");

        WireItem substitute = item(arrives(", 1st Ld-Writethru", "Substitute words."));

        assertEquals(Standing.HELD, substitute.standing);
        assertTrue(substitute.reason.contains("killed a take"), substitute.reason);
    }

    @Test
    void two_stories_under_one_slugline_are_no_takes_of_each_other() {
        publish(arrives("", "One story."));

        assertEquals(Optional.empty(), item(arrives("", "Another story.")).story());
    }

    private long arrives(String take, String words) {
        return arrives(anItem().guid(), take, words, "usable");
    }

    private long arrives(String guid, String take, String words, String status) {
        GivenItem item = new GivenItem("meridian", guid, "Harbour " + slug, 1, status, "", words, "");
        return accepted("meridian", item.file().replace("RAIL/SIDING", slug + take));
    }

    private long accepted(String source, String file) {
        return desk.accept(source, new Delivery(file.getBytes(StandardCharsets.UTF_8), "", "push", ""))
                .items()
                .getFirst()
                .item();
    }

    private long publish(long item) {
        return newsroom.publish(item, GivenWire.aDecision("Harbour"), Optional.empty(), "Test Editor");
    }

    private WireItem item(long id) {
        return inbox.item(id).orElseThrow();
    }
}
