package news.masthead.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.subscription.Standing.Phase;
import news.masthead.values.Money;
import news.masthead.values.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SiteTest
class SubscriptionsTest {

    private static final Duration GRACE = Duration.ofDays(3);

    @Inject
    Subscriptions subscriptions;

    @Inject
    Entitlements entitlements;

    @Inject
    Given given;

    @Inject
    Clock clock;

    private long account;
    private Instant start;
    private Instant end;

    private final String first = "sub_" + UUID.randomUUID();
    private final String second = "sub_" + UUID.randomUUID();

    @BeforeEach
    void a_reader() {
        account = given.aReader().account();
        start = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.DAYS);
        end = start.plus(90, ChronoUnit.DAYS);
    }

    @Test
    void numbers_of_fetches_rise() {
        assertTrue(subscriptions.beginFetch() < subscriptions.beginFetch());
    }

    @Test
    void of_two_answers_the_one_asked_for_later_counts_whichever_comes_first() {
        long earlier = subscriptions.beginFetch();
        long later = subscriptions.beginFetch();
        subscriptions.apply(account, first, standing(new Phase.Ended(start)), later);
        subscriptions.apply(account, first, standing(new Phase.Running()), earlier);
        assertEquals(Subscription.State.ENDED, subscriptions.ofProvider(first).orElseThrow().state);
        assertFalse(entitlements.cover(account, clock.instant()));
    }

    @Test
    void while_it_runs_access_outlasts_the_paid_span_by_the_grace() {
        apply(first, new Phase.Running());
        assertEquals(end.plus(GRACE), entitlements.coveredUntil(account, end).orElseThrow());
        apply(first, new Phase.PastDue());
        assertEquals(end.plus(GRACE), entitlements.coveredUntil(account, end).orElseThrow());
    }

    @Test
    void once_cancelled_it_ends_with_the_paid_span() {
        apply(first, new Phase.Ending(end));
        assertTrue(entitlements.cover(account, end.minusNanos(1_000)));
        assertFalse(entitlements.cover(account, end));
    }

    @Test
    void what_waits_for_its_first_payment_opens_nothing() {
        Standing unpaid = new Standing("quarterly", Money.rupees(900), List.of(), new Phase.Awaiting());
        subscriptions.apply(account, first, unpaid, subscriptions.beginFetch());
        assertFalse(entitlements.cover(account, clock.instant()));
        assertTrue(subscriptions.liveOf(account).isEmpty());
    }

    @Test
    void when_all_is_given_back_access_is_over_and_the_subscription_can_still_be_cancelled() {
        apply(first, new Phase.Running());
        Standing givenBack = new Standing("quarterly", Money.rupees(900), List.of(), new Phase.Running());
        subscriptions.apply(account, first, givenBack, subscriptions.beginFetch());
        assertFalse(entitlements.cover(account, clock.instant()));
        assertEquals(first, subscriptions.liveOf(account).orElseThrow().providerRef);
    }

    @Test
    void a_second_one_is_a_duplicate_until_the_first_has_ended() {
        apply(first, new Phase.Running());
        apply(second, new Phase.Running());
        assertTrue(subscriptions.ofProvider(second).orElseThrow().isDuplicate());
        assertEquals(first, subscriptions.liveOf(account).orElseThrow().providerRef);
        assertEquals(2, subscriptions.allLiveOf(account).size());

        apply(first, new Phase.Ended(start.plusSeconds(1)));
        assertEquals(second, subscriptions.liveOf(account).orElseThrow().providerRef);
        assertFalse(subscriptions.ofProvider(second).orElseThrow().isDuplicate());
        assertTrue(entitlements.cover(account, clock.instant()));
    }

    @Test
    void what_renews_soon_or_waits_for_money_is_due_for_a_look() {
        apply(first, new Phase.Running());
        assertFalse(isDueBefore(end));
        assertTrue(isDueBefore(end.plusSeconds(1)));
        apply(first, new Phase.Ended(end));
        assertFalse(isDueBefore(end.plusSeconds(1)));
    }

    private boolean isDueBefore(Instant soon) {
        return subscriptions.dueBefore(soon).stream().anyMatch(due -> due.providerRef.equals(first));
    }

    private void apply(String providerRef, Phase phase) {
        subscriptions.apply(account, providerRef, standing(phase, providerRef), subscriptions.beginFetch());
    }

    private Standing standing(Phase phase) {
        return standing(phase, first);
    }

    private Standing standing(Phase phase, String providerRef) {
        PaidTerm term = new PaidTerm("in_" + providerRef, new Window(start, end), Money.rupees(900));
        return new Standing("quarterly", Money.rupees(900), List.of(term), phase);
    }
}
