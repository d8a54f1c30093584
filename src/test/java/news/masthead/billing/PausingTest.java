package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.param.InvoiceListParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Resting after the paid term, and coming back. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class PausingTest {

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Postman postman;

    @Inject
    StripeClient stripe;

    @Inject
    EndPauses endPauses;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Dates dates;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        assertEquals(List.of(), twin.violations());
    }

    @Test
    void who_pauses_pays_nothing_and_reads_nothing_until_it_goes_on_by_itself() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        Instant paidThrough = live(reader).paidThrough().orElseThrow();
        reader.browser().get("/account/plan/pause").then().body(containsString("For how long?"));
        reader.pause(2).then().statusCode(303).header("Location", endsWith("/account/plan?now=paused"));
        Instant until = live(reader).resumesAt().orElseThrow();
        assertTrue(until.isAfter(paidThrough.plus(Duration.ofDays(58)))
                && until.isBefore(paidThrough.plus(Duration.ofDays(63))));
        reader.planPage()
                .then()
                .body(containsString("You have paused from " + dates.day(paidThrough)))
                .body(containsString("₹900 on " + dates.day(until)));
        assertTrue(till.wasEntitled(reader, paidThrough.minusSeconds(1)));
        assertFalse(till.wasEntitled(reader, paidThrough));

        till.moveTo(reader, until.minusSeconds(3600));
        endPauses.run();
        assertEquals(1, paid(reader).size());
        assertFalse(till.isEntitled(reader));
        assertEquals(Subscription.State.PAUSED, live(reader).state);

        till.moveTo(reader, until);
        endPauses.run();
        endPauses.run();
        assertEquals(2, paid(reader).size());
        assertEquals(Subscription.State.RUNNING, live(reader).state);
        assertEquals(till.periodEnd(reader), live(reader).paidThrough().orElseThrow());
        assertTrue(live(reader).paidThrough().orElseThrow().isAfter(until.plus(Duration.ofDays(88))));
        assertTrue(till.isEntitled(reader));
        assertNull(till.subscriptionsAtStripe(reader).getFirst().getPauseCollection());
    }

    @Test
    void who_comes_back_earlier_pays_a_whole_term_once_in_however_many_tabs() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        reader.pause(3);
        Instant back = live(reader).paidThrough().orElseThrow().plus(Duration.ofDays(20));
        till.moveTo(reader, back);
        Buyer again = till.again(reader);
        again.planPage().then().body(containsString("Come back"));
        String quote = Buyer.offered(again.browser()
                .get("/account/plan/return")
                .then()
                .body(containsString("Come back and pay ₹900"))
                .extract()
                .response());
        List<Response> answers = AtOnce.times(6, () -> again.comeBack(quote));
        answers.forEach(answer -> answer.then().statusCode(303).header("Location", endsWith("/account/plan?now=back")));
        endPauses.run();
        assertEquals(2, paid(reader).size());
        assertEquals(Subscription.State.RUNNING, live(reader).state);
        assertTrue(till.isEntitled(reader));
        again.browser().get("/account/plan?now=back").then().body(containsString("Welcome back."));
    }

    @Test
    void the_reader_and_the_day_itself_together_charge_once() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        reader.pause(1);
        Instant until = live(reader).resumesAt().orElseThrow();
        till.moveTo(reader, until.minusSeconds(60));
        Buyer again = till.again(reader);
        String quote = Buyer.offered(again.browser().get("/account/plan/return"));
        till.moveTo(reader, until);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> day = both.submit(() -> endPauses.run());
            Future<?> click = both.submit(() -> again.comeBack(quote));
            day.get();
            click.get();
        }
        assertEquals(2, paid(reader).size());
        assertEquals(Subscription.State.RUNNING, live(reader).state);
    }

    @Test
    void a_pause_that_has_not_begun_is_called_off_for_nothing() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        Instant renewal = till.periodEnd(reader);
        reader.pause(1);
        reader.callOffThePause().then().statusCode(303).header("Location", endsWith("now=called-off"));
        assertEquals(Subscription.State.RUNNING, live(reader).state);
        till.moveTo(reader, renewal.plus(Duration.ofHours(2)));
        assertEquals(2, paid(reader).size());
        assertTrue(till.isEntitled(reader));
    }

    @Test
    void who_comes_back_with_a_card_that_fails_is_led_to_pay_and_reads_nothing_meanwhile() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        reader.pause(3);
        till.moveTo(reader, live(reader).paidThrough().orElseThrow().plus(Duration.ofDays(20)));
        Buyer again = till.again(reader);
        again.comeBack().then().statusCode(303).header("Location", endsWith("/account/plan/payment"));
        assertEquals(Subscription.State.PAST_DUE, live(reader).state);
        assertFalse(till.isEntitled(reader));
        again.browser().get("/account/plan/payment").then().statusCode(200).body(containsString("₹900"));
    }

    @Test
    void a_return_that_fails_on_its_day_is_a_fact_and_an_early_one_is_not() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        reader.pause(1);
        till.moveTo(reader, live(reader).resumesAt().orElseThrow());
        endPauses.run();
        endPauses.run();
        assertEquals(Subscription.State.PAST_DUE, live(reader).state);
        assertEquals(1, postman.facts(reader, "DECLINED"));

        Buyer early = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        early.pause(3);
        till.moveTo(early, live(early).paidThrough().orElseThrow().plus(Duration.ofDays(20)));
        till.again(early).comeBack();
        assertEquals(Subscription.State.PAST_DUE, live(early).state);
        assertEquals(0, postman.facts(early, "DECLINED"));
    }

    @Test
    void who_cancels_before_the_pause_reads_to_the_end_of_the_term_and_may_resume() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        reader.pause(2);
        reader.cancel().then().statusCode(303);
        assertEquals(Subscription.State.ENDING, live(reader).state);
        reader.resume();
        assertEquals(Subscription.State.RUNNING, live(reader).state);
    }

    @Test
    void who_cancels_in_the_pause_is_done_at_once() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        reader.pause(2);
        till.moveTo(reader, live(reader).paidThrough().orElseThrow().plus(Duration.ofDays(3)));
        till.again(reader).cancel().then().statusCode(303);
        assertTrue(subscriptions.liveOf(reader.account()).isEmpty());
        assertEquals("canceled", till.subscriptionsAtStripe(reader).getFirst().getStatus());
    }

    @Test
    void only_the_offered_lengths_are_taken_and_only_where_a_pause_is_offered() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        reader.pause(4).then().statusCode(422).body(containsString("Choose for how long."));
        reader.browser()
                .formParam("months", "9".repeat(30))
                .post("/account/plan/pause")
                .then()
                .statusCode(422);
        reader.cancel();
        reader.pause(1).then().statusCode(409);
        reader.planPage().then().body(not(containsString("Rest for a while")));
        assertEquals(Subscription.State.ENDING, live(reader).state);
    }

    @Test
    void while_stripe_is_silent_nothing_is_paused() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        line.cut();
        reader.pause(1).then().statusCode(503).body(containsString("nothing was changed"));
        line.mend();
        assertEquals(Subscription.State.RUNNING, live(reader).state);
        assertNull(till.subscriptionsAtStripe(reader).getFirst().getPauseCollection());
    }

    @Test
    void a_wrong_setting_is_an_error_at_start() {
        assertThrows(IllegalArgumentException.class, () -> new Pauses(() -> 13));
        assertThrows(IllegalArgumentException.class, () -> new Pauses(() -> -1));
    }

    private Subscription live(Buyer reader) {
        return subscriptions.liveOf(reader.account()).orElseThrow();
    }

    private List<Invoice> paid(Buyer reader) {
        InvoiceListParams paid = InvoiceListParams.builder()
                .setSubscription(till.subscriptionsAtStripe(reader).getFirst().getId())
                .setStatus(InvoiceListParams.Status.PAID)
                .build();
        return StripeFailure.all(() -> stripe.v1().invoices().list(paid));
    }
}
