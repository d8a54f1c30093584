package news.masthead.desk;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.identity.Role;
import news.masthead.story.Archive;
import news.masthead.wire.Inbox;
import org.junit.jupiter.api.Test;

/** Items that only the agency's word sets free. */
@SiteTest
class LeaveTest {

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    Newsroom newsroom;

    @Inject
    Inbox inbox;

    @Inject
    Archive archive;

    @Inject
    Clock clock;

    @Test
    void an_embargo_without_a_time_waits_until_an_editor_gives_the_agency_s_word() {
        GivenItem item = withAnOpenEmbargo();
        long id = wire.onTheDesk(item);
        editor().get("/desk/items/" + id).then().body(containsString("/leave\""), not(containsString("/publication")));

        letGo(id, "Night editor, by phone: free at once").statusCode(303);

        long story = newsroom.publish(id, GivenWire.aDecision("Free"), Optional.empty(), "Test Editor");
        assertTrue(archive.story(story).isPresent());
        editor().get("/desk/items/" + id)
                .then()
                .body(containsString("Let go by Asha Rao: Night editor, by phone: free at once"));
    }

    @Test
    void no_item_is_let_go_in_silence() {
        long id = wire.onTheDesk(withAnOpenEmbargo());

        letGo(id, " ").statusCode(422).body(containsString("Write down who at the agency said so"));

        assertTrue(inbox.obstacle(inbox.item(id).orElseThrow()).isPresent());
    }

    @Test
    void an_embargo_with_a_time_is_held_to_the_instant_whatever_anybody_says() {
        long id = wire.onTheDesk(anItem().embargoedUntil(clock.instant().plus(Duration.ofHours(1))));

        letGo(id, "They said so").statusCode(422);

        assertTrue(inbox.obstacle(inbox.item(id).orElseThrow()).isPresent());
    }

    @Test
    void what_is_no_story_is_never_let_go() {
        long id = wire.onTheDesk(new GivenItem(
                "ins",
                "schedule-" + System.nanoTime() + "@ins.example",
                "INS NATIONAL SCHEDULE",
                0,
                "",
                "",
                "At 6 p.m.",
                ""));

        letGo(id, "They said so").statusCode(422);
        editor().get("/desk/items/" + id).then().body(not(containsString("/leave\"")));
    }

    @Test
    void readers_do_not_let_go() {
        long id = wire.onTheDesk(withAnOpenEmbargo());

        given().cookie("session", people.someone(Role.READER).session())
                .formParam("word", "Me")
                .post("/desk/items/" + id + "/leave")
                .then()
                .statusCode(403);

        assertEquals(Optional.empty(), inbox.item(id).orElseThrow().story());
    }

    private static GivenItem withAnOpenEmbargo() {
        GivenItem item = anItem();
        return new GivenItem(
                item.source(), item.guid(), item.headline(), 1, "usable", "<embargoed/>", "Words of it.", "");
    }

    private ValidatableResponse letGo(long id, String word) {
        return editor().redirects()
                .follow(false)
                .formParam("word", word)
                .post("/desk/items/" + id + "/leave")
                .then();
    }

    private RequestSpecification editor() {
        return given().cookie(
                        "session", people.someone(Role.READER, Role.EDITOR).session());
    }
}
