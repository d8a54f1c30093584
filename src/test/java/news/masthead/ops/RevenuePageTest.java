package news.masthead.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.identity.Role;
import news.masthead.story.AccessClass;
import news.masthead.subscription.Funnel;
import news.masthead.web.Links;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The publisher's figures, as a page and as files. */
@SiteTest
class RevenuePageTest {

    @Inject
    Given people;

    @Inject
    Funnel funnel;

    private Person cashier;

    @BeforeEach
    void somebody_who_counts_the_money() {
        cashier = people.someone(Role.READER, Role.BILLING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscribers",
                "mrr",
                "churn",
                "recovery",
                "deferred",
                "funnel-sections",
                "funnel-stories",
                "payouts",
                "tax"
            })
    void every_sheet_is_a_file_whose_lines_have_as_many_fields_as_its_head(String sheet) {
        Response file = get(Links.opsRevenueFile(sheet));
        file.then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", containsString("filename=\"" + sheet + "-20"));
        String text = file.asString();
        assertTrue(text.endsWith("\r\n"));
        List<String> lines = List.of(text.split("\r\n"));
        int fields = fields(lines.getFirst());
        assertTrue(fields >= 3, text);
        lines.forEach(line -> assertEquals(fields, fields(line), line));
    }

    @Test
    void there_is_no_file_of_another_name() {
        get(Links.opsRevenueFile("readers")).then().statusCode(404);
    }

    @Test
    void shows_the_walls_of_a_story_and_does_not_say_how_few_bought() {
        Printed story = people.aStory(AccessClass.PREMIUM);
        for (int turn = 0; turn < 7; turn++) {
            given().get(story.path());
        }
        // The sheet has the stories that met the most walls, and other tests share the database
        for (int turn = 0; turn < 100_000; turn++) {
            funnel.wall(story.story().section, story.story().id);
        }
        funnel.flush();
        funnel.checkout(Optional.of(story.story().id));
        funnel.paid(Optional.of(story.story().id));
        String line = line(get(Links.opsRevenueFile("funnel-stories")), story.story().headline);
        assertEquals(story.story().headline + ",100007,0,<5,<5", line);
    }

    @Test
    void keeps_the_page_to_itself() {
        get(Links.OPS_REVENUE)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body(containsString("Monthly recurring revenue"), containsString("Deferred revenue"));
    }

    private Response get(String path) {
        return given().cookie("session", cashier.session()).get(path);
    }

    private static String line(Response file, String start) {
        return file.asString()
                .lines()
                .filter(one -> one.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /** Outside quotes. */
    private static int fields(String line) {
        return line.replaceAll("\"[^\"]*\"", "").split(",", -1).length;
    }
}
