package news.masthead.site;

import static io.restassured.RestAssured.given;
import static news.masthead.site.GiftSteps.GIVE;
import static news.masthead.site.GiftSteps.GIVEN;
import static news.masthead.site.GiftSteps.KEPT_BY_NOBODY;
import static news.masthead.site.GiftSteps.as;
import static news.masthead.site.GiftSteps.bare;
import static news.masthead.site.GiftSteps.follow;
import static news.masthead.site.GiftSteps.link;
import static news.masthead.site.GiftSteps.open;
import static news.masthead.site.GiftSteps.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Optional;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.given.GivenAgency;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.story.AccessClass;
import news.masthead.story.Press;
import news.masthead.wire.Agency;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories given away, as receivers and machines meet them. */
@SiteTest
class GiftReceivedTest {

    private static final String DOES_NOT_OPEN = "The gift link that brought you here does not open";

    @Inject
    Given people;

    @Inject
    GiftSteps steps;

    @Inject
    GivenAgency agencies;

    @Inject
    GivenWire wire;

    @Inject
    Press press;

    @Nested
    class A_receiver {

        @Test
        void is_sent_to_the_storys_own_address_with_a_cookie_that_no_script_reads() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            Response answer = follow(steps.aLink(story));
            answer.then()
                    .statusCode(303)
                    .header("Location", containsString(story.path()))
                    .header("Cache-Control", KEPT_BY_NOBODY)
                    .header("X-Robots-Tag", "noindex")
                    .body(equalTo(""));
            assertFalse(answer.header("Location").contains("gift"), "a clean address");
            String cookie = answer.header("Set-Cookie");
            assertTrue(cookie.startsWith("gift="), cookie);
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
            int seconds = Integer.parseInt(cookie.replaceFirst(".*Max-Age=(\\d+).*", "$1"));
            assertTrue(seconds > 14 * 86_400 - 600 && seconds <= 14 * 86_400, "as long as the link: " + seconds);
        }

        @ParameterizedTest
        @EnumSource(
                value = AccessClass.class,
                names = {"METERED", "PREMIUM"})
        void reads_the_story_and_spends_no_free_one(AccessClass access) {
            Printed story = people.aStory(access);
            Response read = open(story, given().cookie("gift", steps.aToken(story)));
            read.then()
                    .statusCode(200)
                    .header("Cache-Control", KEPT_BY_NOBODY)
                    .body(
                            containsString(Given.GATED),
                            containsString(GIVEN),
                            not(containsString("articles left")),
                            not(containsString(GIVE)));
            String reader = read.cookie("reader");
            open(people.aStory(AccessClass.METERED), given().cookie("reader", reader))
                    .then()
                    .body(containsString("2 of 3 free articles left"));
        }

