package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.AfterRetries;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account at Stripe that is set to leave subscriptions past due when every retry has failed. Reading ends all the same. */
@QuarkusTest
@TestProfile(PastDueForEverTest.LeavesPastDue.class)
class PastDueForEverTest {

    private static final Duration GRACE = Duration.ofDays(3);

    StripeTwin twin;

    @Inject
    Till till;

    @Inject
    Subscriptions subscriptions;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        assertEquals(List.of(), twin.violations());
    }

    @Case(16)
    @Test
    void reading_ends_at_the_end_of_the_grace_and_neither_retries_nor_the_next_term_begin_another() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        Instant end = till.periodEnd(reader).plus(GRACE);
        till.moveTo(reader, end.minus(GRACE).plus(Duration.ofHours(2)));
        assertTrue(till.isEntitled(reader));
        assertReadingEnds(reader, end);

        for (int days : new int[] {4, 9, 16, 60}) {
            till.moveTo(reader, end.minus(GRACE).plus(Duration.ofDays(days)));
            assertReadingEnds(reader, end);
            assertFalse(till.isEntitled(reader));
        }
        till.moveTo(reader, till.periodEnd(reader).plus(Duration.ofHours(2)));
        assertReadingEnds(reader, end);
        assertFalse(till.isEntitled(reader));
        till.again(reader).browser().get("/account/plan/payment").then().body(containsString("as soon as it is paid"));
    }

    private void assertReadingEnds(Buyer reader, Instant end) {
        assertEquals("past_due", till.subscriptionsAtStripe(reader).getFirst().getStatus());
        assertEquals(
                Subscription.State.PAST_DUE,
                subscriptions.liveOf(reader.account()).orElseThrow().state);
        assertTrue(till.wasEntitled(reader, end.minusSeconds(1)));
        assertFalse(till.wasEntitled(reader, end));
    }

    /** {@link OnTheTwin}, with that setting. */
    public static class LeavesPastDue extends OnTheTwin {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(
                            Backdrop.class, Map.of(Backdrop.AFTER_RETRIES, AfterRetries.LEAVE_PAST_DUE.name())),
                    new TestResourceEntry(PostOffice.class));
        }
    }
}
