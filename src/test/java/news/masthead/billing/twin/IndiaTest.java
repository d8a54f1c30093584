package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.Mandate;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards of India under the rules of its Reserve Bank. https://docs.stripe.com/india-recurring-payments */
class IndiaTest {

    private static final String FIRST_ATTEMPT = "2027-02-28T07:30:00Z";

    private final Newsstand stand = new Newsstand();
    private TestClock clock;
    private Customer customer;

    @BeforeEach
    void a_reader_in_India_on_a_test_clock() throws Exception {
        stand.twin.ruleAsInIndia(true);
        clock = stand.testClock();
        customer = stand.customerOn(clock);
    }

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void the_first_payment_registers_a_mandate_that_the_reader_confirms() throws Exception {
        subscribe(90_000, "indian-mandate");

        Mandate mandate = mandate();

        assertEquals("active", mandate.getStatus());
        assertEquals(90_000, mandate.getMultiUse().getAmount());
        assertEquals("inr", mandate.getMultiUse().getCurrency());
        assertEquals(subscription().getDefaultPaymentMethod(), mandate.getPaymentMethod());
    }

    @Test
    void a_renewal_is_announced_and_comes_26_hours_later() throws Exception {
        subscribe(90_000, "indian-mandate");
        String mandate = mandate().getId();

        stand.advance(clock, FIRST_ATTEMPT);

        PaymentIntent announced = payment();
        assertEquals("processing", announced.getStatus());
        var notice = announced.getProcessing().getCard().getCustomerNotification();
        assertFalse(notice.getApprovalRequested());
        assertEquals(Instant.parse("2027-03-01T09:30:00Z"), at(notice.getCompletesAt()));
        assertNull(announced.getLatestCharge());
        assertEquals("active", subscription().getStatus());
        assertEquals("open", stand.invoicesOf(subscription()).getFirst().getStatus());

        stand.advance(clock, "2027-03-01T09:29:59Z");
        assertEquals("processing", payment().getStatus());
        stand.advance(clock, "2027-03-01T09:30:00Z");

        assertEquals("succeeded", payment().getStatus());
        assertEquals("paid", stand.invoicesOf(subscription()).getFirst().getStatus());
        assertEquals(mandate, charge().getPaymentMethodDetails().getCard().getMandate());
    }

    @Test
    void a_debit_above_15000_rupees_is_to_be_confirmed_each_time() throws Exception {
        subscribe(1_500_001, "indian-mandate");
        stand.advance(clock, FIRST_ATTEMPT);
        assertTrue(payment().getProcessing().getCard().getCustomerNotification().getApprovalRequested());

        stand.advance(clock, "2027-03-01T09:30:00Z");
        assertEquals("past_due", subscription().getStatus(), "nobody confirmed it");
        assertEquals(
                "payment_intent_authentication_failure",
                payment().getLastPaymentError().getCode());
        stand.advance(clock, "2027-03-04T09:30:00Z");
        stand.twin.close(payment().getId(), true);

        assertEquals("active", subscription().getStatus());
    }

    @Test
    void a_reader_who_opts_out_at_the_notice_cancels_the_mandate() throws Exception {
        subscribe(90_000, "indian-opts-out");
        String mandate = mandate().getId();

        stand.advance(clock, "2027-02-28T12:00:00Z");

        assertEquals("inactive", stand.stripe.v1().mandates().retrieve(mandate).getStatus());
        assertEquals(List.of("mandate.updated"), stand.eventsOf("mandate.*"));
        assertEquals(
                "india_recurring_payment_mandate_canceled",
                payment().getLastPaymentError().getCode());
        assertEquals("past_due", subscription().getStatus());
        assertEquals(1, stand.eventsOf("invoice.payment_failed").size());
    }

    @Test
    void a_bank_may_refuse_what_was_announced() throws Exception {
        subscribe(90_000, "indian-refused");

        stand.advance(clock, "2027-03-01T09:30:00Z");

        assertEquals("card_declined", payment().getLastPaymentError().getCode());
        assertEquals("past_due", subscription().getStatus());
    }

    @Test
    void a_card_without_a_mandate_is_found_out_at_the_first_renewal() throws Exception {
        subscribe(90_000, "indian");
        assertNull(charge().getPaymentMethodDetails().getCard().getMandate());

        stand.advance(clock, FIRST_ATTEMPT);

        assertEquals("transaction_not_allowed", payment().getLastPaymentError().getDeclineCode());
        assertEquals("past_due", subscription().getStatus());
    }

    @Test
    void a_mandate_covers_no_more_than_its_amount() throws Exception {
        subscribe(90_000, "indian-mandate");
        stand.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription().getId(),
                        SubscriptionUpdateParams.builder()
                                .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.NONE)
                                .addItem(SubscriptionUpdateParams.Item.builder()
                                        .setId(subscription()
                                                .getItems()
                                                .getData()
                                                .getFirst()
                                                .getId())
                                        .setPrice(stand.price("dearer", 120_000, Interval.MONTH, 3)
                                                .getId())
                                        .build())
                                .build());

        stand.advance(clock, FIRST_ATTEMPT);

        assertEquals(
                "payment_intent_mandate_invalid",
                payment().getLastPaymentError().getCode());
        assertEquals("past_due", subscription().getStatus());
    }

    private void subscribe(long paise, String card) throws Exception {
        Session session = stand.session(customer, stand.price("plan", paise, Interval.MONTH, 3));
        stand.press(session, "outcome=pay&card=" + card);
        if (stand.retrieve(session).getStatus().equals("open")) {
            stand.press(session, "outcome=confirm");
        }
        assertEquals("active", subscription().getStatus());
    }

    private Mandate mandate() throws Exception {
        return stand.stripe
                .v1()
                .mandates()
                .retrieve(charge().getPaymentMethodDetails().getCard().getMandate());
    }

    private Subscription subscription() throws Exception {
        return stand.stripe
                .v1()
                .subscriptions()
                .list(SubscriptionListParams.builder()
                        .setCustomer(customer.getId())
                        .build())
                .getData()
                .getFirst();
    }

    private PaymentIntent payment() throws Exception {
        return stand.stripe.v1().paymentIntents().list().getData().getFirst();
    }

    private Charge charge() throws Exception {
        return stand.stripe.v1().charges().list().getData().getFirst();
    }
}
