package news.masthead.site;

import static io.restassured.RestAssured.given;
import static news.masthead.site.GiftSteps.GIVE;
import static news.masthead.site.GiftSteps.KEPT_BY_NOBODY;
import static news.masthead.site.GiftSteps.as;
import static news.masthead.site.GiftSteps.follow;
import static news.masthead.site.GiftSteps.link;
import static news.masthead.site.GiftSteps.open;
import static news.masthead.site.GiftSteps.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.story.AccessClass;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories given away, as givers meet it. */
@SiteTest
class GiftGivingTest {

    @Inject
    Given people;

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
}
