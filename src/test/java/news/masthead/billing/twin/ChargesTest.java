package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.ChargeListParams;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.PaymentIntentListParams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChargesTest {

    private final Newsstand stand = new Newsstand();
    private TestClock clock;
    private Customer customer;

    @BeforeEach
    void a_reader_on_a_test_clock() throws Exception {
        clock = stand.testClock();
        customer = stand.customerOn(clock);
    }

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void a_payment_that_comes_has_its_charge() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "good");

        PaymentIntent payment = payments().getFirst();
        Charge charge = payment.getLatestChargeObject();

        assertEquals("succeeded", payment.getStatus());
        assertEquals("succeeded", charge.getStatus());
        assertEquals(90_000, charge.getAmount());
        assertEquals(90_000, charge.getAmountCaptured());
        assertTrue(charge.getPaid());
        assertFalse(charge.getRefunded());
        assertEquals(payment.getId(), charge.getPaymentIntent());
        assertEquals("4242", charge.getPaymentMethodDetails().getCard().getLast4());
        assertEquals("authorized", charge.getOutcome().getType());
        assertTrue(charge.getRefunds().getData().isEmpty());
        assertEquals(charge, stand.stripe.v1().charges().retrieve(charge.getId(), withRefunds()));
        assertEquals(
                List.of("payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "invoice.paid"),
                stand.eventsOf("payment_intent.*", "charge.*", "invoice.paid"));
    }

    @Test
    void refunds_are_shown_only_to_who_asks_for_them() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "good");

        Charge charge = stand.stripe.v1().charges().list().getData().getFirst();

        assertNull(charge.getRefunds());
    }

    @Test
    void each_declined_attempt_is_a_charge_that_says_why() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "fails-at-renewal");

        stand.advance(clock, "2027-02-28T07:30:00Z");

        PaymentIntent payment = payments().getFirst();
        Charge charge = payment.getLatestChargeObject();
        assertEquals("past_due", stand.retrieve(subscription).getStatus());
        assertEquals("requires_payment_method", payment.getStatus());
        assertEquals("card_declined", payment.getLastPaymentError().getCode());
        assertEquals(charge.getId(), payment.getLastPaymentError().getCharge());
        assertEquals("failed", charge.getStatus());
        assertFalse(charge.getPaid());
        assertEquals("card_declined", charge.getFailureCode());
        assertEquals("generic_decline", charge.getOutcome().getReason());
        assertEquals(
                List.of("payment_intent.created", "charge.failed", "payment_intent.payment_failed"),
                stand.eventsOf("payment_intent.*", "charge.*").subList(3, 6));

        stand.advance(clock, "2027-03-03T07:30:00Z");

        assertEquals(
                2,
                stand.stripe
                        .v1()
                        .charges()
                        .list(ChargeListParams.builder()
                                .setPaymentIntent(payment.getId())
                                .build())
                        .getData()
                        .size(),
                "the retry is another charge of the same payment");
        assertNotNull(payments().getFirst().getLatestCharge());
        assertFalse(charge.getId().equals(payments().getFirst().getLatestCharge()));
    }

    private static ChargeRetrieveParams withRefunds() {
        return ChargeRetrieveParams.builder().addExpand("refunds").build();
    }

    private List<PaymentIntent> payments() throws Exception {
        return stand.stripe
                .v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder()
                        .setCustomer(customer.getId())
                        .addExpand("data.latest_charge")
                        .addExpand("data.latest_charge.refunds")
                        .build())
                .getData();
    }
}
