package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.Refund;
import com.stripe.model.Subscription;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Size;
import news.masthead.given.Together;
import news.masthead.subscription.PriceTable;
import news.masthead.subscription.Subscriptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnTheTwin.class)
class BuyingTest {

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    StripeClient stripe;

    @Inject
    Catalogue catalogue;

    @Inject
    Customers customers;

    @Inject
    PriceTable prices;

    @Inject
    Subscriptions subscriptions;

    @Inject
    StripeLook look;

    @Inject
    EndSecondSubscription endSecond;

    @Inject
    SecondSubscriptions seconds;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @ParameterizedTest
    @CsvSource({"quarterly,3,90000", "yearly,12,270000", "two_year,24,390000"})
    void a_reader_buys_a_plan_and_is_back_at_the_story(String plan, int months, long paise) {
        Buyer reader = till.aReader();
        String page = reader.subscribe(plan).then().statusCode(303).extract().header("Location");
        assertFalse(till.isEntitled(reader));

        String back = till.pay(page, Card.GOOD);
        reader.browser().get(back).then().statusCode(303).header("Location", endsWith(Till.STORY));

        assertTrue(till.isEntitled(reader));
        Subscription bought = till.subscriptionsAtStripe(reader).get(0);
        assertEquals(paise, bought.getItems().getData().get(0).getPrice().getUnitAmount());
        assertTrue(till.wasEntitled(reader, till.periodEnd(reader).minusSeconds(1)));
        assertTrue(till.periodEnd(reader)
                .isAfter(Instant.ofEpochSecond(bought.getCreated()).plus(Duration.ofDays(30L * months - 5))));
    }

    @Test
    void without_any_webhook_the_way_back_is_enough() {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        assertTrue(till.isEntitled(till.aSubscriber("quarterly", Card.GOOD)));
    }

