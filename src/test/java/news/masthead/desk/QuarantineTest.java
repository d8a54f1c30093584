package news.masthead.desk;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.wire.Arrivals;
import news.masthead.wire.Delivery;
import news.masthead.wire.Inbox;
import news.masthead.wire.WireDesk;
import org.junit.jupiter.api.Test;

@SiteTest
class QuarantineTest {

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    WireDesk desk;

    @Inject
    Arrivals arrivals;

    @Inject
    Inbox inbox;

    @Inject
    Archive archive;

    @Test
    void lists_its_files_with_the_reason_and_offers_to_read_all_again() {
        long id = unreadable();

        editor().get("/desk?show=quarantined")
                .then()
                .body(
                        containsString("/desk/items/" + id),
                        containsString("uses the entity"),
                        containsString("Read all of these again"));
        editor().get("/desk?show=new").then().body(not(containsString("Read all of these again")));
    }

    @Test
    void shows_the_file_with_what_can_be_done_about_it() {
        long id = unreadable();

        editor().get("/desk/items/" + id)
                .then()
                .body(
                        containsString("&amp;undeclared;"),
                        containsString("/replay"),
                        containsString("/desk/items/" + id + "/story"),
                        containsString("/desk/items/" + id + "/dismissal"),
                        not(containsString("/publication")));
    }

    @Test
    void lets_go_of_a_file_as_a_story_written_by_hand_with_the_agencys_credit() {
        long id = unreadable();

        editor().get("/desk/items/" + id + "/story")
                .then()
                .statusCode(200)
                .body(containsString("&lt;p&gt;The second paragraph.&lt;/p&gt;"), containsString("Meridian Wire"));
        String location =
                write(id, "A siding by hand").statusCode(303).extract().header("Location");

        Story story = archive.story(Long.parseLong(location.replaceAll(".*/stories/(\\d+).*", "$1")))
                .orElseThrow();
        assertEquals(
                "With inputs from Meridian Wire",
                story.provenance().orElseThrow().creditLine());
        assertTrue(story.opening.contains("Written by hand."), story.opening);
        correct(story).statusCode(303);
        assertEquals(
                "With inputs from Meridian Wire",
                archive.story(story.id).orElseThrow().provenance().orElseThrow().creditLine());
        editor().get("/desk/items/" + id).then().body(containsString("/desk/stories/" + story.id));
        editor().get("/desk/items/" + id + "/story").then().statusCode(404);
        write(id, "A siding once more").statusCode(404);
    }

    @Test
    void keeps_what_was_typed_when_something_is_missing_and_publishes_nothing() {
        long id = unreadable();

        editor().formParams("headline", "A headline to keep", "body", "")
                .post("/desk/items/" + id + "/story")
                .then()
                .statusCode(422)
                .body(containsString("A headline to keep"), containsString("The story needs a text."));

        editor().get("/desk/items/" + id).then().body(containsString("Quarantined"));
    }

    @Test
    void is_not_for_what_could_be_read() {
        long id = wire.onTheDesk(anItem());

        editor().get("/desk/items/" + id + "/story").then().statusCode(404);
        write(id, "By hand").statusCode(404);
    }

    @Test
    void puts_a_file_aside_only_with_a_reason() {
        long id = unreadable();

        dismiss(id, " ").statusCode(422).body(containsString("Say why"));
        dismiss(id, "A test of the agency <line>.").statusCode(303);

        editor().get("/desk/items/" + id)
                .then()
                .body(containsString("Put aside by Asha Rao: A test of the agency &lt;line&gt;."));
        assertFalse(editor().get("/desk?show=quarantined").asString().contains("/desk/items/" + id + "\""));
    }

