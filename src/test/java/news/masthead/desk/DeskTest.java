package news.masthead.desk;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.identity.Role;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class DeskTest {

    private static final Map<String, String> METERED =
            Map.of("section", "markets", "access", "metered", "freeParagraphs", "1", "teaser", "A teaser.");

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    Archive archive;

    @Inject
    Clock clock;

    @Nested
    class Only_staff {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/desk",
                    "/desk/stories",
                    "/desk/stories/new",
                    "/desk/items/1",
                    "/desk/items/1/raw",
                    "/desk/stories/126112400001"
                })
        void see_the_desk(String page) {
            given().redirects()
                    .follow(false)
                    .get(page)
                    .then()
                    .statusCode(302)
                    .header("Location", startsWith("/login?to="));
            with(Role.READER).get(page).then().statusCode(403);
            with(Role.READER, Role.BILLING).get(page).then().statusCode(403);
        }

        @Test
        void change_the_paper() {
            Printed story = people.aStory(AccessClass.FREE);

            with(Role.READER)
                    .formParams("notice", "Gone.", "reason", "x")
                    .post("/desk/stories/" + story.story().id + "/kill")
                    .then()
                    .statusCode(403);

            assertTrue(!archive.story(story.story().id).orElseThrow().isKilled());
        }

        @ParameterizedTest
        @ValueSource(strings = {Role.EDITOR, Role.CHIEF, Role.ADMIN})
        void of_any_rank_come_in(String role) {
            with(Role.READER, role)
                    .get("/desk")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("no-store"));
        }
    }

    @Nested
    class An_item {

        @Test
        void stands_in_the_inbox_and_opens_with_its_credit_and_its_raw_file() {
            GivenItem item = anItem();
            long id = wire.onTheDesk(item);

            editor().get("/desk")
                    .then()
                    .statusCode(200)
                    .body(containsString(item.headline()), containsString("/desk/items/" + id));
            editor().get("/desk/items/" + id)
                    .then()
                    .statusCode(200)
                    .body(
                            containsString(item.headline()),
                            containsString("By Asmita Dhole, Meridian Wire"),
                            containsString("No The Masthead Times Journalist"),
                            containsString("Nagpur, Aug 12 (Meridian Wire) The first paragraph."),
                            containsString("&lt;pubStatus"));
            editor().get("/desk/items/" + id + "/raw")
                    .then()
                    .statusCode(200)
                    .contentType("text/plain")
                    .body(containsString("<newsItem"));
        }

        @Test
        void becomes_a_story_with_credit_dateline_and_wall() {
            GivenItem item = anItem();
            long id = wire.onTheDesk(item);

            Story story = published(id, item.headline());

            assertEquals(
                    "By Asmita Dhole, Meridian Wire",
                    story.provenance().orElseThrow().creditLine());
            assertEquals("<p>Nagpur, Aug 12 (Meridian Wire) The first paragraph.</p>", story.opening);
            assertEquals(AccessClass.METERED, story.access);
            publish(id, item.headline(), METERED).statusCode(422).body(containsString("in the paper already"));
        }

        @Test
        void under_embargo_is_refused_with_a_plain_sentence_until_its_instant() {
            GivenItem item = anItem().embargoedUntil(clock.instant().plus(Duration.ofHours(2)));
            long id = wire.onTheDesk(item);

            editor().get("/desk/items/" + id)
                    .then()
                    .body(containsString("Embargoed until"), not(containsString("/publication")));
            publish(id, item.headline(), METERED)
                    .statusCode(422)
                    .body(containsString("embargo on this item ends only at"));
        }

        @Test
        void that_was_killed_is_refused() {
            GivenItem item = anItem();
            wire.arrives(item.killed());
            long id = wire.onTheDesk(item);

            publish(id, item.headline(), METERED).statusCode(422).body(containsString("killed this item"));
        }

        @Test
        void in_quarantine_shows_its_reason_and_cannot_be_published() {
            long id = wire.arrives(anItem().saying("&undeclared;"))
                    .items()
                    .getFirst()
                    .item();

            editor().get("/desk?show=quarantined").then().body(containsString("uses the entity"));
            editor().get("/desk/items/" + id)
                    .then()
                    .body(containsString("uses the entity"), not(containsString("/publication")));
        }

        @Test
        void with_something_missing_shows_the_form_again_with_what_was_typed() {
            GivenItem item = anItem();
            long id = wire.onTheDesk(item);

            publish(id, "My own headline", Map.of("teaser", "Typed words", "freeParagraphs", "many"))
                    .statusCode(422)
                    .body(
                            containsString("My own headline"),
                            containsString("Typed words"),
                            containsString("Choose the section"),
                            containsString("Choose who may read it."),
                            containsString("A whole number from 1 to 20"));
        }

        @Test
        void takes_no_field_that_the_form_does_not_have() {
            GivenItem item = anItem();
            long id = wire.onTheDesk(item);

            Map<String, String> forged = new HashMap<>(METERED);
            forged.putAll(Map.of(
                    "id",
                    "1",
                    "status",
                    "KILLED",
                    "creditLine",
                    "Me",
                    "provenance.creditLine",
                    "Me",
                    "body",
                    "<p>Forged</p>"));
            publish(id, item.headline(), forged).statusCode(303);

            Story story = archive.storyOf("meridian", item.guid()).orElseThrow();
            assertEquals(
                    "By Asmita Dhole, Meridian Wire",
                    story.provenance().orElseThrow().creditLine());
            assertTrue(!story.opening.contains("Forged"));
        }

        @Test
        void that_is_an_update_replaces_the_words_of_its_story_when_an_editor_says_so() {
            GivenItem item = anItem();
            long story = wire.published(item);
            long update = wire.onTheDesk(item.version(2).saying("The new first paragraph."));

            editor().get("/desk/items/" + update).then().body(containsString("An update of story " + story));
            publish(update, item.headline(), METERED)
                    .statusCode(303)
                    .header("Location", containsString("/desk/stories/" + story));

            assertTrue(archive.story(story).orElseThrow().opening.contains("The new first paragraph."));
        }

        @Test
        void can_be_put_aside() {
            GivenItem item = anItem();
            long id = wire.onTheDesk(item);

            editor().redirects()
                    .follow(false)
                    .post("/desk/items/" + id + "/dismissal")
                    .then()
                    .statusCode(303);

            publish(id, item.headline(), METERED).statusCode(422).body(containsString("put aside"));
        }
    }

    @Nested
    class A_story {

        @Test
        void can_be_corrected_with_a_note_that_readers_see() {
            Printed story = people.aStory(AccessClass.FREE);

            correct(story, 1, "<p>Right words.</p>", "The number was wrong.").statusCode(303);

            given().get(story.path())
                    .then()
                    .body(containsString("Right words."), containsString("The number was wrong."));
        }

        @Test
        void that_somebody_changed_meanwhile_is_not_overwritten() {
            Printed story = people.aStory(AccessClass.FREE);
            correct(story, 1, "<p>Theirs.</p>", "").statusCode(303);

            correct(story, 1, "<p>Mine.</p>", "")
                    .statusCode(422)
                    .body(containsString("Somebody changed"), containsString("Mine."));

            given().get(story.path()).then().body(containsString("Theirs."));
        }

        @Test
        void opens_with_all_its_words_and_its_history() {
            Printed story = people.aStory(AccessClass.METERED);

            editor().get("/desk/stories/" + story.story().id)
                    .then()
                    .statusCode(200)
                    .body(containsString(Given.GATED), containsString("Published"), containsString("Meera Joshi"));
        }

        @Test
        void is_killed_with_a_notice_and_a_reason_and_answers_gone() {
            Printed story = people.aStory(AccessClass.METERED);

            kill(story, "", "")
                    .statusCode(422)
                    .body(containsString("A notice is needed"), containsString("A reason is needed"));
            given().get(story.path()).then().statusCode(200);
            kill(story, "This story has been withdrawn.", "The source was forged.")
                    .statusCode(303);

            given().get(story.path())
                    .then()
                    .statusCode(410)
                    .body(containsString("has been withdrawn"), not(containsString("forged")));
            editor().get("/desk/stories/" + story.story().id)
                    .then()
                    .body(containsString("The source was forged."), not(containsString(Given.GATED)));
        }

        @Test
        void of_our_own_is_written_with_its_day_in_the_archive() {
            String location = editor().redirects()
                    .follow(false)
                    .multiPart("headline", "The Budget of 1997")
                    .multiPart("teaser", "Lower rates.")
                    .multiPart("section", "economy")
                    .multiPart("access", "premium")
                    .multiPart("freeParagraphs", "1")
                    .multiPart("dateline", "New Delhi")
                    .multiPart("firstPublished", "1997-03-02")
                    .multiPart("body", "<p>One.</p><script>alert(1)</script><p>Two.</p>")
                    .post("/desk/stories/new")
                    .then()
                    .statusCode(303)
                    .extract()
                    .header("Location");

            Story story = archive.story(Long.parseLong(location.replaceAll(".*/stories/(\\d+).*", "$1")))
                    .orElseThrow();
            assertTrue(Long.toString(story.id).startsWith("1970302"), Long.toString(story.id));
            assertEquals("<p>New Delhi: One.</p>", story.opening);
        }

        @Test
        void of_our_own_with_a_picture_that_is_none_is_refused_and_what_was_typed_stays() {
            editor().multiPart("headline", "A headline to keep")
                    .multiPart("section", "economy")
                    .multiPart("access", "free")
                    .multiPart("body", "<p>One.</p>")
                    .multiPart("pictureAlt", "A crane")
                    .multiPart("picture", "crane.png", "no picture".getBytes(), "image/png")
                    .post("/desk/stories/new")
                    .then()
                    .statusCode(422)
                    .body(containsString("not a PNG, JPEG or WebP picture"), containsString("A headline to keep"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/items/999999999", "/desk/items/x", "/desk/stories/126112499999", "/desk/stories/1"})
    void what_is_not_there_is_not_found(String page) {
        editor().get(page).then().statusCode(404);
    }

    @Test
    void a_form_from_another_site_changes_nothing() {
        Printed story = people.aStory(AccessClass.FREE);

        editor().header("Sec-Fetch-Site", "cross-site")
                .formParams("notice", "Gone.", "reason", "x")
                .post("/desk/stories/" + story.story().id + "/kill")
                .then()
                .statusCode(403);

        given().get(story.path()).then().statusCode(200);
    }

    private Story published(long item, String headline) {
        String location =
                publish(item, headline, METERED).statusCode(303).extract().header("Location");
        return archive.story(Long.parseLong(location.replaceAll(".*/stories/(\\d+).*", "$1")))
                .orElseThrow();
    }

    private ValidatableResponse publish(long item, String headline, Map<String, String> fields) {
        return editor().redirects()
                .follow(false)
                .formParams(fields)
                .formParam("headline", headline)
                .post("/desk/items/" + item + "/publication")
                .then();
    }

    private ValidatableResponse correct(Printed story, int version, String body, String note) {
        return editor().redirects()
                .follow(false)
                .formParams(
                        "version", version, "headline", story.story().headline, "section", "markets", "access", "free")
                .formParams("freeParagraphs", 2, "body", body, "note", note)
                .post("/desk/stories/" + story.story().id + "/correction")
                .then();
    }

    private ValidatableResponse kill(Printed story, String notice, String reason) {
        return editor().redirects()
                .follow(false)
                .formParams("notice", notice, "reason", reason)
                .post("/desk/stories/" + story.story().id + "/kill")
                .then();
    }

    private RequestSpecification editor() {
        return with(Role.READER, Role.EDITOR);
    }

    private RequestSpecification with(String... roles) {
        return given().cookie("session", people.someone(roles).session());
    }
}
