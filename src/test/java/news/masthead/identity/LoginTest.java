package news.masthead.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log-in as the site sees it; the journey logs in through the real identity provider. */
@SiteTest
class LoginTest {

    @Inject
    Given given;

    @Inject
    Sessions sessions;

    @Test
    void while_the_identity_provider_is_away_the_page_says_so_and_comes_back_by_itself() {
        given().get("/login?to=/account")
                .then()
                .statusCode(503)
                .header("Refresh", "3")
                .body(containsString("Log-in is starting"), containsString("/login?to=%2Faccount"));
    }

    @Test
    void who_is_logged_in_already_goes_straight_back() {
        given().cookie("session", given.aReader().session())
                .redirects()
                .follow(false)
                .get("/login?to=/section/markets")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/section/markets"));
    }

    @Test
    void nobody_is_sent_to_another_site() {
        given().cookie("session", given.aReader().session())
                .redirects()
                .follow(false)
                .get("/login?to=//evil.example/")
                .then()
                .statusCode(303)
                .header("Location", endsWith(":" + RestAssured.port + "/"));
    }

    @Test
    void an_account_page_asks_for_a_log_in_and_comes_back() {
        given().redirects()
                .follow(false)
                .get("/account")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/login?to=%2Faccount"));
    }

    @Test
    void a_session_ends_at_once_for_whoever_holds_its_cookie() {
        Person reader = given.aReader();
        given().cookie("session", reader.session())
                .get("/account")
                .then()
                .statusCode(200)
                .body(containsString("Asha Rao"));
        given().cookie("session", reader.session())
                .redirects()
                .follow(false)
                .post("/logout")
                .then()
                .statusCode(303)
                .header("Clear-Site-Data", "\"cache\"");
        assertTrue(sessions.reader(reader.session()).isEmpty());
        given().cookie("session", reader.session())
                .redirects()
                .follow(false)
                .get("/account")
                .then()
                .statusCode(302);
    }

    @Test
    void following_a_link_logs_nobody_out() {
        Person reader = given.aReader();
        given().cookie("session", reader.session()).get("/logout").then().statusCode(200);
        assertTrue(sessions.reader(reader.session()).isPresent());
    }

    @Test
    void another_site_cannot_log_a_reader_out() {
        Person reader = given.aReader();
        given().cookie("session", reader.session())
                .header("Sec-Fetch-Site", "cross-site")
                .post("/logout")
                .then()
                .statusCode(403);
        given().cookie("session", reader.session())
                .header("Origin", "https://evil.example")
                .post("/logout")
                .then()
                .statusCode(403);
        assertTrue(sessions.reader(reader.session()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "%00",
                "null",
                "'; drop table session; --"
            })
    void a_cookie_that_opens_no_session_is_no_error(String garbage) {
        given().header("Cookie", "session=" + garbage + "; q_session=" + garbage)
                .get("/")
                .then()
                .statusCode(200);
        given().header("Cookie", "session=" + garbage)
                .redirects()
                .follow(false)
                .get("/account")
                .then()
                .statusCode(302);
    }

    @Test
    void the_session_cookie_is_stored_nowhere_as_it_is() {
        Person reader = given.aReader();
        assertEquals(43, reader.session().length());
        assertTrue(sessions.reader(reader.session()).isPresent());
        assertTrue(sessions.reader(reader.session().substring(1) + "A").isEmpty());
    }
}
