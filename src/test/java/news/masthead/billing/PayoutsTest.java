package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.revenue.PaidOut;
import news.masthead.billing.revenue.Revenue;
import news.masthead.values.Money;
import org.junit.jupiter.api.Test;

/** What goes to the bank is what readers paid, less what went back and what it cost, entry for entry. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class PayoutsTest {

    @Inject
    Till till;

    @Inject
    StripeClient stripe;

    @Inject
    Customers customers;

    @Inject
    StripeSync sync;

    @Inject
    AskForPayouts payouts;

    @Inject
    Revenue revenue;

    @Inject
    MovableClock clock;

    @Test
    void adds_up_and_finds_the_invoice_of_every_entry_however_often_it_is_asked() {
        Instant begun = clock.instant().minusSeconds(60);
        Buyer buyer = till.aSubscriber("yearly", Card.GOOD);
        refund(buyer, 50_000);
        sync.sync(till.subscriptionsAtStripe(buyer).getFirst().getId());
        till.moveTo(buyer, clock.instant().plus(Duration.ofDays(5)));
        payouts.run();
        payouts.run();
        List<PaidOut> sent = revenue.payouts(begun);
        assertEquals(1, sent.size(), sent.toString());
        PaidOut payout = sent.getFirst();
        assertEquals(Money.rupees(2_700), payout.charges());
        assertEquals(Money.rupees(-500), payout.back());
        assertEquals(2, payout.entries());
        assertEquals(0, payout.unmatched());
        assertEquals(new Money(0), payout.off());
        assertEquals(
                payout.net().paise() + payout.fees().paise(),
                payout.charges().paise() + payout.back().paise());
        assertTrue(payout.arrived());
    }

    private void refund(Buyer buyer, long paise) {
        PaymentIntentListParams ofBuyer = PaymentIntentListParams.builder()
                .setCustomer(customers.ensure(buyer.account()))
                .build();
        PaymentIntent payment = StripeFailure.all(
                        () -> stripe.v1().paymentIntents().list(ofBuyer))
                .getFirst();
        RefundCreateParams part = RefundCreateParams.builder()
                .setPaymentIntent(payment.getId())
                .setAmount(paise)
                .build();
        StripeFailure.asking(() -> stripe.v1().refunds().create(part));
    }
}