    @Test
    void hands_what_came_from_nobody_to_the_agency_that_an_editor_names() {
        GivenItem item = anItem();
        long id = fromNobody(item);

        editor().get("/desk/items/" + id)
                .then()
                .body(containsString("Nobody vouches for it."), containsString("Hand it to the agency"));
        hand(id, "nonesuch").statusCode(303).header("Location", endsWith("/desk/items/" + id));
        hand(id, "meridian").statusCode(303).header("Location", containsString("/desk/arrivals/meridian/"));

        editor().get("/desk?show=new&agency=meridian").then().body(containsString(item.headline()));
        editor().get("/desk/items/" + id).then().body(containsString("Handed to meridian by Asha Rao."));
    }

    @Test
    void reads_nothing_of_nobodys_until_it_is_handed_on() {
        GivenItem item = anItem();
        long id = fromNobody(item);
        String file = arrivals.nameOf(inbox.item(id).orElseThrow()).hash();

        editor().post("/desk/arrivals/unknown/" + file + "/replay").then().statusCode(200);

        editor().get("/desk/items/" + id).then().body(containsString("Quarantined"));
        assertFalse(editor().get("/desk?show=new").asString().contains(item.headline()));
        editor().get("/desk/items/" + id + "/story").then().body(containsString("what credit its story must carry"));
        write(id, "By hand").statusCode(422);
    }

    @Test
    void is_handed_on_by_staff_only() {
        long id = fromNobody(anItem());

        given().cookie("session", people.aReader().session())
                .formParam("agency", "meridian")
                .post("/desk/items/" + id + "/agency")
                .then()
                .statusCode(403);
        hand(wire.onTheDesk(anItem()), "meridian").statusCode(404);
    }

    @Test
    void shows_no_reader_a_note_to_editors() {
        String note = "<edNote>Desk phone 020 5550 1234, not for print</edNote></itemMeta>";
        byte[] file = anItem().file().replace("</itemMeta>", note).getBytes(StandardCharsets.UTF_8);
        long id = desk.accept("meridian", new Delivery(file, "", "push", ""))
                .items()
                .getFirst()
                .item();

        editor().get("/desk/items/" + id).then().body(containsString("020 5550 1234"));
        given().cookie("session", people.aReader().session())
                .get("/desk/items/" + id)
                .then()
                .statusCode(403)
                .body(not(containsString("020 5550 1234")));
    }

    private long fromNobody(GivenItem item) {
        byte[] bytes = item.file().getBytes(StandardCharsets.UTF_8);
        return desk.quarantine(new Delivery(bytes, "", "mail", item.headline()), "Nobody vouches for it.")
                .items()
                .getFirst()
                .item();
    }

    private ValidatableResponse hand(long item, String agency) {
        return editor().redirects()
                .follow(false)
                .formParam("agency", agency)
                .post("/desk/items/" + item + "/agency")
                .then();
    }

    private long unreadable() {
        return wire.arrives(anItem().saying("Before &undeclared; after."))
                .items()
                .getFirst()
                .item();
    }

    private ValidatableResponse write(long item, String headline) {
        return editor().redirects()
                .follow(false)
                .formParams(
                        Map.of("section", "markets", "access", "free", "freeParagraphs", "1", "teaser", "A teaser."))
                .formParams("headline", headline, "body", "<p>Written by hand.</p>")
                .post("/desk/items/" + item + "/story")
                .then();
    }

    private ValidatableResponse correct(Story story) {
        return editor().redirects()
                .follow(false)
                .formParams(
                        "version", story.version, "headline", story.headline, "section", "markets", "access", "free")
                .formParams("freeParagraphs", 2, "body", "<p>Written better.</p>", "note", "")
                .post("/desk/stories/" + story.id + "/correction")
                .then();
    }

    private ValidatableResponse dismiss(long item, String why) {
        return editor().redirects()
                .follow(false)
                .formParam("why", why)
                .post("/desk/items/" + item + "/dismissal")
                .then();
    }

    private RequestSpecification editor() {
        return given().cookie("session", people.anEditor().session());
    }
}