    @Case(6)
    @Test
    void without_the_way_back_the_webhook_is_enough() {
        Buyer reader = till.aReader();
        till.pay(reader.subscribe("quarterly").header("Location"), Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
    }

    @Test
    void a_declined_card_buys_nothing_and_another_one_may_be_tried() {
        Buyer reader = till.aReader();
        String page = reader.subscribe("quarterly").header("Location");
        given().redirects().follow(false).formParam("outcome", "decline").post(page);
        assertFalse(till.isEntitled(reader));
        assertEquals(List.of(), till.subscriptionsAtStripe(reader));

        reader.browser().get(till.pay(page, Card.GOOD));
        assertTrue(till.isEntitled(reader));
    }

    @Test
    void who_leaves_the_payment_page_finds_it_open_and_the_story_kept() {
        Buyer reader = till.aReader();
        String page = reader.subscribe("quarterly").header("Location");
        String left = given().redirects()
                .follow(false)
                .formParam("outcome", "cancel")
                .post(page)
                .header("Location");
        reader.browser()
                .get(Till.pathOf(left))
                .then()
                .statusCode(200)
                .body(containsString("You left the payment page. Nothing was charged."));

        String again = reader.subscribe("quarterly", "").header("Location");
        assertEquals(page, again);
        reader.browser().get(till.pay(again, Card.GOOD)).then().header("Location", endsWith(Till.STORY));
    }

    @Case(9)
    @Test
    void many_clicks_in_many_tabs_open_one_page() throws Exception {
        int readers = Size.of(3, 50);
        List<Buyer> buyers =
                IntStream.range(0, readers).mapToObj(i -> till.aReader()).toList();
        try (ExecutorService tabs = Executors.newFixedThreadPool(20)) {
            for (Buyer reader : buyers) {
                List<Future<String>> clicks = IntStream.range(0, 20)
                        .mapToObj(i ->
                                tabs.submit(() -> reader.subscribe("yearly").header("Location")))
                        .toList();
                Set<String> pages = clicks.stream().map(BuyingTest::value).collect(Collectors.toSet());
                assertEquals(1, pages.size(), pages::toString);
                assertEquals(1, till.openPages(reader));
            }
        }
    }

    @Case(10)
    @Test
    void an_answer_that_is_lost_on_the_way_opens_no_second_page() {
        Buyer reader = till.aReader();
        String quote = Till.quoteIn(reader.quotePage("quarterly"));
        line.loseAnswers(1);
        reader.accept(quote, Till.STORY).then().statusCode(303);
        assertEquals(1, till.openPages(reader));
    }

    @Case(10)
    @Test
    void when_no_answer_comes_the_next_click_finds_the_page_that_was_opened() {
        Buyer reader = till.aReader();
        String quote = Till.quoteIn(reader.quotePage("quarterly"));
        line.loseAnswers(3);
        reader.accept(quote, Till.STORY).then().statusCode(503);
        reader.accept(quote, Till.STORY).then().statusCode(303);
        assertEquals(1, till.openPages(reader));
        reader.subscribe("yearly").then().statusCode(303);
        assertEquals(1, till.openPages(reader));
    }

    @Case(9)
    @Test
    void who_pays_the_one_page_in_two_tabs_is_charged_once() throws Exception {
        Buyer reader = till.aReader();
        String page = reader.subscribe("yearly").header("Location");
        try (ExecutorService tabs = Executors.newFixedThreadPool(2)) {
            List.of(
                            tabs.submit(() -> given().formParam("outcome", "pay")
                                    .redirects()
                                    .follow(false)
                                    .post(page)),
                            tabs.submit(() -> given().formParam("outcome", "pay")
                                    .redirects()
                                    .follow(false)
                                    .post(page)))
                    .forEach(BuyingTest::value);
        }
        assertEquals(1, till.subscriptionsAtStripe(reader).size());
    }

    @Case(10)
    @Test
    void choosing_another_plan_closes_the_page_of_the_first() {
        Buyer reader = till.aReader();
        String first = reader.subscribe("quarterly").header("Location");
        String second = reader.subscribe("yearly").header("Location");
        assertNotEquals(first, second);
        assertEquals(1, till.openPages(reader));
        given().formParam("outcome", "pay").post(first).then().statusCode(410);
    }

    @Test
    void who_has_a_subscription_is_sold_no_other() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        String shown =
                reader.subscribe("yearly").then().statusCode(303).extract().header("Location");
        reader.browser()
                .get(Till.pathOf(shown))
                .then()
                .body(containsString("You have Smart Quarterly."))
                .body(not(containsString("<form method=\"post\" action=\"/subscribe\"")));
        assertEquals(0, till.openPages(reader));
    }

    @Test
    void a_subscription_that_only_stripe_knows_of_is_found_before_another_is_sold() {
        Buyer reader = till.aReader();
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        till.pay(reader.subscribe("quarterly").header("Location"), Card.GOOD);
        assertFalse(till.isEntitled(reader));

        reader.subscribe("yearly").then().statusCode(303).header("Location", endsWith("/subscribe"));
        assertTrue(till.isEntitled(reader));
        assertEquals(1, till.subscriptionsAtStripe(reader).size());
    }

    @Test
    @Case(9)
    void a_second_subscription_bought_all_the_same_is_ended_and_paid_back() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        String first = till.subscriptionsAtStripe(reader).get(0).getId();
        till.pay(anotherPage(reader), Card.GOOD);
        String second = till.subscriptionsAtStripe(reader).stream()
                .map(Subscription::getId)
                .filter(id -> !id.equals(first))
                .findFirst()
                .orElseThrow();

