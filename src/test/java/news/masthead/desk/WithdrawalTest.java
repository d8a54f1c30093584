package news.masthead.desk;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.identity.Role;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import org.junit.jupiter.api.Test;

/** Editors take stories out of the paper, let them in again, and see that they are gone. */
@SiteTest
class WithdrawalTest {

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    Archive archive;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Clock clock;

    @Test
    void a_story_is_withheld_with_a_notice_and_a_reason_and_released_by_any_editor() {
        Printed story = people.aStory(AccessClass.FREE);
        long id = story.story().id;
        Person editor = people.anEditor();

        post(editor, id, "withhold", "", "").statusCode(422).body(containsString("A notice is needed"));
        given().get(story.path()).then().statusCode(200);
        post(editor, id, "withhold", "Back soon.", "A doubt about the figures.").statusCode(303);

        given().get(story.path()).then().statusCode(410).body(containsString("Back soon."));
        as(editor)
                .get("/desk/stories/" + id)
                .then()
                .statusCode(200)
                .body(
                        containsString("A doubt about the figures."),
                        containsString("/desk/stories/" + id + "/release\""),
                        containsString("/desk/stories/" + id + "/kill"),
                        not(containsString(Given.GATED)));
        as(editor).get("/desk/stories").then().body(containsString("Withheld"));
        post(editor, id, "release", "", "").statusCode(303);

        given().get(story.path()).then().statusCode(200).body(containsString(Given.GATED));
    }

    @Test
    void what_an_agency_withheld_takes_one_who_asks_and_a_chief_who_is_another() {
        GivenItem item = anItem();
        long id = wire.published(item);
        wire.arrives(item.withheld());
        Person editor = people.anEditor();
        Person chief = people.someone(Role.READER, Role.CHIEF);

        post(chief, id, "release", "", "").statusCode(422).body(containsString("somebody else has asked"));
        post(chief, id, "release-wish", "", "").statusCode(422).body(containsString("A reason is needed"));
        post(chief, id, "release-wish", "", "The agency rang.").statusCode(303);
        post(chief, id, "release", "", "").statusCode(422);
        post(editor, id, "release", "", "").statusCode(422);
        assertTrue(story(id).isWithheld());

        Person other = people.someone(Role.READER, Role.ADMIN);
        as(other)
                .get("/desk/stories/" + id)
                .then()
                .body(containsString("The agency rang."), containsString("Release it now"));
        post(other, id, "release", "", "").statusCode(303);

        assertTrue(story(id).isPublished());
        wire.arrives(item.version(2));
        assertTrue(story(id).isPublished());
    }

    @Test
    void an_item_that_was_withheld_before_it_came_into_the_paper_is_let_go_by_a_chief() {
        GivenItem item = anItem();
        long id = wire.onTheDesk(item);
        wire.arrives(item.withheld());
        as(people.someone(Role.READER, Role.CHIEF))
                .get("/desk/items/" + id)
                .then()
                .body(containsString("/lift\""));

        as(people.anEditor()).get("/desk/items/" + id).then().body(not(containsString("/lift\"")));
        as(people.anEditor()).post("/desk/items/" + id + "/lift").then().statusCode(403);
        as(people.someone(Role.READER, Role.CHIEF))
                .redirects()
                .follow(false)
                .post("/desk/items/" + id + "/lift")
                .then()
                .statusCode(303);

        as(people.anEditor()).get("/desk/items/" + id).then().body(containsString("/publication"));
    }

    @Test
    void the_story_page_shows_a_receipt_of_each_surface_and_what_is_missing() throws Exception {
        GivenItem item = anItem();
        long id = wire.published(item);
        seen("a-node-that-died", Duration.ofSeconds(20));

        long order = wire.onTheDesk(item.killed());

        String page = awaitReceipts(id);
        for (String surface : new String[] {"story pages", "front and sections", "pictures"}) {
            assertTrue(page.contains("<td>" + surface + "</td>"), page);
        }
        assertTrue(page.contains("s after the order"), page);
        as(people.anEditor()).get("/desk/items/" + order).then().body(containsString("<td>pictures</td>"));
        Thread.sleep(1_100);
        as(people.anEditor())
                .get("/desk/stories/" + id)
                .then()
                .body(containsString("a-node-that-died"), containsString("Missing. The node was last seen"));
        assertTrue(missing() >= 3, missing() + " are missing");
        forget("a-node-that-died");
        assertEquals(0, missing());
    }

    private static double missing() {
        String metrics = given().get("/q/metrics").asString();
        return Double.parseDouble(metrics.replaceAll("(?s).*\\nmasthead_kill_receipts_missing ([0-9.]+).*", "$1"));
    }

    private String awaitReceipts(long id) throws InterruptedException {
        String page = "";
        for (int look = 0; look < 50 && !page.matches("(?s)(.*s after the order){3}.*"); look++) {
            Thread.sleep(100);
            page = as(people.anEditor()).get("/desk/stories/" + id).asString();
        }
        return page;
    }

    private void seen(String node, Duration ago) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement row = connection.prepareStatement(
                        "insert into node (name, started_at, last_seen) values (?, ?, ?)")) {
            row.setString(1, node);
            row.setObject(2, clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
            row.setObject(3, clock.instant().minus(ago).atOffset(ZoneOffset.UTC));
            row.execute();
        }
    }

    private void forget(String node) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement row = connection.prepareStatement("delete from node where name = ?")) {
            row.setString(1, node);
            row.execute();
        }
    }

    private Story story(long id) {
        return archive.story(id).orElseThrow();
    }

    private ValidatableResponse post(Person who, long id, String verb, String notice, String reason) {
        return as(who).redirects()
                .follow(false)
                .formParams("notice", notice, "reason", reason)
                .post("/desk/stories/" + id + "/" + verb)
                .then();
    }

    private static RequestSpecification as(Person who) {
        return given().cookie("session", who.session());
    }
}
