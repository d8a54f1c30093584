package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.Refund;
import com.stripe.param.RefundListParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Together;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money given back: once, never more than came, and with the access that belongs to it. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class RefundsTest {

    private static final long STAFF = 1;

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Calm calm;

    @Inject
    Refunds refunds;

    @Inject
    Payments payments;

    @Inject
    DeedBook deeds;

    @Inject
    Care care;

    @Inject
    CareBook book;

    @Inject
    Subscriptions subscriptions;

    @Inject
    StripeClient stripe;

    private Buyer reader;
    private Payment payment;

    @BeforeEach
    void a_subscriber() {
        reader = till.aSubscriber("quarterly", Card.GOOD);
        calm.after(twin);
        payment = payments.of(reader.account()).getFirst();
    }

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @Test
    @Case(26)
    void a_whole_refund_ends_access_and_leaves_the_subscription_to_a_deed_of_its_own() {
        assertTrue(refunds.accessAfter(payment).isEmpty(), "and says so before");
        assertInstanceOf(Refunds.Outcome.Given.class, give(UUID.randomUUID(), 90_000));
        assertFalse(till.isEntitled(reader));
        assertEquals("active", till.subscriptionsAtStripe(reader).getFirst().getStatus());
        assertTrue(
                book.cases().stream().anyMatch(one -> one.account() == reader.account()), "staff see that it goes on");

        assertTrue(care.endNow(wish(), live()));
        assertEquals("canceled", till.subscriptionsAtStripe(reader).getFirst().getStatus());
        assertTrue(book.cases().stream().noneMatch(one -> one.account() == reader.account()));
        assertEquals(
                List.of(Deed.What.ENDED_NOW, Deed.What.REFUNDED),
                deeds.of(reader.account()).stream().map(Deed::what).toList());
    }

    @Test
    @Case(26)
    void a_refund_in_part_keeps_access() {
        assertInstanceOf(Refunds.Outcome.Given.class, give(UUID.randomUUID(), 40_000));
        assertTrue(till.isEntitled(reader));
        assertEquals(Money.rupees(500), payments.of(reader.account()).getFirst().left());
    }

    @Test
    void one_form_sent_in_twenty_tabs_at_once_is_one_refund() throws Exception {
        UUID form = UUID.randomUUID();
        Together.of(20, () -> give(form, 90_000));
        assertEquals(1, atStripe().size());
        assertInstanceOf(Refunds.Outcome.Given.class, give(form, 90_000));
        assertEquals(1, deeds.of(reader.account()).size());
    }

    @Test
    void twenty_forms_at_once_never_give_back_more_than_came() throws Exception {
        Together.of(20, () -> give(UUID.randomUUID(), 40_000));
        assertTrue(atStripe().stream().mapToLong(Refund::getAmount).sum() <= 90_000);
        assertEquals(
                atStripe().size(),
                deeds.of(reader.account()).stream()
                        .filter(deed -> deed.what() == Deed.What.REFUNDED)
                        .count());
    }

    @Test
    void more_than_is_left_is_refused_and_nothing_changes() {
        give(UUID.randomUUID(), 60_000);
        Refunds.Outcome outcome = give(UUID.randomUUID(), 30_001);
        assertEquals(new Refunds.Outcome.TooMuch(Money.rupees(300)), outcome);
        assertEquals(1, atStripe().size());
    }

    @Test
    void where_stripe_is_silent_nothing_changes_and_asking_again_counts_once() {
        UUID form = UUID.randomUUID();
        line.cut();
        assertInstanceOf(Refunds.Outcome.Silent.class, give(form, 90_000));
        line.mend();
        assertTrue(till.isEntitled(reader));
        assertEquals(List.of(), atStripe());
        assertEquals(List.of(), deeds.of(reader.account()));
        assertInstanceOf(Refunds.Outcome.Unanswered.class, give(UUID.randomUUID(), 10_000), "one after the other");

        assertInstanceOf(Refunds.Outcome.Given.class, refunds.askAgain(form, reader.account()));
        assertEquals(1, atStripe().size());
        assertFalse(till.isEntitled(reader));
    }

    @Test
    void where_only_stripes_answer_is_lost_asking_again_counts_once() {
        UUID form = UUID.randomUUID();
        line.loseAnswers(3);
        assertInstanceOf(Refunds.Outcome.Silent.class, give(form, 40_000));
        line.mend();
        assertInstanceOf(Refunds.Outcome.Given.class, refunds.askAgain(form, reader.account()));
        assertEquals(1, atStripe().size());
    }

    @Test
    @Case(26)
    void a_dispute_suspends_access_until_the_bank_decides_for_us() {
        String dispute = twin.dispute(payment.id(), "fraudulent");
        Eventually.holds(() -> assertFalse(till.isEntitled(reader)));
        twin.decide(dispute, true);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        assertEquals("active", till.subscriptionsAtStripe(reader).getFirst().getStatus());
    }

    @Test
    @Case(26)
    void a_dispute_that_is_lost_ends_access_and_the_subscription() {
        String dispute = twin.dispute(payment.id(), "fraudulent");
        Eventually.holds(() -> assertFalse(till.isEntitled(reader)));
        twin.decide(dispute, false);
        Eventually.holds(() -> assertEquals(
                "canceled", till.subscriptionsAtStripe(reader).getFirst().getStatus()));
        assertFalse(till.isEntitled(reader));
    }

    @Test
    void ends_a_subscription_at_its_terms_end_or_at_once() {
        assertTrue(care.endAtTerm(wish(), live()));
        assertTrue(till.isEntitled(reader));
        assertEquals(Subscription.State.ENDING, live().state);
        assertTrue(care.endNow(wish(), live()));
        assertFalse(till.isEntitled(reader));
        line.cut();
        assertFalse(care.sync(wish(), subscriptions.allOf(reader.account()).getFirst()));
        assertEquals(2, deeds.of(reader.account()).size());
    }

    private Care.Wish wish() {
        return new Care.Wish(UUID.randomUUID(), STAFF, "Asked for it on the telephone");
    }

    private Subscription live() {
        return subscriptions.liveOf(reader.account()).orElseThrow();
    }

    private Refunds.Outcome give(UUID form, long paise) {
        return refunds.give(form, STAFF, reader.account(), payment.id(), new Money(paise), "Bought by mistake");
    }

    private List<Refund> atStripe() {
        RefundListParams asked = RefundListParams.builder()
                .setPaymentIntent(payment.id())
                .setLimit(100L)
                .build();
        return StripeFailure.all(() -> stripe.v1().refunds().list(asked));
    }
}
