package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.Dispute;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.RefundCreateParams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisputesTest {

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
    void the_bank_takes_the_money_and_asks_then() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "disputed");

        Dispute dispute = dispute();

        assertEquals("needs_response", dispute.getStatus());
        assertEquals("fraudulent", dispute.getReason());
        assertEquals(90_000, dispute.getAmount());
        assertFalse(dispute.getIsChargeRefundable());
        assertEquals(List.of(-90_000L), movements(dispute));
        assertTrue(charge().getDisputed());
        assertEquals(charge().getId(), dispute.getCharge());
        assertEquals(charge().getPaymentIntent(), dispute.getPaymentIntent());
        assertEquals("active", stand.retrieve(subscription).getStatus(), "a dispute does not cancel");
        assertEquals(
                List.of("charge.dispute.created", "charge.dispute.funds_withdrawn"),
                stand.eventsOf("charge.dispute.*"));
        assertEquals(
                "charge_disputed",
                Newsstand.refused(() -> stand.stripe
                                .v1()
                                .refunds()
                                .create(RefundCreateParams.builder()
                                        .setCharge(dispute.getCharge())
                                        .build()))
                        .getCode());
    }

    @Test
    void evidence_that_wins_brings_the_money_back() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "disputed");

        Dispute won = answer("winning_evidence");

        assertEquals("won", won.getStatus());
        assertEquals(List.of(-90_000L, 90_000L), movements(won));
        assertEquals(1, won.getEvidenceDetails().getSubmissionCount());
        assertEquals(
                List.of(
                        "charge.dispute.created",
                        "charge.dispute.funds_withdrawn",
                        "charge.dispute.updated",
                        "charge.dispute.closed",
                        "charge.dispute.funds_reinstated"),
                stand.eventsOf("charge.dispute.*"));
        Newsstand.refused(() -> answer("losing_evidence"));
    }

    @Test
    void evidence_that_loses_does_not() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "not-received");
        assertEquals("product_not_received", dispute().getReason());

        Dispute lost = answer("losing_evidence");

        assertEquals("lost", lost.getStatus());
        assertEquals(List.of(-90_000L), movements(lost));
        assertTrue(charge().getDisputed());
    }

    @Test
    void other_evidence_is_under_review_until_the_bank_decides() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "disputed");
        assertEquals("under_review", answer("She read 40 stories.").getStatus());

        stand.twin.decide(dispute().getId(), true);

        assertEquals("won", dispute().getStatus());
    }

    @Test
    void staged_evidence_is_not_sent_yet() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "disputed");

        Dispute staged = stand.stripe
                .v1()
                .disputes()
                .update(
                        dispute().getId(),
                        DisputeUpdateParams.builder()
                                .setSubmit(false)
                                .setEvidence(DisputeUpdateParams.Evidence.builder()
                                        .setUncategorizedText("winning_evidence")
                                        .build())
                                .build());

        assertEquals("needs_response", staged.getStatus());
        assertTrue(staged.getEvidenceDetails().getHasEvidence());
    }

    @Test
    void giving_in_loses_and_so_does_silence() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "disputed");
        assertEquals(
                "lost", stand.stripe.v1().disputes().close(dispute().getId()).getStatus());

        stand.subscribe(customer, stand.price("yearly", 270_000, Interval.YEAR, 1), "disputed");
        assertEquals("needs_response", dispute().getStatus());
        stand.advance(clock, "2026-12-15T00:00:00Z");

        assertEquals("lost", dispute().getStatus());
        assertTrue(dispute().getEvidenceDetails().getPastDue());
    }

    @Test
    void an_inquiry_moves_no_money() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "inquired");

        Dispute inquiry = dispute();

        assertEquals("warning_needs_response", inquiry.getStatus());
        assertEquals(List.of(), movements(inquiry));
        assertTrue(inquiry.getIsChargeRefundable());
        assertEquals("warning_closed", answer("winning_evidence").getStatus());
        assertEquals(
                List.of("charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed"),
                stand.eventsOf("charge.dispute.*"));
    }

    @Test
    void a_test_may_dispute_any_payment() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "good");

        String dispute = stand.twin.dispute(charge().getPaymentIntent(), "product_unacceptable");

        assertEquals(dispute, dispute().getId());
        assertEquals("product_unacceptable", dispute().getReason());
    }

    private Dispute answer(String text) throws Exception {
        DisputeUpdateParams evidence = DisputeUpdateParams.builder()
                .setEvidence(DisputeUpdateParams.Evidence.builder()
                        .setUncategorizedText(text)
                        .build())
                .build();
        return stand.stripe.v1().disputes().update(dispute().getId(), evidence);
    }

    private Dispute dispute() throws Exception {
        return stand.stripe
                .v1()
                .disputes()
                .list(DisputeListParams.builder().build())
                .getData()
                .getFirst();
    }

    private Charge charge() throws Exception {
        return stand.stripe.v1().charges().list().getData().getFirst();
    }

    private static List<Long> movements(Dispute dispute) {
        return dispute.getBalanceTransactions().stream()
                .map(BalanceTransaction::getAmount)
                .toList();
    }
}
