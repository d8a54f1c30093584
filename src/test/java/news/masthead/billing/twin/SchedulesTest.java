package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.periodEnd;
import static news.masthead.billing.twin.Newsstand.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionSchedule;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.SubscriptionScheduleCreateParams;
import com.stripe.param.SubscriptionScheduleUpdateParams;
import com.stripe.param.SubscriptionScheduleUpdateParams.EndBehavior;
import com.stripe.param.SubscriptionScheduleUpdateParams.Phase;
import com.stripe.param.SubscriptionUpdateParams;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader of the yearly plan will take the quarterly one when the year is over. */
class SchedulesTest {

    private static final String YEARS_END = "2027-11-30T06:30:00Z";

    private final Newsstand stand = new Newsstand();
    private TestClock clock;
    private Price quarterly;
    private Subscription subscription;
    private SubscriptionSchedule schedule;

    @BeforeEach
    void a_year_and_a_schedule() throws Exception {
        clock = stand.testClock();
        Customer customer = stand.customerOn(clock);
        quarterly = stand.quarterly();
        subscription = stand.subscribe(customer, stand.price("yearly", 270_000, Interval.YEAR, 1), "good");
        schedule = stand.stripe
                .v1()
                .subscriptionSchedules()
                .create(SubscriptionScheduleCreateParams.builder()
                        .setFromSubscription(subscription.getId())
                        .build());
    }

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void it_begins_with_the_current_period() throws Exception {
        assertEquals("active", schedule.getStatus());
        assertEquals(schedule.getId(), stand.retrieve(subscription).getSchedule());
        assertEquals(1, schedule.getPhases().size());
        assertEquals(
                Instant.parse(YEARS_END).getEpochSecond(),
                schedule.getCurrentPhase().getEndDate());
    }

    @Test
    void a_downgrade_comes_with_the_renewal_and_costs_nothing_before() throws Exception {
        downgrade(EndBehavior.RELEASE);
        assertEquals(270_000, price(stand.retrieve(subscription)));
        assertEquals(90_000, next().getAmountDue(), "the preview of the renewal knows of it");

        stand.advance(clock, "2027-11-30T08:00:00Z");

        Subscription downgraded = stand.retrieve(subscription);
        assertEquals(90_000, price(downgraded));
        assertEquals(Instant.parse("2028-02-29T06:30:00Z"), periodEnd(downgraded));
        Invoice renewal = stand.invoicesOf(subscription).getFirst();
        assertEquals(90_000, renewal.getAmountPaid());
        assertEquals(1, renewal.getLines().getData().size());
        assertEquals(2, stand.invoicesOf(subscription).size());
    }

    @Test
    void after_its_last_phase_the_subscription_goes_on_by_itself() throws Exception {
        downgrade(EndBehavior.RELEASE);

        stand.advance(clock, "2027-11-30T08:00:00Z");
        stand.advance(clock, "2028-02-29T08:00:00Z");

        assertNull(stand.retrieve(subscription).getSchedule());
        assertEquals("completed", retrieved().getStatus());
        assertEquals("active", stand.retrieve(subscription).getStatus());
        assertEquals(
                List.of("subscription_schedule.completed", "subscription_schedule.created"),
                events().stream()
                        .distinct()
                        .filter(it -> !it.endsWith("updated"))
                        .toList());
    }

    @Test
    void one_that_cancels_ends_the_subscription_with_its_last_phase() throws Exception {
        downgrade(EndBehavior.CANCEL);

        stand.advance(clock, "2027-11-30T08:00:00Z");
        stand.advance(clock, "2028-02-29T08:00:00Z");

        assertEquals("canceled", stand.retrieve(subscription).getStatus());
        assertEquals(2, stand.invoicesOf(subscription).size());
    }

    @Test
    void released_it_changes_nothing_any_more() throws Exception {
        downgrade(EndBehavior.RELEASE);

        SubscriptionSchedule released =
                stand.stripe.v1().subscriptionSchedules().release(schedule.getId());
        stand.advance(clock, "2027-11-30T08:00:00Z");

        assertEquals("released", released.getStatus());
        assertEquals(subscription.getId(), released.getReleasedSubscription());
        assertEquals(270_000, price(stand.retrieve(subscription)));
        refused(() -> stand.stripe.v1().subscriptionSchedules().release(schedule.getId()));
    }

    @Test
    void while_it_holds_the_end_is_the_schedules_affair() throws Exception {
        var refusal = refused(() -> stand.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(true)
                                .build()));

        assertTrue(refusal.getMessage().contains("managed by the subscription schedule `" + schedule.getId()));
    }

    @Test
    void it_is_canceled_with_its_subscription() throws Exception {
        stand.stripe.v1().subscriptions().cancel(subscription.getId());

        assertEquals("canceled", retrieved().getStatus());
        assertNull(stand.retrieve(subscription).getSchedule());
    }

    @Test
    void a_phase_within_the_period_prorates() throws Exception {
        Price dearer = stand.price("dearer", 365_000, Interval.YEAR, 1);
        long halfway = Instant.parse("2027-05-31T18:30:00Z").getEpochSecond();
        stand.stripe
                .v1()
                .subscriptionSchedules()
                .update(
                        schedule.getId(),
                        SubscriptionScheduleUpdateParams.builder()
                                .addPhase(phase(priceId()).setEndDate(halfway).build())
                                .addPhase(phase(dearer.getId())
                                        .setProrationBehavior(Phase.ProrationBehavior.ALWAYS_INVOICE)
                                        .setEndDate(Instant.parse(YEARS_END).getEpochSecond())
                                        .build())
                                .build());

        stand.advance(clock, "2027-05-31T18:30:00Z");

        assertEquals(47_500, stand.invoicesOf(subscription).getFirst().getAmountPaid());
        assertEquals(365_000, price(stand.retrieve(subscription)));
    }

    private void downgrade(EndBehavior end) throws StripeException {
        stand.stripe
                .v1()
                .subscriptionSchedules()
                .update(
                        schedule.getId(),
                        SubscriptionScheduleUpdateParams.builder()
                                .addPhase(phase(priceId())
                                        .setStartDate(schedule.getCurrentPhase().getStartDate())
                                        .setEndDate(schedule.getCurrentPhase().getEndDate())
                                        .build())
                                .addPhase(phase(quarterly.getId())
                                        .setDuration(Phase.Duration.builder()
                                                .setInterval(Phase.Duration.Interval.MONTH)
                                                .setIntervalCount(3L)
                                                .build())
                                        .build())
                                .setEndBehavior(end)
                                .build());
    }

    private static Phase.Builder phase(String price) {
        return Phase.builder()
                .addItem(Phase.Item.builder().setPrice(price).setQuantity(1L).build());
    }

    private String priceId() {
        return subscription.getItems().getData().getFirst().getPrice().getId();
    }

    private Invoice next() throws StripeException {
        return stand.stripe
                .v1()
                .invoices()
                .createPreview(InvoiceCreatePreviewParams.builder()
                        .setSubscription(subscription.getId())
                        .build());
    }

    private SubscriptionSchedule retrieved() throws StripeException {
        return stand.stripe.v1().subscriptionSchedules().retrieve(schedule.getId());
    }

    private static long price(Subscription subscription) {
        return subscription.getItems().getData().getFirst().getPrice().getUnitAmount();
    }

    private List<String> events() throws StripeException {
        return stand
                .stripe
                .v1()
                .events()
                .list(EventListParams.builder()
                        .setType("subscription_schedule.*")
                        .build())
                .getData()
                .stream()
                .map(Event::getType)
                .toList();
    }
}
