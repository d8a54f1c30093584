package news.masthead.desk;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.identity.Role;
import news.masthead.values.Publication;
import news.masthead.wire.Delivery;
import news.masthead.wire.Receipt;
import news.masthead.wire.WireDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class ArrivalsTest {

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    WireDesk desk;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    @Test
    void say_of_every_file_how_it_came_and_where_each_item_ended_and_why() {
        String name = UUID.randomUUID() + ".xml";
        GivenItem item = anItem();
        dropped(item, name);
        dropped(item.inOtherWrapping(), "again-" + name);
        dropped(item.version(0), "older-" + name);
        dropped(anItem().saying("&undeclared;"), "odd-" + name);

        String page =
                editor().get("/desk/arrivals").then().statusCode(200).extract().asString();

        assertTrue(row(page, name).contains("dropped"), row(page, name));
        assertTrue(row(page, name).contains("Accepted"));
        assertTrue(row(page, "again-" + name).contains("Duplicate"));
        assertTrue(row(page, "again-" + name).contains("The same words of the same version came before."));
        assertTrue(row(page, "older-" + name).contains("Superseded"));
        assertTrue(row(page, "odd-" + name).contains("Quarantined"));
        assertTrue(row(page, "odd-" + name).contains("uses the entity"));
    }

    @Test
    void count_the_same_bytes_as_one_file_that_came_twice() {
        String name = UUID.randomUUID() + ".xml";
        GivenItem item = anItem();
        dropped(item, name);
        dropped(item, name);

        String page = editor().get("/desk/arrivals").asString();

        assertTrue(row(page, name).contains("came 2 times, last"), row(page, name));
    }

    @Test
    void are_narrowed_by_agency_day_and_end() {
        String name = UUID.randomUUID() + ".xml";
        dropped(anItem(), name);
        dropped(anItem().saying("&undeclared;"), "odd-" + name);
        String today = LocalDate.ofInstant(clock.instant(), publication.zone()).toString();

        assertTrue(lists("/desk/arrivals?agency=meridian&day=" + today + "&ended=accepted", ">" + name));
        assertTrue(!lists("/desk/arrivals?agency=meridian&day=" + today + "&ended=accepted", "odd-" + name));
        assertTrue(lists("/desk/arrivals?agency=meridian&day=" + today + "&ended=quarantined", "odd-" + name));
        assertTrue(!lists("/desk/arrivals?agency=ins&day=" + today, name));
        assertTrue(!lists("/desk/arrivals?agency=meridian&day=2001-01-01", name));
        assertTrue(!lists("/desk/arrivals?ended=unread", name));
        editor().get("/desk/arrivals?day=2026-02-31&ended=x&before=y").then().statusCode(200);
    }

    @Test
    void lead_from_the_file_to_its_items_and_back() {
        GivenItem item = anItem();
        Receipt first = dropped(item, "first.xml");
        Receipt second = dropped(item.inOtherWrapping(), "second.xml");
        long id = first.items().getFirst().item();

        editor().get(address(second)).then().statusCode(200).body(containsString("/desk/items/" + id));
        editor().get("/desk/items/" + id)
                .then()
                .statusCode(200)
                .body(containsString(address(first)), containsString(address(second)));
    }

    @Test
    void show_the_bytes_of_a_file_as_text_that_can_do_nothing() {
        Receipt file = dropped(anItem().saying("<![CDATA[<script>alert(1)</script>]]>\u0007&undeclared;"), "odd.xml");

        editor().get(address(file))
                .then()
                .statusCode(200)
                .body(
                        containsString("&lt;script&gt;alert(1)"),
                        not(containsString("<script>alert(1)")),
                        containsString("\u2407"));
        editor().get(address(file) + "/raw")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .header("Content-Security-Policy", containsString("sandbox"));
    }

    @Test
    void show_what_is_no_text_in_hexadecimal() {
        byte[] picture = new byte[3_000];
        new Random(7).nextBytes(picture);
        picture[3] = 0;
        Receipt file = desk.accept("meridian", new Delivery(picture, "", "drop", "picture.jpg"));

        editor().get(address(file)).then().body(containsString("This is no text."), containsString("000010  "));
        editor().get("/desk/items/" + file.items().getFirst().item()).then().body(containsString("000010  "));
    }

    @Test
    void show_of_an_item_every_field_that_was_read() {
        GivenItem item = anItem();
        long id = wire.onTheDesk(item);
        long next = wire.onTheDesk(item.version(2));

        String page = editor().get("/desk/items/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        for (String field : List.of(
                "guid",
                "version",
                "headline",
                "slugline",
                "byline",
                "credit",
                "dateline",
                "location",
                "language",
                "urgency",
                "embargo",
                "pubstatus",
                "signals",
                "first_created",
                "version_created",
                "subjects",
                "ed_note")) {
            assertTrue(page.contains("<code>" + field + "</code>"), field);
        }
        assertTrue(page.contains(item.guid()) && page.contains("RAIL/SIDING") && page.contains("By Asmita Dhole"));
        assertTrue(page.contains("/desk/items/" + next), "the newer version");
    }

    @Test
    void are_read_again_at_an_editors_word_which_is_remembered() {
        Receipt file = dropped(anItem(), "first.xml");

        String location = editor().redirects()
                .follow(false)
                .post(address(file) + "/replay")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");

        editor().get(location)
                .then()
                .body(
                        containsString("Nothing in it is other than before"),
                        containsString("by build "),
                        containsString("as before: 1"));
    }

    @Test
    void of_an_agency_are_read_again_by_order_with_its_progress() {
        dropped(anItem(), "first.xml");
        String today = LocalDate.ofInstant(clock.instant(), publication.zone()).toString();

        String order = editor().redirects()
                .follow(false)
                .formParams("agency", "meridian", "from", today, "until", today)
                .post("/desk/replays")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");

        editor().get(order).then().statusCode(200).body(containsString("files read"), containsString("Meridian Wire"));
        editor().get(order + "/progress").then().statusCode(200).body(startsWith("<div class=\"progress\""));
    }

    @Test
    void are_not_read_again_by_an_order_that_is_not_clear() {
        editor().formParams("agency", "meridian", "from", "2026-11-24", "until", "2026-11-23")
                .post("/desk/replays")
                .then()
                .statusCode(422)
                .body(containsString("Two days as 2026-11-24"), containsString("value=\"2026-11-24\""));
        editor().formParams("from", "2026-11-24", "until", "2026-11-24")
                .post("/desk/replays")
                .then()
                .statusCode(422)
                .body(containsString("Choose an agency."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/desk/arrivals", "/desk/replays/1", "/desk/replays/1/progress", "FILE", "FILE/raw", "ITEM/story"
            })
    void are_for_staff_only(String page) {
        String address = existing(page);
        given().redirects().follow(false).get(address).then().statusCode(302).header("Location", startsWith("/login"));
        reader().get(address).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/replays", "FILE/replay", "ITEM/story", "ITEM/dismissal"})
    void are_changed_by_staff_only(String action) {
        String address = existing(action);
        given().redirects()
                .follow(false)
                .formParam("quarantine", "all")
                .post(address)
                .then()
                .statusCode(302);
        reader().formParam("quarantine", "all").post(address).then().statusCode(403);
        given().cookie("session", people.someone(Role.READER, Role.BILLING).session())
                .formParam("quarantine", "all")
                .post(address)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/arrivals/meridian/0000", "/desk/replays/999999999", "/desk/items/999999999/story"})
    void that_never_came_are_not_found(String page) {
        editor().get(page).then().statusCode(404);
        editor().get("/desk/arrivals/meridian/" + "0".repeat(64)).then().statusCode(404);
        editor().post("/desk/arrivals/meridian/" + "0".repeat(64) + "/replay")
                .then()
                .statusCode(404);
    }

    private String existing(String page) {
        if (page.startsWith("FILE")) {
            return page.replace("FILE", address(dropped(anItem(), "first.xml")));
        }
        Receipt odd = page.startsWith("ITEM") ? dropped(anItem().saying("&undeclared;"), "odd.xml") : null;
        return odd == null
                ? page
                : page.replace("ITEM", "/desk/items/" + odd.items().getFirst().item());
    }

    private Receipt dropped(GivenItem item, String name) {
        return desk.accept(item.source(), new Delivery(item.file().getBytes(StandardCharsets.UTF_8), "", "drop", name));
    }

    private static String address(Receipt file) {
        return "/desk/arrivals/meridian/" + file.file();
    }

    private boolean lists(String page, String name) {
        return editor().get(page).then().statusCode(200).extract().asString().contains(name);
    }

    private static String row(String page, String name) {
        return Pattern.compile("(?s)<li class=\"item\">.*?(?=<li class=\"item\">|</ol>)")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .filter(row -> Pattern.compile(">" + name + "</a>").matcher(row).find())
                .findFirst()
                .orElse("no row for " + name);
    }

    private RequestSpecification reader() {
        return given().cookie("session", people.aReader().session());
    }

    private RequestSpecification editor() {
        return given().cookie("session", people.anEditor().session());
    }
}
