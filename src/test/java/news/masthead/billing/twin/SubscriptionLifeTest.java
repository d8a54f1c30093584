package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.at;
import static news.masthead.billing.twin.Newsstand.periodEnd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.EventListParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.common.EmptyParam;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionLifeTest {

    private final Newsstand stand =
            new Newsstand(options -> options.retryingAfter(Duration.ofDays(3), Duration.ofDays(5)));
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
    void a_quarter_is_counted_from_the_day_of_the_first_one() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");
        assertEquals(Instant.parse("2027-02-28T06:30:00Z"), periodEnd(subscription));

        stand.advance(clock, "2027-02-28T08:00:00Z");

        assertEquals(Instant.parse("2027-05-30T06:30:00Z"), periodEnd(stand.retrieve(subscription)));
        Invoice renewal = stand.invoicesOf(subscription).getFirst();
        assertEquals("subscription_cycle", renewal.getBillingReason());
        assertEquals("paid", renewal.getStatus());
        assertEquals(
                Instant.parse("2027-05-30T06:30:00Z"),
                at(renewal.getLines().getData().getFirst().getPeriod().getEnd()));
        assertEquals(
                Instant.parse("2026-11-30T06:30:00Z"),
                at(renewal.getPeriodStart()),
                "an invoice's own period looks back");
    }

    @Test
    void a_year_and_two_years_renew_on_their_day() throws Exception {
        Subscription year = stand.subscribe(customer, stand.price("yearly", 270_000, Interval.YEAR, 1), "good");
        Subscription two = stand.subscribe(customer, stand.price("two", 390_000, Interval.YEAR, 2), "good");
        assertEquals(Instant.parse("2027-11-30T06:30:00Z"), periodEnd(year));
        assertEquals(Instant.parse("2028-11-30T06:30:00Z"), periodEnd(two));

        stand.advance(clock, "2028-11-30T06:30:00Z");
        stand.advance(clock, "2028-11-30T07:30:00Z");

        assertEquals(Instant.parse("2029-11-30T06:30:00Z"), periodEnd(stand.retrieve(year)));
        assertEquals(Instant.parse("2030-11-30T06:30:00Z"), periodEnd(stand.retrieve(two)));
        assertEquals(
                3,
                stand.invoicesOf(year).stream()
                        .filter(it -> it.getStatus().equals("paid"))
                        .count());
        assertEquals(
                List.of(390_000L, 390_000L),
                stand.invoicesOf(two).stream().map(Invoice::getAmountPaid).toList());
    }

    @Test
    void a_renewal_is_a_draft_for_an_hour_while_the_period_has_moved_on() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");

        stand.advance(clock, "2027-02-28T07:00:00Z");

        Subscription renewed = stand.retrieve(subscription);
        assertEquals("active", renewed.getStatus());
        assertEquals(Instant.parse("2027-05-30T06:30:00Z"), periodEnd(renewed));
        Invoice draft = stand.stripe.v1().invoices().retrieve(renewed.getLatestInvoice());
        assertEquals("draft", draft.getStatus());
        assertEquals(0, draft.getAmountPaid());
        assertEquals(Instant.parse("2027-02-28T07:30:00Z"), at(draft.getAutomaticallyFinalizesAt()));
    }

    @Test
    void a_failing_card_is_past_due_retried_and_then_canceled() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "fails-at-renewal");
        assertEquals("active", subscription.getStatus());

        stand.advance(clock, "2027-02-28T07:30:00Z");

        Subscription due = stand.retrieve(subscription);
        assertEquals("past_due", due.getStatus());
        assertEquals(Instant.parse("2027-05-30T06:30:00Z"), periodEnd(due), "the period moves on without the money");
        Invoice unpaid = stand.stripe.v1().invoices().retrieve(due.getLatestInvoice());
        assertEquals("open", unpaid.getStatus());
        assertEquals(1, unpaid.getAttemptCount());
        assertEquals(Instant.parse("2027-03-03T07:30:00Z"), at(unpaid.getNextPaymentAttempt()));

        stand.advance(clock, "2027-03-09T00:00:00Z");

        Subscription ended = stand.retrieve(subscription);
        assertEquals("canceled", ended.getStatus());
        assertEquals("payment_failed", ended.getCancellationDetails().getReason());
        assertEquals(3, stand.stripe.v1().invoices().retrieve(unpaid.getId()).getAttemptCount());
        assertEquals(3, eventsOf("invoice.payment_failed"));
        assertEquals(1, eventsOf("customer.subscription.deleted"));
    }

    @Test
    void paying_a_due_invoice_by_hand_with_the_same_bad_card_is_declined() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "fails-at-renewal");
        stand.advance(clock, "2027-02-28T07:30:00Z");
        String invoice = stand.retrieve(subscription).getLatestInvoice();

        CardException declined = assertThrows(
                CardException.class, () -> stand.stripe.v1().invoices().pay(invoice));

        assertEquals("card_declined", declined.getCode());
        assertEquals(
                1,
                stand.stripe.v1().invoices().retrieve(invoice).getAttemptCount(),
                "the schedule of retries is left alone");
    }

    @Test
    void canceled_at_period_end_it_runs_to_that_second_and_no_further() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");

        Subscription leaving =
                update(subscription, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true));
        assertEquals("active", leaving.getStatus());
        assertEquals(Instant.parse("2027-02-28T06:30:00Z"), at(leaving.getCancelAt()));
        stand.advance(clock, "2027-02-28T06:29:59Z");
        assertEquals("active", stand.retrieve(subscription).getStatus());
        stand.advance(clock, "2027-03-01T00:00:00Z");

        Subscription ended = stand.retrieve(subscription);
        assertEquals("canceled", ended.getStatus());
        assertEquals(Instant.parse("2027-02-28T06:30:00Z"), at(ended.getEndedAt()));
        assertEquals(1, stand.invoicesOf(subscription).size());
        assertThrows(
                InvalidRequestException.class,
                () -> update(subscription, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(false)));
    }

    @Test
    void resuming_before_the_end_renews_as_if_nothing_had_been() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");
        update(subscription, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true));

        Subscription resumed =
                update(subscription, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(false));

        assertFalse(resumed.getCancelAtPeriodEnd());
        assertNull(resumed.getCancelAt());
        assertNull(resumed.getCanceledAt());
        stand.advance(clock, "2027-03-01T00:00:00Z");
        assertEquals("active", stand.retrieve(subscription).getStatus());
        assertEquals(2, stand.invoicesOf(subscription).size());
    }

    @Test
    void a_cancel_at_as_the_portal_sets_it_is_cleared_by_an_empty_one() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");

        Subscription leaving = update(
                subscription,
                SubscriptionUpdateParams.builder()
                        .setCancelAt(
                                subscription.getItems().getData().getFirst().getCurrentPeriodEnd()));
        assertFalse(leaving.getCancelAtPeriodEnd());
        assertNotNull(leaving.getCancelAt());

        assertNull(update(subscription, SubscriptionUpdateParams.builder().setCancelAt(EmptyParam.EMPTY))
                .getCancelAt());
    }

    @Test
    void canceled_at_once_it_ends_now() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");

        Subscription ended = stand.stripe.v1().subscriptions().cancel(subscription.getId());

        assertEquals("canceled", ended.getStatus());
        assertEquals(Newsstand.START, at(ended.getEndedAt()));
        assertTrue(stand.stripe
                .v1()
                .subscriptions()
                .list(SubscriptionListParams.builder()
                        .setCustomer(customer.getId())
                        .build())
                .getData()
                .isEmpty());
    }

    @Test
    void deleting_a_customer_ends_the_subscription() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");

        stand.stripe.v1().customers().delete(customer.getId());

        assertEquals("canceled", stand.retrieve(subscription).getStatus());
        assertTrue(stand.stripe.v1().customers().retrieve(customer.getId()).getDeleted());
        assertEquals(1, eventsOf("customer.deleted"));
    }

    @Test
    void a_clock_goes_forward_only_and_two_intervals_at_most() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "good");

        assertThrows(InvalidRequestException.class, () -> advanceTo("2026-11-30T06:30:00Z"));
        assertThrows(InvalidRequestException.class, () -> advanceTo("2027-05-30T06:30:01Z"));
        stand.advance(clock, "2027-05-30T06:30:00Z");
    }

    @Test
    void deleting_a_clock_takes_its_readers_along() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");

        assertTrue(stand.stripe
                .v1()
                .testHelpers()
                .testClocks()
                .delete(clock.getId())
                .getDeleted());

        assertEquals("canceled", stand.retrieve(subscription).getStatus());
        assertThrows(
                InvalidRequestException.class,
                () -> stand.stripe.v1().testHelpers().testClocks().retrieve(clock.getId()));
    }

    @Test
    void without_a_test_clock_the_given_clock_renews() throws Exception {
        Subscription subscription = stand.subscribe(stand.customer(), stand.quarterly(), "good");

        stand.now.set(Instant.parse("2027-02-28T09:00:00Z"));

        assertEquals(
                2,
                stand.invoicesOf(subscription).stream()
                        .filter(it -> it.getStatus().equals("paid"))
                        .count());
    }

    private Subscription update(Subscription subscription, SubscriptionUpdateParams.Builder params) throws Exception {
        return stand.stripe.v1().subscriptions().update(subscription.getId(), params.build());
    }

    private void advanceTo(String instant) throws Exception {
        stand.stripe
                .v1()
                .testHelpers()
                .testClocks()
                .advance(
                        clock.getId(),
                        TestClockAdvanceParams.builder()
                                .setFrozenTime(Instant.parse(instant).getEpochSecond())
                                .build());
    }

    private long eventsOf(String type) throws Exception {
        List<Event> events = stand.stripe
                .v1()
                .events()
                .list(EventListParams.builder().setType(type).build())
                .getData();
        return events.size();
    }
}