        Eventually.holds(() -> {
            assertEquals("canceled", atStripe(second).getStatus());
            assertEquals(List.of(270_000L), refundsOf(second));
        });
        Together.of(4, () -> {
            endSecond.run(second);
            return null;
        });
        assertEquals(List.of(270_000L), refundsOf(second));
        assertEquals(List.of(second), seconds.of(reader.account()));
        assertEquals("active", atStripe(first).getStatus());
        assertEquals(List.of(), refundsOf(first));
        assertEquals(first, subscriptions.liveOf(reader.account()).orElseThrow().providerRef);
        assertTrue(till.isEntitled(reader));
    }

    @Test
    @Case(9)
    void one_that_is_the_readers_only_one_by_now_is_left_alone() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        String only = till.subscriptionsAtStripe(reader).get(0).getId();
        endSecond.run(only);
        assertEquals("active", atStripe(only).getStatus());
        assertEquals(List.of(), refundsOf(only));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarterly", "yearly"})
    @Case(12)
    void a_customer_deleted_at_stripe_is_made_anew(String plan) throws Exception {
        Buyer reader = till.aReader();
        reader.subscribe("quarterly");
        String before = customers.ensure(reader.account());
        stripe.v1().customers().delete(before);

        reader.browser().get(till.pay(reader.subscribe(plan).header("Location"), Card.GOOD));
        assertTrue(till.isEntitled(reader));
        assertNotEquals(before, customers.ensure(reader.account()));
    }

    @Case(7)
    @ParameterizedTest
    @ValueSource(strings = {"", "?s=", "?s=cs_test_nothing", "?s=%F0%9F%92%B3", "?s=../../v1/customers", "?look=x"})
    void a_forged_return_leads_nowhere(String query) {
        till.aReader().browser().get("/subscribe/confirming" + query).then().statusCode(404);
    }

    @Case(7)
    @Test
    void the_return_of_somebody_else_leads_nowhere() {
        Buyer payer = till.aReader();
        String back = till.pay(payer.subscribe("quarterly").header("Location"), Card.GOOD);
        Buyer thief = till.aReader();
        thief.browser().get(back).then().statusCode(404);
        assertFalse(till.isEntitled(thief));
    }

    @Case(7)
    @Test
    void a_return_without_payment_leads_back_to_the_plans() {
        Buyer reader = till.aReader();
        String page = reader.subscribe("quarterly").header("Location");
        String session = page.substring(page.lastIndexOf('/') + 1);
        reader.browser()
                .get("/subscribe/confirming?s=" + session)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/subscribe"));
        assertFalse(till.isEntitled(reader));
    }

    @Test
    void an_anonymous_return_logs_in_first() {
        given().redirects()
                .follow(false)
                .get("/subscribe/confirming?s=cs_test_1")
                .then()
                .statusCode(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "free", "QUARTERLY", "quarterly ", "price_1"})
    void a_plan_that_is_not_sold_cannot_be_bought(String plan) {
        till.aReader().subscribe(plan).then().statusCode(422).body(containsString("Choose one of these plans."));
    }

    @Test
    void forged_fields_change_nothing() {
        Buyer reader = till.aReader();
        Buyer other = till.aReader();
        String page = reader.browser()
                .formParam("quote", Till.quoteIn(reader.quotePage("quarterly")))
                .formParam("state", "27")
                .formParam("plan", "yearly")
                .formParam("account", other.account())
                .formParam("price", "1")
                .formParam("to", "//evil.example/")
                .post("/subscribe")
                .header("Location");
        reader.browser().get(till.pay(page, Card.GOOD)).then().header("Location", endsWith("/"));
        assertTrue(till.isEntitled(reader));
        assertFalse(till.isEntitled(other));
    }

    private String anotherPage(Buyer reader) {
        return till.anotherPage(reader, catalogue.priceOf(prices.plan("yearly").orElseThrow()));
    }

    private Subscription atStripe(String id) {
        return StripeFailure.asking(() -> stripe.v1().subscriptions().retrieve(id));
    }

    /** Paise of each refund of what a subscription charged. */
    private List<Long> refundsOf(String subscription) {
        return look.at(subscription).orElseThrow().payments().stream()
                .flatMap(Holding::refundsOf)
                .map(Refund::getAmount)
                .toList();
    }

    private static <T> T value(Future<T> future) {
        try {
            return future.get();
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }
}
