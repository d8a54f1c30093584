package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.at;
import static news.masthead.billing.twin.Newsstand.periodEnd;
import static news.masthead.billing.twin.Newsstand.sessionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.EventListParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionCreateParams.TrialSettings.EndBehavior.MissingPaymentMethod;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fourteen free days from 30 November. */
class TrialsTest {

    private static final String TRIALS_END = "2026-12-14T06:30:00Z";

    private final Newsstand stand = new Newsstand();
    private TestClock clock;
    private Customer customer;
    private Price quarterly;

    @BeforeEach
    void a_reader_on_a_test_clock() throws Exception {
        clock = stand.testClock();
        customer = stand.customerOn(clock);
        quarterly = stand.quarterly();
    }

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void a_trial_costs_nothing_and_then_the_price() throws Exception {
        Subscription trial = start(true, MissingPaymentMethod.CANCEL);
        assertEquals("trialing", trial.getStatus());
        assertEquals(Instant.parse(TRIALS_END), at(trial.getTrialEnd()));
        assertEquals(Instant.parse(TRIALS_END), periodEnd(trial));
        Invoice free = stand.invoicesOf(trial).getFirst();
        assertEquals(0, free.getTotal());
        assertEquals("paid", free.getStatus());

        stand.advance(clock, "2026-12-14T08:00:00Z");

        Subscription paid = stand.retrieve(trial);
        assertEquals("active", paid.getStatus());
        assertEquals(Instant.parse("2027-03-14T06:30:00Z"), periodEnd(paid));
        assertEquals(90_000, stand.invoicesOf(trial).getFirst().getAmountPaid());
    }

    @Test
    void its_end_is_told_three_days_before_and_once() throws Exception {
        start(true, MissingPaymentMethod.CANCEL);
        stand.advance(clock, "2026-12-11T06:29:59Z");
        assertEquals(List.of(), events("customer.subscription.trial_will_end"));

        stand.advance(clock, "2026-12-12T06:30:00Z");

        assertEquals(
                List.of(Instant.parse("2026-12-11T06:30:00Z").getEpochSecond()),
                events("customer.subscription.trial_will_end"));
    }

    @Test
    void one_without_a_card_ends_where_that_was_asked_for() throws Exception {
        Subscription trial = start(false, MissingPaymentMethod.CANCEL);

        stand.advance(clock, "2026-12-14T08:00:00Z");

        assertEquals("canceled", stand.retrieve(trial).getStatus());
        assertEquals(1, stand.invoicesOf(trial).size());
    }

    @Test
    void one_without_a_card_pauses_and_is_resumed_with_one() throws Exception {
        Subscription trial = start(false, MissingPaymentMethod.PAUSE);
        stand.advance(clock, "2026-12-14T08:00:00Z");
        assertEquals("paused", stand.retrieve(trial).getStatus());
        assertEquals(1, events("customer.subscription.paused").size());

        stand.advance(clock, "2026-12-20T06:30:00Z");
        stand.stripe
                .v1()
                .subscriptions()
                .update(
                        trial.getId(),
                        SubscriptionUpdateParams.builder()
                                .setDefaultPaymentMethod("pm_card_visa")
                                .build());
        stand.stripe.v1().subscriptions().resume(trial.getId());

        Subscription resumed = stand.retrieve(trial);
        assertEquals("active", resumed.getStatus());
        assertEquals(Instant.parse("2027-03-20T06:30:00Z"), periodEnd(resumed));
        assertEquals(1, events("customer.subscription.resumed").size());
    }

    @Test
    void one_without_a_card_owes_where_nothing_was_said() throws Exception {
        Subscription trial = start(false, null);

        stand.advance(clock, "2026-12-14T08:00:00Z");

        assertEquals("past_due", stand.retrieve(trial).getStatus());
    }

    @Test
    void a_trial_that_is_ended_now_is_paid_now() throws Exception {
        Subscription trial = start(true, MissingPaymentMethod.CANCEL);
        stand.advance(clock, "2026-12-05T06:30:00Z");

        Subscription begun = stand.stripe
                .v1()
                .subscriptions()
                .update(
                        trial.getId(),
                        SubscriptionUpdateParams.builder()
                                .setTrialEnd(SubscriptionUpdateParams.TrialEnd.NOW)
                                .build());

        assertEquals("active", begun.getStatus());
        assertEquals(Instant.parse("2027-03-05T06:30:00Z"), periodEnd(begun));
        assertEquals(90_000, stand.invoicesOf(trial).getFirst().getAmountPaid());
    }

    @Test
    void a_trial_is_bought_in_checkout() throws Exception {
        Session session = stand.stripe
                .v1()
                .checkout()
                .sessions()
                .create(sessionOf(customer, quarterly)
                        .setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
                                .setTrialPeriodDays(14L)
                                .putMetadata("account", "17")
                                .build())
                        .build());
        assertEquals(0, session.getAmountTotal());
        assertTrue(stand.get("/_twin/pay/" + session.getId()).body().contains("Your trial is free. After it: ₹900.00"));

        stand.press(session, "outcome=pay");

        Session done = stand.retrieve(session);
        assertEquals("no_payment_required", done.getPaymentStatus());
        Subscription trial = stand.stripe.v1().subscriptions().retrieve(done.getSubscription());
        assertEquals("trialing", trial.getStatus());
        assertEquals("17", trial.getMetadata().get("account"));
    }

    @Test
    void a_trial_without_a_card_is_one_where_the_session_allows_it() throws Exception {
        Session session = stand.stripe
                .v1()
                .checkout()
                .sessions()
                .create(sessionOf(customer, quarterly)
                        .setPaymentMethodCollection(SessionCreateParams.PaymentMethodCollection.IF_REQUIRED)
                        .setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
                                .setTrialPeriodDays(14L)
                                .build())
                        .build());

        stand.press(session, "outcome=pay");

        assertNull(stand.stripe
                .v1()
                .subscriptions()
                .retrieve(stand.retrieve(session).getSubscription())
                .getDefaultPaymentMethod());
    }

    private Subscription start(boolean withCard, MissingPaymentMethod without) throws StripeException {
        SubscriptionCreateParams.Builder params = SubscriptionCreateParams.builder()
                .setCustomer(customer.getId())
                .setTrialPeriodDays(14L)
                .addItem(SubscriptionCreateParams.Item.builder()
                        .setPrice(quarterly.getId())
                        .build());
        if (withCard) {
            params.setDefaultPaymentMethod("pm_card_visa");
        }
        if (without != null) {
            params.setTrialSettings(SubscriptionCreateParams.TrialSettings.builder()
                    .setEndBehavior(SubscriptionCreateParams.TrialSettings.EndBehavior.builder()
                            .setMissingPaymentMethod(without)
                            .build())
                    .build());
        }
        return stand.stripe.v1().subscriptions().create(params.build());
    }

    private List<Long> events(String type) throws StripeException {
        return stand
                .stripe
                .v1()
                .events()
                .list(EventListParams.builder().setType(type).build())
                .getData()
                .stream()
                .map(Event::getCreated)
                .toList();
    }
}
