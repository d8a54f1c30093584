package news.masthead.doors;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one reader can name of another's, or of the house's, opens nothing. */
@SiteTest
class OthersThingsTest {

    private static final Pattern CHECKOUT = Pattern.compile("cs_\\w+");

    private static final Pattern DEVICE = Pattern.compile("/account/devices/[0-9a-f-]{36}/end");

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    Scene scene;

    @Inject
    Archive archive;

    @Inject
    Sessions sessions;

    @Inject
    Subscriptions subscriptions;

    @Nested
    class Anothers {

        @Test
        void checkout_is_not_there() {
            Person buyer = people.aReader();
            String quote = as(buyer)
                    .get("/subscribe/quote?plan=quarterly")
                    .htmlPath()
                    .getString("**.find { it.@name == 'quote' }.@value");
            as(people.aReader())
                    .formParam("quote", quote)
                    .formParam("state", "27")
                    .post("/subscribe")
                    .then()
                    .statusCode(422);
            String page = as(buyer)
                    .formParam("quote", quote)
                    .formParam("state", "27")
                    .post("/subscribe")
                    .then()
                    .statusCode(303)
                    .extract()
                    .header("Location");
            Matcher checkout = CHECKOUT.matcher(page);
            assertTrue(checkout.find(), page);

            as(people.aReader())
                    .queryParam("s", checkout.group())
                    .get("/subscribe/confirming")
                    .then()
                    .statusCode(404)
                    .body(not(containsString(checkout.group())));
            as(buyer)
                    .queryParam("s", checkout.group())
                    .get("/subscribe/confirming")
                    .then()
                    .statusCode(303);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/account/plan/cancellation", "/account/plan/resumption"})
        void plan_does_not_change(String door) {
            Person subscriber = people.aSubscriber();
            Subscription before = subscriptions.liveOf(subscriber.account()).orElseThrow();

            as(people.aReader())
                    .queryParam("account", subscriber.account())
                    .formParam("account", subscriber.account())
                    .formParam("subscription", before.providerRef)
                    .post(door)
                    .then()
                    .statusCode(303);

            Subscription after = subscriptions.liveOf(subscriber.account()).orElseThrow();
            assertEquals(before.state, after.state);
            assertEquals(before.endsAt(), after.endsAt());
        }

        @ParameterizedTest
        @ValueSource(strings = {"/account", "/account/plan", "/subscribe"})
        void plan_is_not_shown(String page) {
            Person subscriber = people.aSubscriber();

            as(people.aReader())
                    .queryParam("account", subscriber.account())
                    .queryParam("id", subscriber.account())
                    .header("X-User-Id", subscriber.account())
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("cancellation")), not(containsString(subscriber.session())));
        }

        @Test
        void session_is_nothing_but_its_secret() {
            Person chief = people.someone(Role.READER, Role.CHIEF);
            String token = chief.session();
            for (String guess : List.of(
                    Long.toString(chief.account()),
                    token.substring(1),
                    token + "x",
                    token.toLowerCase(),
                    " ",
                    token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A"))) {
                given().redirects()
                        .follow(false)
                        .cookie("session", guess)
                        .get("/desk")
                        .then()
                        .statusCode(302);
            }
        }

        @Test
        void device_is_not_logged_out() {
            Person owner = people.aReader();
            Matcher device = DEVICE.matcher(as(owner).get("/account/devices").asString());
            assertTrue(device.find());

            as(people.aReader()).post(device.group()).then().statusCode(404);
            as(people.aReader())
                    .formParam("account", owner.account())
                    .queryParam("account", owner.account())
                    .post("/account/devices/end");
            as(people.aReader()).formParam("account", owner.account()).post("/account/devices/others/end");

            assertTrue(sessions.reader(owner.session()).isPresent());
            as(owner).post(device.group()).then().statusCode(303);
            assertTrue(sessions.reader(owner.session()).isEmpty(), "the owner's own hand does it");
        }

        @Test
        void name_gives_no_story_away() {
            Printed premium = people.aStory(AccessClass.PREMIUM);
            Person subscriber = people.aSubscriber();

            as(people.aReader())
                    .formParam("story", premium.story().id)
                    .formParam("giver", subscriber.account())
                    .formParam("account", subscriber.account())
                    .post("/gift")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith(premium.path()));
        }

