package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundsTest {

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
    void all_of_it_is_given_back_and_the_invoice_stays_paid() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");

        Refund refund = refund(RefundCreateParams.builder()
                .setPaymentIntent(payment().getId())
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata("by", "desk"));

        assertEquals("succeeded", refund.getStatus());
        assertEquals(90_000, refund.getAmount());
        assertEquals("requested_by_customer", refund.getReason());
        assertEquals("desk", refund.getMetadata().get("by"));
        Charge charge = payment().getLatestChargeObject();
        assertTrue(charge.getRefunded());
        assertEquals(90_000, charge.getAmountRefunded());
        assertEquals(refund.getId(), charge.getRefunds().getData().getFirst().getId());
        assertEquals("paid", stand.invoicesOf(subscription).getFirst().getStatus());
        assertEquals("active", stand.retrieve(subscription).getStatus(), "a refund does not cancel");
        assertEquals(List.of("refund.created", "charge.refunded"), stand.eventsOf("refund.*", "charge.refunded"));
        assertEquals(refund, stand.stripe.v1().refunds().retrieve(refund.getId()));
    }

    @Test
    void parts_are_given_back_until_nothing_is_left() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "good");
        String charge = payment().getLatestCharge();

        refund(RefundCreateParams.builder().setCharge(charge).setAmount(30_000L));
        assertFalse(payment().getLatestChargeObject().getRefunded());
        assertEquals(30_000, payment().getLatestChargeObject().getAmountRefunded());

        InvalidRequestException tooMuch = Newsstand.refused(
                () -> refund(RefundCreateParams.builder().setCharge(charge).setAmount(60_001L)));
        assertTrue(tooMuch.getMessage().startsWith("Refund amount (₹600.01) is greater"), tooMuch.getMessage());

        refund(RefundCreateParams.builder().setCharge(charge));
        assertTrue(payment().getLatestChargeObject().getRefunded());
        InvalidRequestException again =
                Newsstand.refused(() -> refund(RefundCreateParams.builder().setCharge(charge)));
        assertEquals("charge_already_refunded", again.getCode());
        assertEquals(
                List.of(60_000L, 30_000L),
                stand
                        .stripe
                        .v1()
                        .refunds()
                        .list(RefundListParams.builder().setCharge(charge).build())
                        .getData()
                        .stream()
                        .map(Refund::getAmount)
                        .toList());
    }

    @Test
    void what_names_no_payment_or_one_that_never_came_is_refused() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "fails-at-renewal");
        stand.advance(clock, "2027-02-28T07:30:00Z");

        Newsstand.refused(() -> refund(RefundCreateParams.builder().setAmount(1L)));
        Newsstand.refused(() -> refund(RefundCreateParams.builder().setCharge("ch_none")));
        Newsstand.refused(() ->
                refund(RefundCreateParams.builder().setPaymentIntent(payment().getId())));
        Newsstand.refused(
                () -> refund(RefundCreateParams.builder().setCharge(payment().getLatestCharge())));
    }

    @Test
    void a_refund_may_be_on_its_way_for_a_while() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "refund-pends");

        Refund refund =
                refund(RefundCreateParams.builder().setPaymentIntent(payment().getId()));

        assertEquals("pending", refund.getStatus());
        assertEquals("processing", refund.getPendingReason());
        assertTrue(payment().getLatestChargeObject().getRefunded());

        stand.advance(clock, "2026-11-30T08:00:00Z");

        Refund arrived = stand.stripe.v1().refunds().retrieve(refund.getId());
        assertEquals("succeeded", arrived.getStatus());
        assertNull(arrived.getPendingReason());
        assertEquals(List.of("refund.created", "refund.updated"), stand.eventsOf("refund.*"));
    }

    @Test
    void a_refund_that_the_bank_returns_leaves_the_money_with_us() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "refund-fails");
        Refund refund =
                refund(RefundCreateParams.builder().setPaymentIntent(payment().getId()));
        assertEquals("succeeded", refund.getStatus());

        stand.advance(clock, "2026-11-30T08:00:00Z");

        assertEquals(
                "failed", stand.stripe.v1().refunds().retrieve(refund.getId()).getStatus());
        Charge charge = payment().getLatestChargeObject();
        assertFalse(charge.getRefunded());
        assertEquals(0, charge.getAmountRefunded());
        assertEquals(
                List.of("refund.created", "charge.refunded", "refund.failed", "charge.updated"),
                stand.eventsOf("refund.*", "charge.refunded", "charge.updated"));
    }

    private Refund refund(RefundCreateParams.Builder asked) throws Exception {
        return stand.stripe.v1().refunds().create(asked.build());
    }

    private PaymentIntent payment() throws Exception {
        return stand.stripe
                .v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder()
                        .setCustomer(customer.getId())
                        .addExpand("data.latest_charge.refunds")
                        .build())
                .getData()
                .getFirst();
    }
}
