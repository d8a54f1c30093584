package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.given.Together;
import news.masthead.story.AccessClass;
import news.masthead.subscription.Funnel;
import news.masthead.subscription.Step;
import news.masthead.web.Links;
import org.junit.jupiter.api.Test;

/** The way from the wall to a subscription is counted, once a step, and only for stories that there are. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class FunnelTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Inject
    Given people;

    @Inject
    Till till;

    @Inject
    Funnel funnel;

    @Inject
    MovableClock clock;

    @Test
    void counts_each_step_of_the_way_from_a_story_once() throws Exception {
        Printed story = people.aStory(AccessClass.PREMIUM);
        Buyer buyer = till.aReader();
        buyer.browser().get(story.path()).then().statusCode(200);
        funnel.flush();
        buyer.browser()
                .queryParam("to", story.path())
                .get(Links.SUBSCRIBE)
                .then()
                .statusCode(200);
        String page = buy(buyer, story.path());
        buy(buyer, story.path());
        String back = till.pay(page, Card.GOOD);
        Together.of(4, () -> buyer.browser().get(back));
        assertEquals(
                Map.of(Step.WALL, 1L, Step.PLANS, 1L, Step.CHECKOUT, 1L, Step.PAID, 1L), counted(story.story().id));
    }

    @Test
    void counts_no_machine_that_looks_ahead_and_nobody_who_gets_the_story() {
        Printed story = people.aStory(AccessClass.PREMIUM);
        given().head(story.path());
        given().cookie("session", people.aSubscriber().session()).get(story.path());
        assertEquals(Map.of(), counted(story.story().id));
    }

    @Test
    void counts_for_no_story_what_comes_from_an_address_that_somebody_made_up() {
        long before = counted(0).getOrDefault(Step.PLANS, 0L);
        given().queryParam("to", "/article/markets/made-up-199999999999_1.html").get(Links.SUBSCRIBE);
        assertEquals(Map.of(), counted(199_999_999_999L));
        assertEquals(before + 1, counted(0).get(Step.PLANS));
    }

    @Test
    void loses_no_wall_where_many_meet_one_at_once() throws Exception {
        Printed story = people.aStory(AccessClass.PREMIUM);
        Together.of(20, () -> {
            for (int turn = 0; turn < 10; turn++) {
                given().get(story.path());
                funnel.flush();
            }
            return null;
        });
        assertEquals(200, counted(story.story().id).get(Step.WALL));
    }

    private static String buy(Buyer buyer, String from) {
        return buyer.subscribe("quarterly", from).header("Location");
    }

    private Map<Step, Long> counted(long story) {
        funnel.flush();
        LocalDate today = clock.instant().atZone(KOLKATA).toLocalDate();
        Map<Step, Long> counted = new TreeMap<>();
        funnel.between(today.minusDays(1), today.plusDays(1)).stream()
                .filter(one -> one.story() == story)
                .forEach(one -> counted.merge(one.step(), one.times(), Long::sum));
        return counted;
    }
}
