package news.masthead.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;

/** The steps of giving and receiving a story, over HTTP. */
@ApplicationScoped
class GiftSteps {

    static final String GIVE = "Give this story";
    static final String GIVEN = "A subscriber gave you this story. It costs none of your free articles.";
    static final String KEPT_BY_NOBODY = "private, no-store";

    private static final Pattern TOKEN = Pattern.compile("/gift/([A-Za-z0-9_-]{96})\"");

    @Inject
    Given people;

    /** A link of a giver of its own. */
    String aLink(Printed story) {
        return link(post(story, as(people.aSubscriber())));
    }

    /** Its token, as its cookie carries it. */
    String aToken(Printed story) {
        return follow(aLink(story)).cookie("gift");
    }

    static Response open(Printed story, RequestSpecification reader) {
        return reader.redirects().follow(false).get(story.path());
    }

    static Response post(Printed story, RequestSpecification giver) {
        return giver.redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("story", story.story().id)
                .post("/gift");
    }

    static Response follow(String link) {
        return bare().get(link);
    }

    static String link(Response page) {
        Matcher token = TOKEN.matcher(page.asString());
        assertTrue(token.find(), page.asString());
        return "/gift/" + token.group(1);
    }

    static RequestSpecification bare() {
        return given().redirects().follow(false);
    }

    static RequestSpecification as(Person person) {
        return given().cookie("session", person.session());
    }
}
