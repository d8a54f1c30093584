package news.masthead.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Stories given away, as givers and receivers meet them. */
@SiteTest
class GiftTest {

    private static final Pattern TOKEN = Pattern.compile("/gift/([A-Za-z0-9_-]{96})\"");
    private static final String GIVE = "Give this story";
    private static final String GIVEN = "A subscriber gave you this story. It costs none of your free articles.";
    private static final String DOES_NOT_OPEN = "The gift link that brought you here does not open";
    private static final String KEPT_BY_NOBODY = "private, no-store";

    @Inject
    Given people;

    @Inject
    GivenAgency agencies;

    @Inject
    GivenWire wire;

    @Inject
    Press press;

    @Nested
    class The_way_to_give {

        @ParameterizedTest
        @EnumSource(
                value = AccessClass.class,
                names = {"METERED", "PREMIUM"})
        void stands_on_a_subscribers_page_which_is_the_same_for_all_of_them(AccessClass access) {
            Printed story = people.aStory(access);
            Response one = open(story, as(people.aSubscriber()));
            one.then()
                    .body(
                            containsString(GIVE),
                            containsString("action=\"/gift\""),
                            containsString("name=\"story\" value=\"" + story.story().id + "\""));
            assertEquals(
                    one.header("ETag"), open(story, as(people.aSubscriber())).header("ETag"));
        }

        @Test
        void is_not_there_for_who_may_not_give_it() {
            Printed metered = people.aStory(AccessClass.METERED);
            Printed free = people.aStory(AccessClass.FREE);
            open(metered, given()).then().body(containsString(Given.GATED), not(containsString(GIVE)));
            open(metered, as(people.aReader())).then().body(containsString(Given.GATED), not(containsString(GIVE)));
            open(metered, as(people.anEditor())).then().body(containsString(Given.GATED), not(containsString(GIVE)));
            open(free, as(people.aSubscriber())).then().body(containsString(Given.GATED), not(containsString(GIVE)));
        }
    }

    @Nested
    class A_giver {

        @Test
        void gets_a_page_with_the_link_and_what_it_is_worth_that_nobody_keeps() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            post(story, as(people.aSubscriber()))
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", KEPT_BY_NOBODY)
                    .header("Set-Cookie", nullValue())
                    .body(
                            containsString("Your gift link"),
                            containsString(story.story().headline),
                            containsString("10 readers; 0 have opened it so far"),
                            containsString("9 of 10 stories"),
                            containsString("mailto:?subject="),
                            not(containsString(Given.GATED)));
        }