        @Test
        void gets_the_same_bytes_as_every_other_receiver() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            assertEquals(
                    open(story, given().cookie("gift", steps.aToken(story))).header("ETag"),
                    open(story, given().cookie("gift", steps.aToken(story))).header("ETag"));
        }

        @Test
        void reads_it_again_as_the_same_reader_and_takes_no_second_seat() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            Person giver = people.aSubscriber();
            String token = follow(link(post(story, as(giver)))).cookie("gift");
            String reader = open(story, given().cookie("gift", token)).cookie("reader");
            for (int time = 0; time < 12; time++) {
                open(story, given().cookie("gift", token).cookie("reader", reader))
                        .then()
                        .body(containsString(Given.GATED));
            }
            post(story, as(giver)).then().body(containsString("1 have opened it so far"));
        }

        @Test
        void who_comes_after_the_last_seat_is_told_so_in_front_of_the_wall() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            String token = steps.aToken(story);
            for (int reader = 0; reader < 10; reader++) {
                open(story, given().cookie("gift", token)).then().body(containsString(Given.GATED));
            }
            open(story, given().cookie("gift", token))
                    .then()
                    .statusCode(200)
                    .body(
                            not(containsString(Given.GATED)),
                            containsString("has been opened by as many readers as it was for"));
        }

        @Test
        void opens_no_other_story_with_it_and_is_not_told_of_a_gift_there() {
            Printed other = people.aStory(AccessClass.PREMIUM);
            String token = steps.aToken(people.aStory(AccessClass.PREMIUM));
            open(other, given().cookie("gift", token))
                    .then()
                    .body(not(containsString(Given.GATED)), not(containsString("gift link")));
        }

        @Test
        void of_a_killed_story_meets_its_notice() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            String link = steps.aLink(story);
            String token = follow(link).cookie("gift");
            open(story, given().cookie("gift", token)).then().statusCode(200);
            press.kill(story.story().id, "This story has been withdrawn.", "the source was forged", "Meera Joshi");
            follow(link).then().statusCode(303).header("Location", containsString(story.path()));
            open(story, given().cookie("gift", token))
                    .then()
                    .statusCode(410)
                    .body(containsString("This story has been withdrawn."), not(containsString(Given.GATED)));
            post(story, as(people.aSubscriber())).then().statusCode(303);
        }

        @Test
        void of_a_story_whose_licence_lapsed_reads_none_of_it() {
            Agency agency = agencies.with(GivenAgency.rights(true, Optional.empty()));
            GivenItem item = GivenItem.anItem().from(agency.id()).saying("The first paragraph.</p><p>" + Given.GATED);
            Printed story = people.printed(wire.published(item));
            String token = steps.aToken(story);
            agencies.grants(agency, GivenAgency.rights(false, Optional.empty()));
            open(story, given().cookie("gift", token)).then().body(not(containsString(Given.GATED)));
            post(story, as(people.aSubscriber())).then().statusCode(303);
        }
    }

    @Nested
    class A_machine {

        @ParameterizedTest
        @CsvSource({"Sec-Purpose, prefetch", "Sec-Purpose, prefetch;prerender", "Purpose, prefetch", "X-Moz, prefetch"})
        void that_looks_ahead_gets_neither_cookie_nor_seat_and_comes_again_on_the_click(String header, String value) {
            Printed story = people.aStory(AccessClass.PREMIUM);
            Person giver = people.aSubscriber();
            String link = link(post(story, as(giver)));
            bare().header(header, value)
                    .get(link)
                    .then()
                    .statusCode(503)
                    .header("Set-Cookie", nullValue())
                    .header("Cache-Control", KEPT_BY_NOBODY);
            open(story, given().cookie("gift", follow(link).cookie("gift")).header(header, value))
                    .then()
                    .statusCode(503)
                    .body(equalTo(""));
            post(story, as(giver)).then().body(containsString("0 have opened it so far"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "WhatsApp/2.23.20.0",
                    "facebookexternalhit/1.1",
                    "Mozilla/5.0 (compatible; Googlebot/2.1)",
                    "Slackbot-LinkExpanding 1.0",
                    "TelegramBot (like TwitterBot)"
                })
        void that_previews_the_link_meets_the_wall_and_takes_no_seat(String agent) {
            Printed story = people.aStory(AccessClass.PREMIUM);
            Person giver = people.aSubscriber();
            String link = link(post(story, as(giver)));
            String token = bare().header("User-Agent", agent)
                    .get(link)
                    .then()
                    .statusCode(303)
                    .extract()
                    .cookie("gift");
            open(story, given().header("User-Agent", agent).cookie("gift", token))
                    .then()
                    .statusCode(200)
                    .header("Set-Cookie", nullValue())
                    .body(not(containsString(Given.GATED)), containsString(story.story().headline));
            post(story, as(giver)).then().body(containsString("0 have opened it so far"));
        }

        @Test
        void that_asks_for_the_head_or_for_no_document_takes_no_seat() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            Person giver = people.aSubscriber();
            String link = link(post(story, as(giver)));
            String token = follow(link).cookie("gift");
            bare().head(link).then().statusCode(303);
            given().cookie("gift", token).head(story.path()).then().statusCode(200);
            open(story, given().cookie("gift", token).header("Sec-Fetch-Dest", "iframe"))
                    .then()
                    .body(not(containsString(Given.GATED)));
            post(story, as(giver)).then().body(containsString("0 have opened it so far"));
        }
    }

    @Nested
    class A_link_that_is_not_ours {

        @Test
        void leads_to_the_wall_which_says_that_it_does_not_open() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            String link = steps.aLink(story);
            char last = link.charAt(link.length() - 1);
            String forged = link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A');
            Response answer = follow(forged);
            answer.then().statusCode(303).header("Location", containsString(story.path()));
            open(story, given().cookie("gift", answer.cookie("gift")))
                    .then()
                    .statusCode(200)
                    .body(not(containsString(Given.GATED)), containsString(DOES_NOT_OPEN));
        }

        @Test
        void costs_no_free_story_to_find_out_but_one_to_read_on() {
            Printed story = people.aStory(AccessClass.METERED);
            String link = steps.aLink(story);
            String forged = link.substring(0, link.length() - 4) + "AAAA";
            open(story, given().cookie("gift", follow(forged).cookie("gift")))
                    .then()
                    .body(containsString("2 of 3 free articles left"), not(containsString(GIVEN)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/gift/",
                    "/gift/x",
                    "/gift/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "/gift/%00"
                })
        void and_names_no_story_of_ours_finds_nothing(String path) {
            int status = bare().urlEncodingEnabled(false).get(path).statusCode();
            assertTrue(status == 404 || status == 405, path + " " + status);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "null", "%00%ff", "\"quoted\"", "; Path=/", "../../etc/passwd"})
        void as_a_cookie_of_garbage_is_no_gift_and_no_error(String garbage) {
            Printed story = people.aStory(AccessClass.PREMIUM);
            given().header("Cookie", "gift=" + garbage)
                    .get(story.path())
                    .then()
                    .statusCode(200)
                    .body(not(containsString(Given.GATED)), not(containsString(DOES_NOT_OPEN)));
        }
    }
}
