package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.Payout;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.RefundCreateParams;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayoutsTest {

    private final Newsstand stand = new Newsstand(options -> options.keepingFees(236));
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
    void a_charge_is_an_entry_less_the_fee() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "good");

        BalanceTransaction entry = stand.stripe.v1().balanceTransactions().retrieve(charge().getBalanceTransaction());

        assertEquals("charge", entry.getType());
        assertEquals(90_000, entry.getAmount());
        assertEquals(2_124, entry.getFee());
        assertEquals(2_124, entry.getFeeDetails().getFirst().getAmount());
        assertEquals(87_876, entry.getNet());
        assertEquals(charge().getId(), entry.getSource());
        assertEquals("pending", entry.getStatus());
        assertEquals(Instant.parse("2026-12-02T00:00:00Z"), at(entry.getAvailableOn()));
    }

    @Test
    void what_came_less_what_went_back_is_sent_to_the_bank_day_by_day() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "good");
        stand.subscribe(customer, stand.price("yearly", 270_000, Interval.YEAR, 1), "good");
        refund(30_000L);

        stand.advance(clock, "2026-12-02T12:00:00Z");

        Payout payout = payouts().getFirst();
        long expected = 360_000 - 2_124 - 6_372 - 30_000;
        assertEquals(expected, payout.getAmount());
        assertEquals("in_transit", payout.getStatus());
        assertTrue(payout.getAutomatic());
        List<BalanceTransaction> entries = entriesOf(payout);
        assertEquals(
                List.of("payout", "refund", "charge", "charge"),
                entries.stream().map(BalanceTransaction::getType).toList());
        assertEquals(
                0,
                entries.stream().mapToLong(BalanceTransaction::getNet).sum(),
                "a payout is what its entries come to");

        stand.advance(clock, "2026-12-03T00:00:00Z");

        assertEquals("paid", payouts().getFirst().getStatus());
        assertEquals(List.of("payout.created", "payout.paid"), stand.eventsOf("payout.*"));
    }

    @Test
    void an_account_in_the_red_waits_for_more() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "good");
        stand.advance(clock, "2026-12-05T00:00:00Z");
        refund(null);
        stand.advance(clock, "2027-02-27T00:00:00Z");
        assertEquals(1, payouts().size());

        stand.subscribe(customer, stand.price("yearly", 270_000, Interval.YEAR, 1), "good");
        stand.advance(clock, "2027-03-02T00:00:00Z");

        assertEquals(
                List.of(270_000 - 6_372 - 90_000L, 87_876L),
                payouts().stream()
                        .map(Payout::getAmount)
                        .toList()
                        .subList(payouts().size() - 2, payouts().size()));
    }

    @Test
    void without_a_test_clock_the_given_clock_pays_out() throws Exception {
        stand.subscribe(stand.customer(), stand.quarterly(), "good");

        stand.now.set(Instant.parse("2026-12-03T00:00:01Z"));

        assertEquals("paid", payouts().getFirst().getStatus());
    }

    private void refund(Long amount) throws Exception {
        stand.stripe
                .v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setCharge(charge().getId())
                        .setAmount(amount)
                        .build());
    }

    private Charge charge() throws Exception {
        return stand.stripe.v1().charges().list().getData().getFirst();
    }

    private List<Payout> payouts() throws Exception {
        return stand.stripe.v1().payouts().list().getData();
    }

    private List<BalanceTransaction> entriesOf(Payout payout) throws Exception {
        return stand.stripe
                .v1()
                .balanceTransactions()
                .list(BalanceTransactionListParams.builder()
                        .setPayout(payout.getId())
                        .build())
                .getData();
    }
}
