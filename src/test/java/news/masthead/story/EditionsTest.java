package news.masthead.story;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import news.masthead.SiteTest;
import news.masthead.given.DatabaseOutage;
import news.masthead.given.Given;
import news.masthead.jobs.Broadcast;
import org.junit.jupiter.api.Test;

@SiteTest
class EditionsTest {

    /** As {@link EditionRow} does it, on another node. */
    private static final String ELSEWHERE = """
            with next as (update edition set number = number + 1, withdrawn = number + 1 returning number, withdrawn)
            select pg_notify('masthead', 'edition ' || number || ' ' || withdrawn) from next""";

    private static final String CUT =
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'masthead ear ' || '%s'";

    @Inject
    Given given;

    @Inject
    Press press;

    @Inject
    Editions editions;

    @Inject
    Broadcast broadcast;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void a_change_is_known_before_its_verb_returns() {
        long before = editions.now();
        Given.Printed story = given.aStory(AccessClass.FREE);
        long published = editions.now();
        press.kill(story.story().id, "Withdrawn.", "a forgery", "Meera Joshi");

        assertTrue(published > before);
        assertTrue(editions.now() > published);
        assertFalse(editions.withdrewSince(editions.now()));
        assertTrue(editions.withdrewSince(published));
    }

    @Test
    void a_change_that_another_node_made_is_heard() throws Exception {
        await(() -> broadcast.hears());
        long before = editions.now();

        sql(ELSEWHERE);

        await(() -> editions.withdrewSince(before));
    }

    @Test
    void a_line_that_is_cut_is_taken_up_again_and_nothing_is_missed() throws Exception {
        await(() -> broadcast.hears());
        long before = editions.now();

        assertEquals(1, sql(CUT.formatted(broadcast.node())));
        sql(ELSEWHERE);

        await(() -> editions.withdrewSince(before));
        await(() -> broadcast.hears());
    }

    @Test
    void pages_in_memory_are_served_at_once_while_the_database_is_gone() throws Exception {
        Given.Printed story = given.aStory(AccessClass.FREE);
        get(story.path()).then().statusCode(200);
        get("/").then().statusCode(200);

        try (DatabaseOutage outage = DatabaseOutage.begin()) {
            long began = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                get(story.path()).then().statusCode(200).body(containsString(Given.GATED));
                get("/").then().statusCode(200).body(containsString(story.story().headline));
            }
            Duration twenty = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(twenty.compareTo(Duration.ofSeconds(10)) < 0, "20 pages took " + twenty);
        }
        await(() -> broadcast.hears());
    }

    @Test
    void a_database_that_was_restored_counts_from_an_older_edition_and_is_believed() throws Exception {
        await(() -> broadcast.hears());
        long before = editions.now();

        sql(
                "with older as (update edition set number = number - 1, withdrawn = withdrawn - 1 returning 1) select count(*) from older");
        sql(CUT.formatted(broadcast.node()));

        await(() -> editions.withdrewSince(before));
    }

    private static Response get(String path) {
        return RestAssured.given().get(path);
    }

    private long sql(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(statement)) {
            row.next();
            return row.getString(1).isEmpty() ? 0 : row.getLong(1);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "nothing came");
            Thread.sleep(20);
        }
    }
}
