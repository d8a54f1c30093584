package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import news.masthead.billing.twin.StripeTwin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnTheTwin.class)
class PlansPageTest {

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @AfterEach
    void mend() {
        line.mend();
    }

    @Test
    void the_plans_are_set_out_for_everybody() {
        given().get("/subscribe")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Smart Quarterly"),
                        containsString("₹900"),
                        containsString("₹300 a month"),
                        containsString("Smart Essential"),
                        containsString("₹2,700"),
                        containsString("₹225 a month"),
                        containsString("Super Saver"),
                        containsString("₹3,900"),
                        containsString("₹162 a month"),
                        containsString("Renews automatically, cancel anytime."),
                        containsString("Premium stories")))
                .body(not(containsString("e-paper")));
    }

    @Test
    void an_anonymous_reader_is_offered_to_log_in_and_come_back_to_the_chosen_plan() {
        given().queryParam("to", "/article/markets/a-1261124000001_1.html")
                .get("/subscribe")
                .then()
                .body(
                        containsString(
                                "/login?to=%2Fsubscribe%2Fquote%3Fplan%3Dquarterly%26to%3D%252Farticle%252Fmarkets%252Fa-1261124000001_1.html"))
                .body(not(containsString("method=\"post\"")));
    }

    @Test
    void the_quote_may_send_its_form_to_the_payment_page_and_nowhere_else_off_the_site() {
        Response plans = till.aReader().quotePage("quarterly");
        assertEquals(1, plans.headers().getList("Content-Security-Policy").size());
        assertEquals(
                given().get("/")
                        .header("Content-Security-Policy")
                        .replace("form-action 'self'", "form-action 'self' " + twin.url()),
                plans.header("Content-Security-Policy"));
    }

    @Test
    void while_stripe_is_silent_the_plans_stand_and_nothing_is_sold() {
        line.cut();
        Till.Buyer reader = till.aReader();
        reader.browser().get("/subscribe").then().statusCode(200);
        reader.subscribe("quarterly")
                .then()
                .statusCode(503)
                .body(containsString("Our payment partner does not answer right now. Nothing was charged"));
        line.mend();
        reader.subscribe("quarterly").then().statusCode(303);
    }

    @Test
    void to_buy_one_logs_in_first() {
        given().formParam("plan", "quarterly")
                .formParam("to", "/article/markets/a-1261124000001_1.html")
                .post("/subscribe")
                .then()
                .statusCode(403)
                .header("Refresh", containsString("/login?to=%2Fsubscribe%3Fto%3D"));
    }
}
