package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Together;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import news.masthead.values.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days for nothing, once for each reader, and then what was said. */
@QuarkusTest
@TestProfile(OnTrial.class)
class FreeTrialsTest {

    private static final Duration DRAFT_HOUR = Duration.ofHours(2);

    StripeTwin twin;

    @Inject
    Till till;

    @Inject
    Quotes quotes;

    @Inject
    StripeClient stripe;

    @Inject
    StripeLook look;

    @Inject
    Subscriptions subscriptions;

    @Inject
    BillingAlerts alerts;

    @Inject
    Dates dates;

    @Inject
    EntityManager entities;

    private long unequal;

    @BeforeEach
    void count_what_was_not_charged_as_quoted() {
        unequal = alerts.raised(BillingAlert.UNEQUAL_CHARGE);
    }

    @AfterEach
    void the_twin_kept_to_stripes_contract_and_charges_are_as_quoted() {
        assertEquals(List.of(), twin.violations());
        assertEquals(unequal, alerts.raised(BillingAlert.UNEQUAL_CHARGE));
    }

    @Test
    void the_plans_say_which_begin_with_a_trial_and_what_comes_then() {
        till.aReader()
                .browser()
                .get("/subscribe")
                .then()
                .body(
                        containsString(">14 days free, then ₹900 every 3 months<"),
                        containsString(">14 days free, then ₹2,700 every year<"),
                        not(containsString("then ₹3,900")));
        given().get("/subscribe")
                .then()
                .body(containsString(">14 days free for new subscribers, then ₹900 every 3 months<"));
    }

    @Test
    void the_plans_promise_no_trial_with_a_code_nor_to_who_had_one() {
        Buyer reader = till.aReader();
        reader.browser()
                .get("/subscribe?code=diwali20")
                .then()
                .body(containsString("20% off"), not(containsString("days free")));
        till.pay(reader.subscribe("quarterly").header("Location"), Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        endAtStripe(reader);
        reader.browser().get("/subscribe").then().body(containsString("₹900"), not(containsString("days free")));
    }

    @Test
    void the_copy_that_a_reader_takes_has_the_trial() {
        Buyer reader = till.aReader();
        reader.browser().get("/account/data/copy").then().body("buying.trial", nullValue());
        till.pay(reader.subscribe("quarterly").header("Location"), Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        com.stripe.model.Subscription begun = till.subscriptionsAtStripe(reader).getFirst();
        reader.browser()
                .get("/account/data/copy")
                .then()
                .body(
                        "buying.trial.subscription", equalTo(begun.getId()),
                        "buying.trial.began",
                                equalTo(Instant.ofEpochSecond(begun.getTrialStart())
                                        .toString()));
    }

    @Test
    void before_saying_yes_the_reader_sees_that_it_is_free_today_what_comes_and_how_to_cancel() {
        Response page = till.aReader().quotePage("quarterly");
        Quote.Terms terms =
                quotes.find(UUID.fromString(Till.quoteIn(page))).orElseThrow().terms();
        String day = dates.day(terms.next().orElseThrow().at());
        page.then()
                .statusCode(200)
                .body(
                        containsString("<strong>₹0</strong>"),
                        containsString("Free for 14 days, until " + day),
                        containsString("<strong>₹900</strong> <span class=\"fine\">on " + day),
                        containsString("On " + day + " we charge ₹900, unless you cancel before"),
                        containsString("Continue to your free trial"));
        assertEquals(OnTrial.DAYS, terms.trialDays());
        assertEquals(new Money(0), terms.today());
        assertEquals(new Money(0), terms.tax());
    }

    @Test
    void a_plan_without_a_trial_and_one_with_a_code_are_paid_today() {
        Buyer reader = till.aReader();
        reader.quotePage("two_year").then().body(containsString("₹3,900"), not(containsString("trial")));
        reader.quotePage("yearly", "DIWALI20").then().body(containsString("₹2,160"), not(containsString("trial")));
    }

    @Test
    void a_trial_is_read_for_nothing_and_then_paid_as_quoted() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        Instant end = till.periodEnd(reader);
        String day = dates.day(end);
        assertEquals("trialing", till.subscriptionsAtStripe(reader).getFirst().getStatus());
        assertTrue(till.isEntitled(reader));
        assertEquals(end, live(reader).trialUntil().orElseThrow());
        assertEquals(List.of(), charged(reader));
        assertEquals(0, count("select count(*) from billing_fact where kind = 'BEGAN' and account = ", reader));
        reader.planPage()
                .then()
                .body(
                        containsString("until " + day),
                        containsString("₹900 on " + day),
                        containsString("You read free of charge until " + day + ". We then charge ₹900"),
                        containsString("Cancel subscription"),
                        not(containsString("Change plan")));

        till.moveTo(reader, end.plusSeconds(60));
        assertTrue(till.isEntitled(reader), "nobody is locked out while the first payment is on its way");
        till.moveTo(reader, end.plus(DRAFT_HOUR));
        assertEquals(List.of(90_000L), charged(reader));
        assertEquals(till.periodEnd(reader), live(reader).paidThrough().orElseThrow());
        assertTrue(live(reader).trialUntil().isEmpty());
        assertTrue(till.wasEntitled(reader, till.periodEnd(reader).minusSeconds(1)));
        assertEquals(1, count("select count(*) from billing_fact where kind = 'BEGAN' and account = ", reader));
    }

    @Test
    void a_trial_whose_first_payment_fails_ends_with_the_trial() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        Instant end = till.periodEnd(reader);
        assertTrue(till.wasEntitled(reader, end.minusSeconds(1)));

        till.moveTo(reader, end.plus(DRAFT_HOUR));
        assertEquals(Subscription.State.PAST_DUE, live(reader).state);
        assertFalse(till.wasEntitled(reader, end));
        Buyer again = till.again(reader);
        again.planPage().then().body(containsString("The first payment after your trial"));
        again.browser().get("/account/plan/payment").then().body(containsString("Your subscription then begins."));

        till.moveTo(reader, end.plus(Duration.ofDays(30)));
        assertTrue(subscriptions.liveOf(reader.account()).isEmpty());
        assertEquals(List.of(), charged(reader));
        assertEquals(
                0, count("select count(*) from billing_fact where kind in ('BEGAN', 'ENDED') and account = ", reader));
    }

