package news.masthead.desk;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import news.masthead.LocalServices;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.GivenAgency;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.given.Together;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.web.Links;
import news.masthead.wire.Agency;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class ToolStoriesTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    GivenAgency agencies;

    @Inject
    Archive archive;

    @Nested
    class A_new_story {

        @Test
        void is_in_the_paper_at_the_address_that_is_answered() {
            Map<String, Object> story = aStory();

            Response answer = tool().body(story).post(Links.API_STORIES);

            answer.then()
                    .statusCode(201)
                    .header("Location", equalTo(answer.path("url")))
                    .header("ETag", "\"1\"")
                    .body("version", equalTo(1), "url", endsWith(answer.<String>path("path")));
            String page = subscriber(answer.path("path"));
            assertTrue(page.contains((String) story.get("headline")) && page.contains("behind the wall"), page);
        }

        @Test
        void is_cut_where_the_wall_stands_as_on_the_desk() {
            Map<String, Object> story = aStory();
            story.put("access", "premium");
            String path = publish(story).path("path");

            given().get(path)
                    .then()
                    .statusCode(200)
                    .body(containsString("The second paragraph"), not(containsString("behind the wall")));
        }

        @Test
        void is_cleaned_of_what_no_page_may_hold() {
            Map<String, Object> story = aStory();
            story.put("body", "<p onclick=\"x()\">One.<script>alert(1)</script></p><p>Two.</p><p>Three.</p>");

            String page = subscriber(publish(story).path("path"));

            assertTrue(!page.contains("onclick") && !page.contains("alert(1)"), page);
        }

        @Test
        void with_two_paragraphs_keeps_one_of_them_behind_the_wall() {
            Map<String, Object> story = aStory();
            story.put("body", "<p>In front.</p><p>Behind it.</p>");

            Story published = story(publish(story));

            assertEquals("<p>In front.</p>", published.opening);
        }

        @Test
        void of_the_archive_is_dated_then() {
            Map<String, Object> story = aStory();
            story.put("firstPublished", "1999-03-02");

            assertTrue(story(publish(story)).id / 100_000 == 1_990_302, "its id says the day");
        }
    }

    @Nested
    class An_agencys_words {

        @Test
        void carry_its_credit_and_its_disclaimer() {
            Map<String, Object> story = aStory();
            story.put("source", "ians");

            String page = subscriber(publish(story).path("path"));

            assertTrue(page.contains("IANS"), page);
            assertTrue(
                    page.contains(
                            "Disclaimer: No The Masthead Times Journalist was involved in creation of this content"),
                    page);
        }

        @Test
        void keep_them_when_they_are_replaced_and_cannot_be_taken_for_the_papers_own() {
            Map<String, Object> story = aStory();
            story.put("source", "ians");
            Response published = publish(story);
            story.put("headline", "Replaced " + UUID.randomUUID());

            tool().body(story).put(at(published)).then().statusCode(200);
            assertTrue(subscriber(published.path("path")).contains("Disclaimer: No"));
            story.put("source", "");
            refused(tool().body(story).put(at(published)), 422, "\"ians\"");
        }

        @Test
        void are_refused_where_its_contract_does_not_let_the_site_show_them() {
            Agency agency = agencies.with(GivenAgency.rights(false, Optional.empty()));
            Map<String, Object> story = aStory();
            story.put("source", agency.id());

            refused(tool().body(story).post(Links.API_STORIES), 422, "contract");
        }

        @Test
        void that_came_by_its_wire_are_credited_by_what_was_done_to_them() {
            GivenItem item = anItem();
            long id = wire.published(item);
            Map<String, Object> story = aStory();
            story.put("source", item.source());

            tool().body(story).put(Links.API_STORIES + "/" + id).then().statusCode(200);

            assertEquals(
                    "With inputs from Meridian Wire",
                    archive.story(id).orElseThrow().provenance().orElseThrow().creditLine());
        }
    }

    @Nested
    class A_replacement {

        @Test
        void stands_in_the_paper_with_its_correction() {
            Response published = publish(aStory());
            Map<String, Object> story = aStory();
            story.put("note", "The harbour was misnamed.");

            tool().body(story)
                    .put(at(published))
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("version", equalTo(2));

            String page = subscriber(published.path("path"));
            assertTrue(page.contains((String) story.get("headline")), page);
            assertTrue(page.contains("The harbour was misnamed."), page);
        }

        @Test
        void of_another_version_than_the_tool_has_seen_changes_nothing() {
            Response published = publish(aStory());
            tool().header("If-Match", "\"1\"")
                    .body(aStory())
                    .put(at(published))
                    .then()
                    .statusCode(200);

            refused(tool().header("If-Match", "\"1\"").body(aStory()).put(at(published)), 412, "version 2");
            refused(tool().header("If-Match", "W/\"2\"").body(aStory()).put(at(published)), 412, "version 2");

            assertEquals(2, story(published).version);
            tool().header("If-Match", "\"7\", \"2\"")
                    .body(aStory())
                    .put(at(published))
                    .then()
                    .statusCode(200);
        }

        @Test
        void of_one_version_is_made_by_one_of_many_at_a_time() throws Exception {
            Response published = publish(aStory());
            ConcurrentLinkedQueue<Integer> said = new ConcurrentLinkedQueue<>();

            Together.of(
                    8,
                    () -> said.add(tool().header("If-Match", "\"1\"")
                            .body(aStory())
                            .put(at(published))
                            .statusCode()));

            assertEquals(1, said.stream().filter(status -> status == 200).count(), said.toString());
            assertEquals(7, said.stream().filter(status -> status == 412).count(), said.toString());
            assertEquals(2, story(published).version);
        }

        @Test
        void of_nothing_is_not_found_and_of_a_killed_story_is_refused() {
            refused(tool().body(aStory()).put(Links.API_STORIES + "/101010100000"), 404, "no story");
            Response published = publish(aStory());
            tool().delete(at(published)).then().statusCode(204);

            refused(tool().body(aStory()).put(at(published)), 409, "killed");
        }
    }

    @Nested
    class A_kill {

        @Test
        void leaves_its_notice_and_does_nothing_twice() {
            Response published = publish(aStory());

            tool().body(Map.of("notice", "Taken back."))
                    .delete(at(published))
                    .then()
                    .statusCode(204);
            tool().queryParam("notice", "Another.").delete(at(published)).then().statusCode(204);

            given().get((String) published.path("path")).then().statusCode(410).body(containsString("Taken back."));
            assertEquals(2, archive.versionsOf(id(published)).size());
        }

        @Test
        void takes_its_notice_from_the_address_too() {
            Response published = publish(aStory());

            tool().queryParam("notice", "By address.")
                    .delete(at(published))
                    .then()
                    .statusCode(204);

            given().get((String) published.path("path")).then().statusCode(410).body(containsString("By address."));
        }

        @Test
        void of_nothing_is_not_found() {
            refused(tool().delete(Links.API_STORIES + "/101010100000"), 404, "no story");
        }
    }

    @Nested
    class A_request_that_is_sent_again {

        @Test
        void gets_the_same_answer_and_makes_one_story() throws Exception {
            Map<String, Object> story = aStory();
            String key = UUID.randomUUID().toString();
            Set<String> said = new HashSet<>();
            ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();

            Together.of(
                    8,
                    () -> answers.add(tool().header("Idempotency-Key", key)
                            .body(story)
                            .post(Links.API_STORIES)
                            .then()
                            .statusCode(201)
                            .extract()
                            .asString()));

            said.addAll(answers);
            assertEquals(1, said.size(), said.toString());
            long made = archive.newest(200).stream()
                    .filter(one -> one.headline.equals(story.get("headline")))
                    .count();
            assertEquals(1, made);
        }

        @Test
        void with_other_words_is_refused() {
            String key = UUID.randomUUID().toString();
            tool().header("Idempotency-Key", key)
                    .body(aStory())
                    .post(Links.API_STORIES)
                    .then()
                    .statusCode(201);

            refused(
                    tool().header("Idempotency-Key", key).body(aStory()).post(Links.API_STORIES),
                    422,
                    "another request");
        }

        @Test
        void may_be_mended_after_it_was_refused() {
            Map<String, Object> story = aStory();
            String key = UUID.randomUUID().toString();
            story.put("topics", List.of("no-such-topic"));
            refused(tool().header("Idempotency-Key", key).body(story).post(Links.API_STORIES), 422, "no-such-topic");
            story.remove("topics");

            tool().header("Idempotency-Key", key)
                    .body(story)
                    .post(Links.API_STORIES)
                    .then()
                    .statusCode(201);
        }

        @Test
        void replaces_once() {
            Response published = publish(aStory());
            Map<String, Object> story = aStory();
            for (int i = 0; i < 2; i++) {
                tool().header("Idempotency-Key", "replace-" + id(published))
                        .header("If-Match", "\"1\"")
                        .body(story)
                        .put(at(published))
                        .then()
                        .statusCode(200)
                        .body("version", equalTo(2));
            }
        }
    }

    @Nested
    class What_cannot_be_read {

        @Test
        void is_told_field_by_field_and_changes_nothing() {
            Map<String, Object> story = new HashMap<>(Map.of(
                    "headline", " ",
                    "section", "astrology",
                    "access", "secret",
                    "body", 7,
                    "source", "nobody",
                    "freeParagraphs", "two",
                    "topics", "rail",
                    "premium", true));

            refused(tool().body(story).post(Links.API_STORIES), 422, "headline: ")
                    .body(
                            "errors.field",
                            hasItems(
                                    "headline",
                                    "section",
                                    "access",
                                    "body",
                                    "source",
                                    "freeParagraphs",
                                    "topics",
                                    "premium"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        headline | {"headline": "a\\u0000b", "section": "markets", "access": "free", "body": "<p>x</p>"}
                        teaser   | {"headline": "a", "teaser": "\\ud800", "section": "markets", "access": "free", "body": "<p>x</p>"}
                        teaser   | {"headline": "a", "teaser": {}, "section": "markets", "access": "free", "body": "<p>x</p>"}
                        authors  | {"headline": "a", "authors": [1], "section": "markets", "access": "free", "body": "<p>x</p>"}
                        note     | {"headline": "a", "note": "x", "section": "markets", "access": "free", "body": "<p>x</p>"}
                        freeParagraphs | {"headline": "a", "freeParagraphs": 1.5, "section": "markets", "access": "free", "body": "<p>x</p>"}
                        firstPublished | {"headline": "a", "firstPublished": "2999-01-01", "section": "markets", "access": "free", "body": "<p>x</p>"}
                        """)
        void names_its_field(String field, String json) {
            refused(tool().body(json).post(Links.API_STORIES), 422, field).body("errors.field", hasItem(field));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "null", "{", "{\"a\":1,\"a\":2}", "{} {}", "headline=x", "\u0000"})
        void is_no_json_object(String body) {
            refused(tool().body(body).post(Links.API_STORIES), 400, "no JSON object");
        }

        @Test
        void is_too_long_or_too_large() {
            Map<String, Object> story = aStory();
            story.put("headline", "x".repeat(201));
            refused(tool().body(story).post(Links.API_STORIES), 422, "longer than 200");
            story.put("body", "x".repeat(1024 * 1024));
            refused(tool().body(story).post(Links.API_STORIES), 413, "1 MB");
        }

        @Test
        void is_of_another_type() {
            given().header("Authorization", "Bearer " + LocalServices.EDITOR_API_TOKEN)
                    .contentType("text/plain")
                    .body("{}")
                    .post(Links.API_STORIES)
                    .then()
                    .statusCode(415);
        }

        @Test
        void has_words_behind_the_wall_only_where_there_is_a_wall() {
            Map<String, Object> story = aStory();
            story.put("body", "<p>One.</p>");
            refused(tool().body(story).post(Links.API_STORIES), 422, "behind the wall");
        }
    }

    @Nested
    class Whoever_has_no_token {

        @ParameterizedTest
        @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer wrong", "Basic eDp5", LocalServices.EDITOR_API_TOKEN})
        void is_refused_before_anything_is_read(String authorization) {
            String published = at(publish(aStory()));
            for (String method : List.of("POST", "PUT", "DELETE")) {
                given().header("Authorization", authorization)
                        .contentType("application/json")
                        .body("{")
                        .request(method, method.equals("POST") ? Links.API_STORIES : published)
                        .then()
                        .statusCode(401)
                        .contentType(PROBLEM)
                        .header("WWW-Authenticate", "Bearer");
            }
        }

        @Test
        void comes_in_by_no_session_of_staff() {
            given().cookie("session", people.someone("editor", "chief", "admin").session())
                    .contentType("application/json")
                    .body(aStory())
                    .post(Links.API_STORIES)
                    .then()
                    .statusCode(401);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  "})
        void is_everybody_where_none_is_set(String token) {
            assertTrue(!ToolToken.proves(Optional.of(token), "Bearer " + token));
            assertTrue(!ToolToken.proves(Optional.empty(), "Bearer " + token));
            assertTrue(!ToolToken.proves(Optional.empty(), null));
        }
    }

    @Nested
    class No_word {

        @ParameterizedTest
        @ValueSource(strings = {"GET", "HEAD", "PATCH"})
        void comes_out(String method) {
            String path = at(publish(aStory()));
            for (String address : List.of(Links.API_STORIES, path)) {
                tool().request(method, address).then().statusCode(405).body(not(containsString("paragraph")));
            }
        }

        @Test
        void of_a_story_stands_in_an_answer() {
            Map<String, Object> story = aStory();
            story.put("access", AccessClass.PREMIUM.name());
            publish(story).then().body(not(containsString("behind the wall")));
        }
    }

    private static ValidatableResponse refused(Response answer, int status, String sentence) {
        return answer.then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("status", equalTo(status), "detail", containsString(sentence));
    }

    private Response publish(Map<String, Object> story) {
        return tool().body(story)
                .post(Links.API_STORIES)
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .extract()
                .response();
    }

    private Story story(Response published) {
        return archive.story(id(published)).orElseThrow();
    }

    private static long id(Response published) {
        return published.jsonPath().getLong("id");
    }

    private static String at(Response published) {
        return Links.API_STORIES + "/" + id(published);
    }

    private String subscriber(String path) {
        return given().cookie("session", people.aSubscriber().session())
                .get(path)
                .asString();
    }

    private static RequestSpecification tool() {
        return given().header("Authorization", "Bearer " + LocalServices.EDITOR_API_TOKEN)
                .contentType("application/json");
    }

    private static Map<String, Object> aStory() {
        return new HashMap<>(Map.of(
                "headline", "Brought by a tool " + UUID.randomUUID(),
                "section", "economy",
                "access", "metered",
                "teaser", "A teaser.",
                "body",
                        "<p>The first paragraph.</p><p>The second paragraph.</p><p>The third stands behind the wall.</p>",
                "source", ""));
    }
}
