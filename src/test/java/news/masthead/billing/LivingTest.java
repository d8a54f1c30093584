package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.param.SubscriptionUpdateParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A subscription through its life, by the clock. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class LivingTest {

    private static final Duration GRACE = Duration.ofDays(3);
    private static final Duration DRAFT_HOUR = Duration.ofHours(2);

    StripeTwin twin;

    @Inject
    Till till;

    @Inject
    StripeClient stripe;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Dates dates;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @Case(14)
    @ParameterizedTest
    @ValueSource(strings = {"quarterly", "yearly", "two_year"})
    void it_renews_by_the_clock_and_nobody_is_locked_out_meanwhile(String plan) {
        Buyer reader = till.aSubscriber(plan, Card.GOOD);
        Instant renewal = till.periodEnd(reader);

        till.moveTo(reader, renewal.plusSeconds(60));
        assertTrue(till.isEntitled(reader));
        till.moveTo(reader, renewal.plus(DRAFT_HOUR));
        assertEquals(Subscription.State.RUNNING, state(reader));
        assertEquals(till.periodEnd(reader), paidThrough(reader));
        assertTrue(till.wasEntitled(reader, till.periodEnd(reader).minusSeconds(1)));
    }

    @Test
    void it_renews_though_every_webhook_is_lost() {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        till.moveTo(reader, till.periodEnd(reader).plus(DRAFT_HOUR));
        assertEquals(till.periodEnd(reader), paidThrough(reader));
        assertTrue(till.isEntitled(reader));
    }

    @Case(13)
    @Test
    void a_card_that_fails_at_renewal_leaves_a_grace_and_then_ends_it() {
        Buyer reader = till.aSubscriber("two_year", Card.FAILS_AT_RENEWAL);
        Instant paidThrough = till.periodEnd(reader);

        till.moveTo(reader, paidThrough.plus(DRAFT_HOUR));
        assertEquals(Subscription.State.PAST_DUE, state(reader));
        assertTrue(till.isEntitled(reader));
        assertEquals(paidThrough, paidThrough(reader));
        till.again(reader)
                .planPage()
                .then()
                .body(containsString("Your last payment did not go through. You can read on until "
                        + dates.day(paidThrough.plus(GRACE))));

        till.moveTo(reader, paidThrough.plus(GRACE));
        assertFalse(till.isEntitled(reader));
        till.again(reader)
                .browser()
                .get("/subscribe")
                .then()
                .body(containsString("You have Super Saver. Its last payment did not go through."));

        till.moveTo(reader, paidThrough.plus(Duration.ofDays(16)));
        assertTrue(subscriptions.liveOf(reader.account()).isEmpty());
        assertFalse(till.isEntitled(reader));
    }

    @Test
    void who_is_past_due_may_cancel_and_is_charged_no_more() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        till.moveTo(reader, till.periodEnd(reader).plus(DRAFT_HOUR));
        Buyer again = till.again(reader);
        cancel(again);
        assertEquals("canceled", till.subscriptionsAtStripe(reader).get(0).getStatus());
        assertFalse(till.isEntitled(reader));
        again.planPage().then().body(containsString("You have no subscription."));
    }

    @Test
    void the_plan_page_says_what_is_paid_and_what_comes() {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        String day = dates.day(till.periodEnd(reader));
        reader.planPage()
                .then()
                .statusCode(200)
                .body(containsString("Smart Essential"))
                .body(containsString("₹2,700 on " + day))
                .body(containsString("Cancel subscription"));
    }

    @Test
    void who_cancels_reads_until_the_paid_term_ends_and_not_a_second_longer() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        Instant paidThrough = till.periodEnd(reader);
        String day = dates.day(paidThrough);
        cancel(reader);

        assertEquals(Subscription.State.ENDING, state(reader));
        reader.planPage()
                .then()
                .body(containsString(day))
                .body(containsString("Resume subscription"))
                .body(not(containsString("₹900 on")));
        assertTrue(till.wasEntitled(reader, paidThrough.minusSeconds(1)));
        assertFalse(till.wasEntitled(reader, paidThrough));

        till.moveTo(reader, paidThrough.plusSeconds(60));
        assertFalse(till.isEntitled(reader));
        assertTrue(subscriptions.liveOf(reader.account()).isEmpty());
        assertEquals(1, till.subscriptionsAtStripe(reader).size());
    }

    @Test
    void who_resumes_is_renewed_as_before() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        Instant renewal = till.periodEnd(reader);
        cancel(reader);
        resume(reader);
        assertEquals(Subscription.State.RUNNING, state(reader));

        till.moveTo(reader, renewal.plus(DRAFT_HOUR));
        assertTrue(paidThrough(reader).isAfter(renewal));
    }

    /** As Stripe's portal does it in the flexible billing mode. */
    @Case(17)
    @Test
    void a_cancellation_by_date_is_shown_and_can_be_taken_back() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        long end = till.periodEnd(reader).getEpochSecond();
        String id = till.subscriptionsAtStripe(reader).get(0).getId();
        stripe.v1()
                .subscriptions()
                .update(id, SubscriptionUpdateParams.builder().setCancelAt(end).build());
        Eventually.holds(() -> assertEquals(Subscription.State.ENDING, state(reader)));

        resume(reader);
        assertEquals(Subscription.State.RUNNING, state(reader));
        assertEquals(null, till.subscriptionsAtStripe(reader).get(0).getCancelAt());
    }

    @Test
    void who_cancelled_and_came_to_the_end_may_buy_again() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        cancel(reader);
        till.moveTo(reader, till.periodEnd(reader).plusSeconds(60));
        Buyer again = till.again(reader);
        again.browser().get(till.pay(again.subscribe("yearly").header("Location"), Card.GOOD));
        assertTrue(till.isEntitled(reader));
        assertEquals(2, till.subscriptionsAtStripe(reader).size());
    }

    @Test
    void cancelling_twice_or_without_a_plan_does_no_harm() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        cancel(reader);
        cancel(reader);
        assertEquals(Subscription.State.ENDING, state(reader));

        Buyer without = till.aReader();
        cancel(without);
        resume(without);
        without.planPage().then().body(containsString("You have no subscription."));
    }

    @Test
    void the_forms_of_somebody_who_is_logged_out_change_nothing() {
        Buyer nobody = new Buyer(0, "x".repeat(43));
        nobody.browser()
                .post("/account/plan/cancellation")
                .then()
                .statusCode(403)
                .header("Refresh", endsWith("/login?to=%2Faccount%2Fplan"));
        nobody.planPage().then().statusCode(302);
    }

    private static void cancel(Buyer reader) {
        reader.browser()
                .post("/account/plan/cancellation")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/account/plan?now=cancelled"));
    }

    private static void resume(Buyer reader) {
        reader.browser()
                .post("/account/plan/resumption")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/account/plan?now=resumed"));
    }

    private Subscription.State state(Buyer reader) {
        return subscriptions.liveOf(reader.account()).orElseThrow().state;
    }

    private Instant paidThrough(Buyer reader) {
        return subscriptions
                .liveOf(reader.account())
                .orElseThrow()
                .paidThrough()
                .orElseThrow();
    }
}