    @Test
    void who_cancels_in_a_trial_reads_to_its_end_and_pays_nothing() {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        Instant end = till.periodEnd(reader);
        till.moveTo(reader, end.minus(Duration.ofDays(7)));
        Buyer again = till.again(reader);
        till.cancels(again);
        again.planPage().then().body(containsString("You can read everything until " + dates.day(end)));
        assertTrue(till.wasEntitled(reader, end.minusSeconds(1)));
        assertFalse(till.wasEntitled(reader, end));

        till.moveTo(reader, end.plus(DRAFT_HOUR));
        assertTrue(subscriptions.liveOf(reader.account()).isEmpty());
        assertEquals(List.of(), charged(reader));
    }

    @Test
    @Case(29)
    void a_trial_is_had_once_whatever_the_plan_and_however_soon_it_was_cancelled() {
        Buyer reader = till.aReader();
        String before = Till.quoteIn(reader.quotePage("yearly"));
        till.pay(reader.subscribe("quarterly").header("Location"), Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        endAtStripe(reader);

        Response refused = reader.accept(before, "");
        refused.then()
                .statusCode(409)
                .body(containsString("There is no free trial for you any more."), containsString("₹2,700"));
        assertEquals(0, till.openPages(reader));
        reader.quotePage("quarterly").then().body(containsString("₹900"), not(containsString("Free for")));
        till.pay(reader.accept(Till.quoteIn(refused), "").header("Location"), Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        assertEquals(List.of(270_000L), charged(reader));
        assertEquals(1, count("select count(*) from trial where account = ", reader));
    }

    @Test
    @Case(29)
    void who_was_a_subscriber_before_has_no_trial() {
        Buyer reader = till.aSubscriber("two_year", Card.GOOD);
        endAtStripe(reader);
        reader.quotePage("quarterly").then().body(containsString("₹900"), not(containsString("Free for")));
    }

    @Test
    @Case(29)
    void twenty_tabs_and_two_payments_at_once_are_one_trial() throws Exception {
        Buyer reader = till.aReader();
        String later = Till.quoteIn(reader.quotePage("yearly"));
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(i -> Till.quoteIn(reader.quotePage("quarterly")))
                .toList();
        List<Callable<?>> tabs = new ArrayList<>();
        ids.forEach(id -> tabs.add(() -> reader.accept(id, "").then().statusCode(303)));
        Together.of(tabs);
        assertEquals(1, till.openPages(reader));
        String page = reader.accept(ids.getFirst(), "").header("Location");
        Together.of(4, () -> till.payOrBeRefused(page));
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        assertEquals(1, till.subscriptionsAtStripe(reader).size());
        assertEquals(1, count("select count(*) from trial where account = ", reader));
        endAtStripe(reader);
        reader.accept(ids.getLast(), "").then().statusCode(409);
        reader.accept(later, "").then().statusCode(409);
        assertEquals(0, till.openPages(reader));
    }

    private void endAtStripe(Buyer reader) {
        String id = till.subscriptionsAtStripe(reader).getFirst().getId();
        StripeFailure.asking(() -> stripe.v1().subscriptions().cancel(id));
        Eventually.holds(() -> assertTrue(subscriptions.liveOf(reader.account()).isEmpty(), "its end was told"));
    }

    private Subscription live(Buyer reader) {
        return subscriptions.liveOf(reader.account()).orElseThrow();
    }

    /** Paise of each payment that Stripe took. */
    private List<Long> charged(Buyer buyer) {
        return till.subscriptionsAtStripe(buyer).stream()
                .flatMap(subscription -> look.at(subscription.getId()).orElseThrow().payments().stream())
                .filter(payment -> "succeeded".equals(payment.getStatus()))
                .map(payment -> payment.getAmountReceived())
                .toList();
    }

    private long count(String question, Buyer buyer) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(question + buyer.account())
                                .getSingleResult())
                        .longValue());
    }
}