        @Test
        void account_is_not_found_banned_or_logged_out_by_one_who_is_no_admin() {
            Person victim = people.aReader();
            for (Person other : List.of(
                    people.aReader(), people.anEditor(), people.someone(Role.READER, Role.CHIEF, Role.BILLING))) {
                for (String deed : List.of("/ban", "/lift", "/end-sessions")) {
                    as(other)
                            .formParam("reason", "x")
                            .formParam("roles", "admin")
                            .post("/ops/readers/" + victim.account() + deed)
                            .then()
                            .statusCode(403);
                }
                as(other).get("/ops/readers/" + victim.account()).then().statusCode(403);
            }
            assertTrue(sessions.reader(victim.session()).isPresent());
        }

        @Test
        void log_out_ends_only_the_own_session() {
            Person stays = people.aReader();
            Person leaves = people.aReader();

            as(leaves)
                    .formParam("session", stays.session())
                    .formParam("account", stays.account())
                    .post("/logout");

            assertTrue(sessions.reader(stays.session()).isPresent());
            assertFalse(sessions.reader(leaves.session()).isPresent());
        }
    }

    @Nested
    class The_houses {

        @Test
        void items_and_stories_do_not_change_by_a_readers_hand() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            long item = wire.onTheDesk(GivenItem.anItem());
            String id = Long.toString(story.story().id);
            for (Person reader :
                    List.of(people.aReader(), people.aSubscriber(), people.someone(Role.READER, Role.BILLING))) {
                Map.of(
                                "/desk/stories/" + id + "/kill", Map.of("notice", "Gone.", "reason", "x"),
                                "/desk/stories/" + id + "/withhold", Map.of("notice", "Gone.", "reason", "x"),
                                "/desk/stories/" + id + "/correction", correction(story.story()),
                                "/desk/items/" + item + "/publication", correction(story.story()),
                                "/desk/items/" + item + "/dismissal", Map.of("reason", "x"))
                        .forEach((door, form) ->
                                as(reader).formParams(form).post(door).then().statusCode(403));
            }
            Story after = archive.story(story.story().id).orElseThrow();
            assertEquals(story.story().version, after.version);
            assertTrue(after.isPublished());
        }

        @Test
        void picture_of_a_killed_story_is_gone_for_everybody() throws IOException {
            Map<String, String> things = scene.set();
            String picture = "/picture/" + things.get("<picture>");
            String etag = given().get(picture).then().statusCode(200).extract().header("ETag");
            Story story = archive.newest(50).stream()
                    .filter(one -> one.illustration()
                            .filter(shown -> picture.endsWith(shown.picture()))
                            .isPresent())
                    .findFirst()
                    .orElseThrow();

            as(people.anEditor())
                    .formParams("notice", "Gone.", "reason", "x")
                    .post("/desk/stories/" + story.id + "/kill")
                    .then()
                    .statusCode(303);

            for (Who who : Who.ALL) {
                RequestSpecification asked = given();
                scene.session(who).ifPresent(session -> asked.cookie("session", session));
                asked.header("If-None-Match", etag).get(picture).then().statusCode(404);
            }
        }

        @Test
        void words_of_a_killed_story_are_gone_for_everybody() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            as(people.anEditor())
                    .formParams("notice", "Gone.", "reason", "x")
                    .post("/desk/stories/" + story.story().id + "/kill")
                    .then()
                    .statusCode(303);
            for (Who who : Who.ALL) {
                RequestSpecification asked = given();
                scene.session(who).ifPresent(session -> asked.cookie("session", session));
                asked.get(story.path()).then().statusCode(410).body(not(containsString(Given.GATED)));
            }
        }
    }

    private static Map<String, String> correction(Story story) {
        return Map.of(
                "version", Integer.toString(story.version),
                "headline", "Another headline",
                "teaser", "A teaser.",
                "section", "markets",
                "access", "premium",
                "freeParagraphs", "1",
                "body", "<p>One.</p><p>Two.</p>");
    }

    private static RequestSpecification as(Person person) {
        return given().redirects().follow(false).cookie("session", person.session());
    }
}
