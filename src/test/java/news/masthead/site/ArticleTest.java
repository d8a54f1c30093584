package news.masthead.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.story.AccessClass;
import news.masthead.story.Press;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class ArticleTest {

    @Inject
    Given given;

    @Inject
    Press press;

    @Nested
    class An_anonymous_reader {

        @Test
        void reads_three_metered_stories_and_meets_the_wall_at_the_fourth() {
            List<Printed> stories = given.stories(4, AccessClass.METERED);
            Response first = get(stories.get(0).path(), null);
            first.then().statusCode(200).body(containsString(Given.GATED), containsString("2 of 3 free articles left"));
            String reader = first.cookie("reader");
            get(stories.get(1).path(), reader).then().body(containsString("1 of 3 free articles left"));
            get(stories.get(2).path(), reader).then().body(containsString("0 of 3 free articles left"));
            get(stories.get(3).path(), reader)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "private, no-cache")
                    .body(
                            not(containsString(Given.GATED)),
                            containsString("You've reached your limit of 3 free articles this month."));
        }

        @Test
        void reads_a_spent_story_again_for_nothing() {
            List<Printed> stories = given.stories(4, AccessClass.METERED);
            String reader = get(stories.get(0).path(), null).cookie("reader");
            IntStream.range(0, 5)
                    .forEach(time -> get(stories.get(0).path(), reader)
                            .then()
                            .body(containsString(Given.GATED), containsString("2 of 3 free articles left")));
            get(stories.get(1).path(), reader);
            get(stories.get(2).path(), reader);
            get(stories.get(3).path(), reader).then().body(not(containsString(Given.GATED)));
            get(stories.get(0).path(), reader).then().body(containsString(Given.GATED));
        }

        @Test
        void reads_free_stories_without_a_cookie_and_without_a_count() {
            Printed story = given.aStory(AccessClass.FREE);
            get(story.path(), null)
                    .then()
                    .statusCode(200)
                    .header("Set-Cookie", nullValue())
                    .body(containsString(Given.GATED), not(containsString("free articles left")));
        }

        @Test
        void never_reads_a_premium_story_and_spends_nothing_on_it() {
            Printed premium = given.aStory(AccessClass.PREMIUM);
            get(premium.path(), null)
                    .then()
                    .statusCode(200)
                    .header("Set-Cookie", nullValue())
                    .body(
                            not(containsString(Given.GATED)),
                            containsString("Subscribe to read the full story →"),
                            containsString("₹2,700"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "x",
                    "null",
                    "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "../../etc/passwd",
                    "%00%ff",
                    "\"quoted\"",
                    "AAAAAAAAAAAAAAAAAAAAAA"
                })
        void with_a_cookie_that_is_not_ours_is_a_new_reader(String garbage) {
            Printed story = given.aStory(AccessClass.METERED);
            given().header("Cookie", "reader=" + garbage + "; session=" + garbage)
                    .get(story.path())
                    .then()
                    .statusCode(200)
                    .body(containsString("2 of 3 free articles left"));
        }
    }

    @Nested
    class A_registered_reader {

        @Test
        void reads_five_metered_stories_and_meets_the_wall_at_the_sixth() {
            List<Printed> stories = given.stories(6, AccessClass.METERED);
            Person reader = given.aReader();
            stories.subList(0, 5).forEach(story -> as(reader, story).then().body(containsString(Given.GATED)));
            as(reader, stories.get(5))
                    .then()
                    .body(
                            not(containsString(Given.GATED)),
                            containsString("You've reached your limit of 5 free articles this month."));
        }

        @Test
        void never_reads_a_premium_story() {
            as(given.aReader(), given.aStory(AccessClass.PREMIUM)).then().body(not(containsString(Given.GATED)));
        }
    }

    @Nested
    class A_subscriber {

        @Test
        void reads_everything_uncounted_and_leaves_it_in_no_cache() {
            Person subscriber = given.aSubscriber();
            for (AccessClass access : AccessClass.values()) {
                as(subscriber, given.aStory(access))
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", access == AccessClass.FREE ? "private, no-cache" : "private, no-store")
                        .body(containsString(Given.GATED), not(containsString("free articles left")));
            }
        }

        @Test
        void meets_the_wall_at_the_very_next_page_once_all_is_given_back() {
            Person subscriber = given.aSubscriber();
            Printed premium = given.aStory(AccessClass.PREMIUM);
            as(subscriber, premium).then().body(containsString(Given.GATED));

            given.refund(subscriber);

            as(subscriber, premium)
                    .then()
                    .statusCode(200)
                    .body(not(containsString(Given.GATED)), containsString("This story is for subscribers."));
        }
    }

    @Nested
    class A_machine {

        @ParameterizedTest
        @CsvSource({
            "User-Agent, Mozilla/5.0 (compatible; Googlebot/2.1)",
            "User-Agent, facebookexternalhit/1.1",
            "Sec-Fetch-Dest, image"
        })
        void gets_the_wall_and_spends_nothing(String header, String value) {
            Printed story = given.aStory(AccessClass.METERED);
            given().header(header, value)
                    .get(story.path())
                    .then()
                    .statusCode(200)
                    .header("Set-Cookie", nullValue())
                    .body(not(containsString(Given.GATED)));
        }

        @ParameterizedTest
        @CsvSource({"Sec-Purpose, prefetch", "Sec-Purpose, prefetch;prerender", "Purpose, prefetch", "X-Moz, prefetch"})
        void that_looks_ahead_is_asked_to_come_back_on_the_click(String header, String value) {
            Printed story = given.aStory(AccessClass.METERED);
            given().header(header, value)
                    .get(story.path())
                    .then()
                    .statusCode(503)
                    .header("Set-Cookie", nullValue())
                    .body(equalTo(""));
        }

        @Test
        void that_only_asks_for_the_head_spends_nothing() {
            Printed story = given.aStory(AccessClass.METERED);
            given().head(story.path()).then().statusCode(200).header("Set-Cookie", nullValue());
        }
    }

    @Test
    void a_hundred_tabs_at_once_never_get_more_than_the_limit() throws Exception {
        List<Printed> stories = given.stories(100, AccessClass.METERED);
        String reader = get(stories.get(0).path(), null).cookie("reader");
        List<Response> answers;
        try (var tabs = Executors.newFixedThreadPool(50)) {
            answers = tabs
                    .invokeAll(stories.stream()
                            .map(story -> (Callable<Response>) () -> get(story.path(), reader))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertTrue(answers.stream().allMatch(answer -> answer.statusCode() == 200));
        assertEquals(
                3,
                answers.stream()
                        .filter(answer -> answer.asString().contains(Given.GATED))
                        .count());
    }

    @Test
    void a_killed_story_leaves_a_notice_and_not_a_word() {
        Printed story = given.aStory(AccessClass.FREE);
        get(story.path(), null).then().statusCode(200);
        press.kill(story.story().id, "This story has been withdrawn.", "the source was forged", "Meera Joshi");
        get(story.path(), null)
                .then()
                .statusCode(410)
                .body(
                        containsString("This story has been withdrawn."),
                        not(containsString(Given.GATED)),
                        not(containsString("forty ships")),
                        not(containsString(story.story().headline)));
        given().get("/").then().body(not(containsString(story.story().headline)));
        given().get("/section/markets").then().body(not(containsString(story.story().headline)));
    }

    @Test
    void a_correction_stands_with_its_note() {
        Printed story = given.aStory(AccessClass.FREE);
        press.correct(
                story.story().id,
                Given.copy("Harbour cranes move again", AccessClass.FREE, Optional.empty()),
                Optional.of("An earlier version gave the number of ships as forty-one."),
                "Meera Joshi");
        get(story.path(), null)
                .then()
                .statusCode(200)
                .body(containsString("Harbour cranes move again"), containsString("the number of ships as forty-one"));
    }

    @Test
    void an_old_or_misspelt_address_moves_for_good_to_the_true_one() {
        Printed story = given.aStory(AccessClass.FREE);
        String wrong = story.path().replace("/markets/harbour", "/economy/arbour");
        given().redirects().follow(false).get(wrong).then().statusCode(301).header("Location", endsWith(story.path()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/article/markets/x-126112499999_1.html",
                "/article/markets/x-1_1.html",
                "/article/markets/",
                "/article/markets/x.json"
            })
    void an_address_that_never_was_is_not_found(String path) {
        given().get(path).then().statusCode(404).body(containsString("There is nothing at this address"));
    }

    @Test
    void the_bytes_of_a_wall_are_known_again() {
        Printed story = given.aStory(AccessClass.PREMIUM);
        String etag = get(story.path(), null).header("ETag");
        given().header("If-None-Match", etag).get(story.path()).then().statusCode(304);
    }

    private static Response get(String path, String reader) {
        var request = given();
        return (reader == null ? request : request.cookie("reader", reader)).get(path);
    }

    private static Response as(Person person, Printed story) {
        return given().cookie("session", person.session()).get(story.path());
    }
}
