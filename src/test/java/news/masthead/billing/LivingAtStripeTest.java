package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import news.masthead.billing.Till.Buyer;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What readers do with a subscription, and what Stripe then holds. */
@Tag("sandbox")
@QuarkusTest
@TestProfile(AtStripe.class)
class LivingAtStripeTest {

    @Inject
    Till till;

    @Inject
    Shopper shopper;

    @Inject
    Oracle oracle;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Quotes quotes;

    @Inject
    StripeClient stripe;

    @Test
    void who_cancels_may_read_to_the_end_and_may_think_again() {
        Buyer reader = aSubscriber("quarterly");
        till.cancels(reader);
        assertTrue(shopper.subscription(reader).getCancelAt() != null
                || shopper.subscription(reader).getCancelAtPeriodEnd());
        assertEquals(Subscription.State.ENDING, live(reader).state);
        agreed(reader);
        till.resumes(reader);
        assertEquals(Subscription.State.RUNNING, live(reader).state);
        agreed(reader);
    }

    @Test
    void an_upgrade_costs_what_was_quoted_to_the_paisa() {
        Buyer reader = aSubscriber("quarterly");
        till.moveWithoutReconcile(reader, till.periodEnd(reader).minus(Duration.ofDays(46)));
        Buyer now = till.again(reader);
        String quote = Buyer.offered(now.changePage("yearly"));
        long quoted = quotes.find(UUID.fromString(quote))
                .orElseThrow()
                .terms()
                .today()
                .paise();
        now.acceptChange(quote).then().statusCode(303);
        Invoice charged = StripeFailure.asking(() ->
                stripe.v1().invoices().retrieve(shopper.subscription(reader).getLatestInvoice()));
        assertEquals("paid", charged.getStatus());
        assertEquals(quoted, charged.getAmountPaid());
        Eventually.holds(() -> assertEquals("yearly", live(reader).plan));
        agreed(reader);
    }

    @Test
    void an_upgrade_with_a_card_that_fails_changes_nothing() {
        Buyer reader = aSubscriber("quarterly");
        String until = oracle.withUs(reader);
        shopper.changesCardTo(reader, Shopper.CARD_THAT_FAILS);
        reader.change("yearly");
        assertEquals("quarterly", live(reader).plan);
        assertEquals(until, oracle.withUs(reader));
    }

    @Test
    void a_downgrade_waits_for_the_end_of_the_term_and_can_be_taken_back() {
        Buyer reader = aSubscriber("yearly");
        reader.change("quarterly").then().statusCode(303);
        assertEquals("yearly", live(reader).plan);
        assertEquals("quarterly", live(reader).next().orElseThrow().plan());
        reader.keepThePlan().then().statusCode(303);
        assertTrue(live(reader).next().isEmpty());
    }

    @Test
    void a_pause_begins_after_what_is_paid_and_can_be_called_off() {
        Buyer reader = aSubscriber("quarterly");
        reader.pause(1).then().statusCode(303);
        Eventually.holds(() -> assertEquals(Subscription.State.PAUSED, live(reader).state));
        assertTrue(till.isEntitled(reader));
        agreed(reader);
        reader.callOffThePause().then().statusCode(303);
        Eventually.holds(() -> assertEquals(Subscription.State.RUNNING, live(reader).state));
    }

    private Buyer aSubscriber(String plan) {
        Buyer reader = shopper.buys(plan);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        return reader;
    }

    private Subscription live(Buyer reader) {
        return subscriptions.liveOf(reader.account()).orElseThrow();
    }

    private void agreed(Buyer reader) {
        Eventually.holds(() -> assertEquals(oracle.atStripe(reader), oracle.withUs(reader)));
    }
}
