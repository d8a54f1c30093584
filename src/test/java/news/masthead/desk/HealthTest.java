package news.masthead.desk;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.GivenWire;
import news.masthead.wire.Transports;
import org.junit.jupiter.api.Test;

@SiteTest
class HealthTest {

    private static final String SILENT = "cpa";

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    Transports transports;

    @Inject
    Silences silences;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Test
    void counts_where_the_items_of_the_last_day_ended() {
        wire.arrives(anItem());
        long before = accepted();

        wire.arrives(anItem());

        assertEquals(before + 1, accepted());
    }

    @Test
    void says_how_the_transports_fare() {
        Transports.Line line = new Transports.Line(Transports.Kind.FEED, "meridian", "https://feed.example/world");
        transports.failed(line, "The server says 503.");

        editor().get("/desk/health")
                .then()
                .statusCode(200)
                .body(containsString("https://feed.example/world"), containsString("The server says 503."));
    }

    @Test
    void of_a_silent_agency_stands_above_every_page() throws InterruptedException {
        falls_silent();
        try {
            String alert = "Coastal Press Agency has been silent for 3 h";
            for (int i = 0; i < 100 && !editor().get("/desk/stories").asString().contains(alert); i++) {
                Thread.sleep(100);
            }

            for (String page : new String[] {"/desk", "/desk/arrivals", "/desk/stories", "/desk/health"}) {
                editor().get(page).then().body(containsString(alert));
            }
        } finally {
            speaks_again();
        }
    }

    @Test
    void says_spans_as_people_do() {
        assertEquals("1 min", silences.words(Duration.ofSeconds(20)));
        assertEquals("90 min", silences.words(Duration.ofMinutes(90)));
        assertEquals("3 h", silences.words(Duration.ofMinutes(185)));
        assertEquals("4 days", silences.words(Duration.ofHours(100)));
    }

    @Test
    void is_for_staff_only() {
        given().redirects()
                .follow(false)
                .get("/desk/health")
                .then()
                .statusCode(302)
                .header("Location", startsWith("/login"));
        given().cookie("session", people.aReader().session())
                .get("/desk/health")
                .then()
                .statusCode(403);
    }

    private long accepted() {
        Matcher count = Pattern.compile("agency=meridian\"><strong>([\\d,]+)</strong> Accepted")
                .matcher(editor().get("/desk/health").asString());
        assertTrue(count.find());
        return Long.parseLong(count.group(1).replace(",", ""));
    }

    @Transactional
    void falls_silent() {
        entities.createNativeQuery("""
                        insert into wire_silence (source, last_arrival, alarm_after_seconds, raised_at)
                        values (:source, :last, 1200, :now) on conflict do nothing""")
                .setParameter("source", SILENT)
                .setParameter("last", clock.instant().minus(Duration.ofMinutes(200)))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    void speaks_again() {
        entities.createNativeQuery("delete from wire_silence where source = :source")
                .setParameter("source", SILENT)
                .executeUpdate();
    }

    private RequestSpecification editor() {
        return given().cookie("session", people.anEditor().session());
    }
}
