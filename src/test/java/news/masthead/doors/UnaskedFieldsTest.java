package news.masthead.doors;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.identity.Reader;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.subscription.Subscriptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No field that a form did not ask for says what its sender may not decide. */
@SiteTest
class UnaskedFieldsTest {

    @Inject
    Given people;

    @Inject
    Archive archive;

    @Inject
    Sessions sessions;

    @Inject
    Subscriptions subscriptions;

    private final Map<String, String> wishes = Map.of(
            "role", "admin",
            "roles", "admin",
            "premium", "true",
            "entitled", "true",
            "price", "1",
            "rupees", "1",
            "account", "1",
            "status", "active");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/subscribe",
                "/account/plan/cancellation",
                "/account/plan/resumption",
                "/account/devices/others/end",
                "/gift"
            })
    void gives_a_reader_nothing(String door) {
        Person reader = people.aReader();
        Printed premium = people.aStory(AccessClass.PREMIUM);

        as(reader).queryParams(wishes).formParams(wishes).post(door);

        Reader.Registered after = sessions.reader(reader.session()).orElseThrow();
        assertEquals(Set.of(Role.READER), after.roles());
        assertTrue(subscriptions.liveOf(reader.account()).isEmpty());
        as(reader).get("/desk").then().statusCode(403);
        as(reader).get(premium.path()).then().body(not(containsString(Given.GATED)));
    }

    @Test
    void changes_no_story_beyond_its_form() {
        Story before = people.aStory(AccessClass.PREMIUM).story();

        as(people.anEditor())
                .formParams(correction(before))
                .formParams(Map.of(
                        "id", "1",
                        "slug", "another",
                        "publishedAt", "1999-01-01",
                        "firstPublished", "1999-01-01",
                        "author", "nobody",
                        "source", "ians",
                        "creditLine", "None",
                        "disclaimer", "None",
                        "opening", "<p>Mine</p>",
                        "killedAt", "1999-01-01"))
                .post("/desk/stories/" + before.id + "/correction")
                .then()
                .statusCode(303);

        Story after = archive.story(before.id).orElseThrow();
        assertEquals(before.slug, after.slug);
        assertEquals(before.publishedAt, after.publishedAt);
        assertEquals(before.authors, after.authors);
        assertEquals(before.provenance(), after.provenance());
        assertFalse(after.opening.contains("Mine"));
        assertTrue(after.isPublished());
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