        @Test
        void who_posts_twice_gets_the_same_link_and_pays_once() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            Person giver = people.aSubscriber();
            String first = link(post(story, as(giver)));
            Response again = post(story, as(giver));
            assertEquals(first, link(again));
            again.then().body(containsString("9 of 10 stories"));
        }

        @Test
        void of_an_eleventh_story_is_told_when_there_are_ten_again() {
            Person giver = people.aSubscriber();
            List<Printed> stories = people.stories(11, AccessClass.PREMIUM);
            stories.subList(0, 10).forEach(story -> link(post(story, as(giver))));
            post(stories.get(10), as(giver))
                    .then()
                    .statusCode(200)
                    .body(
                            containsString("You have given 10 stories this month"),
                            containsString("You can give others from 1 "),
                            not(containsString("/gift/")));
        }

        @Test
        void learns_how_many_have_opened_it_and_never_who() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            Person giver = people.aSubscriber();
            String link = link(post(story, as(giver)));
            Person receiver = people.aReader();
            open(story, as(receiver).cookie("gift", follow(link).cookie("gift")));
            post(story, as(giver))
                    .then()
                    .body(containsString("1 have opened it so far"), not(containsString("reader.example")));
        }

        @Test
        void without_a_session_is_sent_to_log_in_and_back_to_the_story() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            post(story, given()).then().statusCode(303).header("Location", containsString("/login?to=%2Farticle%2F"));
        }

        @Test
        void who_may_not_read_it_gives_nothing_and_meets_the_wall() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            Person refunded = people.aSubscriber();
            people.refund(refunded);
            for (Person person : List.of(people.aReader(), people.anEditor(), refunded)) {
                Response answer = post(story, as(person));
                answer.then().statusCode(303).header("Location", containsString(story.path()));
                assertFalse(answer.asString().contains("/gift/"));
            }
        }

        @Test
        void gives_no_free_story_because_it_is_everybodys() {
            Printed story = people.aStory(AccessClass.FREE);
            post(story, as(people.aSubscriber()))
                    .then()
                    .statusCode(303)
                    .header("Location", containsString(story.path()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "126112599999", "x", "1 or 1=1", "../../account", "99999999999999999999"})
        void of_a_story_that_never_was_finds_nothing(String id) {
            as(people.aSubscriber())
                    .contentType(ContentType.URLENC)
                    .formParam("story", id)
                    .post("/gift")
                    .then()
                    .statusCode(404);
        }

        @Test
        void cannot_be_made_to_give_by_another_site() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            post(story, as(people.aSubscriber()).header("Sec-Fetch-Site", "cross-site"))
                    .then()
                    .statusCode(403);
            post(story, as(people.aSubscriber()).header("Origin", "https://evil.example"))
                    .then()
                    .statusCode(403);
        }

        @Test
        void never_meets_the_link_of_another_giver() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            String one = link(post(story, as(people.aSubscriber())));
            String other = link(post(story, as(people.aSubscriber())));
            assertFalse(one.equals(other));
        }

        @Test
        void who_reads_by_the_own_link_reads_by_the_own_right_and_takes_no_seat() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            Person giver = people.aSubscriber();
            String token = follow(link(post(story, as(giver)))).cookie("gift");
            open(story, as(giver).cookie("gift", token)).then().body(containsString(Given.GATED), containsString(GIVE));
            post(story, as(giver)).then().body(containsString("0 have opened it so far"));
        }

        @Test
        void whose_subscription_has_ended_reads_no_more_but_those_who_got_the_link_do() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            Person giver = people.aSubscriber();
            String token = follow(link(post(story, as(giver)))).cookie("gift");
            people.refund(giver);
            open(story, as(giver).cookie("gift", token)).then().body(not(containsString(Given.GATED)));
            open(story, given().cookie("gift", token)).then().body(containsString(Given.GATED));
        }
    }

    @Nested
    class A_receiver {

        @Test
        void is_sent_to_the_storys_own_address_with_a_cookie_that_no_script_reads() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            Response answer = follow(aLink(story));
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
            Response read = open(story, given().cookie("gift", aSeat(story)));
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
                    open(story, given().cookie("gift", aSeat(story))).header("ETag"),
                    open(story, given().cookie("gift", aSeat(story))).header("ETag"));
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
            String token = aSeat(story);
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
            String token = aSeat(people.aStory(AccessClass.PREMIUM));
            open(other, given().cookie("gift", token))
                    .then()
                    .body(not(containsString(Given.GATED)), not(containsString("gift link")));
        }

        @Test
        void of_a_killed_story_meets_its_notice() {
            Printed story = people.aStory(AccessClass.PREMIUM);
            String link = aLink(story);
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
            String token = aSeat(story);
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
            String link = aLink(story);
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
            String link = aLink(story);
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

    private String aLink(Printed story) {
        return link(post(story, as(people.aSubscriber())));
    }

    /** The token of a link of its own, as its cookie carries it. */
    private String aSeat(Printed story) {
        return follow(aLink(story)).cookie("gift");
    }

    private static Response open(Printed story, RequestSpecification reader) {
        return reader.redirects().follow(false).get(story.path());
    }

    private static Response post(Printed story, RequestSpecification giver) {
        return giver.redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("story", story.story().id)
                .post("/gift");
    }

    private static Response follow(String link) {
        return bare().get(link);
    }

    private static String link(Response page) {
        Matcher token = TOKEN.matcher(page.asString());
        assertTrue(token.find(), page.asString());
        return "/gift/" + token.group(1);
    }

    private static RequestSpecification bare() {
        return given().redirects().follow(false);
    }

    private static RequestSpecification as(Person person) {
        return given().cookie("session", person.session());
    }
}
