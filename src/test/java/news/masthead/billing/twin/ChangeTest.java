package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.at;
import static news.masthead.billing.twin.Newsstand.periodEnd;
import static news.masthead.billing.twin.Newsstand.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.EventListParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.BillingCycleAnchor;
import com.stripe.param.SubscriptionUpdateParams.PaymentBehavior;
import com.stripe.param.SubscriptionUpdateParams.ProrationBehavior;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader takes another plan. The quarter from 30 November is 90 days long. */
class ChangeTest {

    private final Newsstand stand = new Newsstand();
    private TestClock clock;
    private Customer customer;
    private Price quarterly;
    private Price yearly;
    private Price dearer;

    @BeforeEach
    void plans_and_a_reader_on_a_test_clock() throws Exception {
        clock = stand.testClock();
        customer = stand.customerOn(clock);
        quarterly = stand.quarterly();
        yearly = stand.price("yearly", 270_000, Interval.YEAR, 1);
        dearer = stand.price("dearer", 120_000, Interval.MONTH, 3);
    }

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void a_longer_interval_bills_at_once_what_the_unused_days_do_not_pay() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");
        stand.advance(clock, "2027-01-14T06:30:00Z");

        Subscription upgraded = stand.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        to(subscription, yearly)
                                .setPaymentBehavior(PaymentBehavior.PENDING_IF_INCOMPLETE)
                                .setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE)
                                .build());

        assertEquals(yearly.getId(), priceOf(upgraded));
        assertNull(upgraded.getPendingUpdate());
        assertEquals(Instant.parse("2028-01-14T06:30:00Z"), periodEnd(upgraded));
        Invoice invoice = latest(upgraded);
        assertEquals("paid", invoice.getStatus());
        assertEquals("subscription_update", invoice.getBillingReason());
        assertEquals(225_000, invoice.getAmountPaid());
        assertEquals(List.of(-45_000L, 270_000L), amounts(invoice));
        assertEquals(List.of(true, false), prorations(invoice));
        assertEquals(0, events("customer.subscription.pending_update_applied"), "nothing was ever pending");
    }

    @Test
    void an_upgrade_that_is_declined_waits_for_its_money_and_keeps_the_old_plan() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");
        Subscription waiting = upgradeWithABadCard(subscription);

        assertEquals(quarterly.getId(), priceOf(waiting));
        assertEquals(periodEnd(subscription), periodEnd(waiting));
        assertEquals("active", waiting.getStatus());
        assertEquals(
                Instant.parse("2027-01-15T05:30:00Z"),
                at(waiting.getPendingUpdate().getExpiresAt()));
        assertEquals(
                yearly.getId(),
                waiting.getPendingUpdate()
                        .getSubscriptionItems()
                        .getFirst()
                        .getPrice()
                        .getId());
        assertEquals("open", latest(waiting).getStatus());
    }

    @Test
    void a_pending_update_is_applied_when_its_invoice_is_paid() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");
        Subscription waiting = upgradeWithABadCard(subscription);
        setCard(subscription, "pm_card_visa");

        stand.stripe.v1().invoices().pay(waiting.getLatestInvoice());

        Subscription upgraded = stand.retrieve(subscription);
        assertEquals(yearly.getId(), priceOf(upgraded));
        assertNull(upgraded.getPendingUpdate());
        assertEquals(Instant.parse("2028-01-14T06:30:00Z"), periodEnd(upgraded));
        assertEquals(1, events("customer.subscription.pending_update_applied"));
    }

    @Test
    void a_pending_update_that_is_not_paid_for_23_hours_leaves_no_trace() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");
        Subscription waiting = upgradeWithABadCard(subscription);

        stand.advance(clock, "2027-01-15T05:30:00Z");

        Subscription after = stand.retrieve(subscription);
        assertNull(after.getPendingUpdate());
        assertEquals(quarterly.getId(), priceOf(after));
        assertEquals("active", after.getStatus());
        assertEquals(
                "void",
                stand.stripe
                        .v1()
                        .invoices()
                        .retrieve(waiting.getLatestInvoice())
                        .getStatus());
        assertEquals(1, events("customer.subscription.pending_update_expired"));
    }

    @Test
    void what_a_pending_update_cannot_carry_is_refused() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");

        var refusal = refused(() -> stand.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        to(subscription, yearly)
                                .setPaymentBehavior(PaymentBehavior.PENDING_IF_INCOMPLETE)
                                .putMetadata("plan", "yearly")
                                .build()));

        assertEquals("metadata", refusal.getParam());
        assertEquals(quarterly.getId(), priceOf(stand.retrieve(subscription)));
    }

    @Test
    void a_dearer_plan_of_the_same_interval_keeps_the_cycle() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");
        stand.advance(clock, "2027-01-14T06:30:00Z");

        Subscription changed =
                update(subscription, to(subscription, dearer).setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE));

        assertEquals(periodEnd(subscription), periodEnd(changed));
        assertEquals(List.of(-45_000L, 60_000L), amounts(latest(changed)));
        assertEquals(15_000, latest(changed).getAmountPaid());
    }

    @Test
    void prorations_wait_for_the_renewal_unless_they_shall_be_billed() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");
        stand.advance(clock, "2027-01-14T06:30:00Z");

        Subscription changed = update(subscription, to(subscription, dearer));
        assertEquals(subscription.getLatestInvoice(), changed.getLatestInvoice());

        stand.advance(clock, "2027-02-28T08:00:00Z");

        Invoice renewal = latest(stand.retrieve(subscription));
        assertEquals(List.of(-45_000L, 60_000L, 120_000L), amounts(renewal));
        assertEquals(135_000, renewal.getAmountPaid());
    }

    @Test
    void without_proration_the_change_costs_nothing_until_the_renewal() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");
        stand.advance(clock, "2027-01-14T06:30:00Z");

        update(subscription, to(subscription, dearer).setProrationBehavior(ProrationBehavior.NONE));
        stand.advance(clock, "2027-02-28T08:00:00Z");

        assertEquals(List.of(120_000L), amounts(latest(stand.retrieve(subscription))));
    }

    @Test
    void a_cycle_that_begins_anew_credits_the_old_one() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");
        stand.advance(clock, "2027-01-14T06:30:00Z");

        Subscription changed = update(
                subscription,
                SubscriptionUpdateParams.builder()
                        .setBillingCycleAnchor(BillingCycleAnchor.NOW)
                        .setProrationBehavior(ProrationBehavior.CREATE_PRORATIONS));

        assertEquals(Instant.parse("2027-04-14T06:30:00Z"), periodEnd(changed));
        assertEquals(List.of(-45_000L, 90_000L), amounts(latest(changed)));
    }

    @Test
    void a_shorter_interval_leaves_a_credit_that_the_next_invoices_use() throws Exception {
        Subscription subscription =
                start("pm_card_visa", yearly, SubscriptionCreateParams.PaymentBehavior.ALLOW_INCOMPLETE);
        stand.advance(clock, "2027-05-31T18:30:00Z");

        Subscription changed = update(subscription, to(subscription, quarterly));

        Invoice invoice = latest(changed);
        assertEquals(List.of(-135_000L, 90_000L), amounts(invoice));
        assertEquals(-45_000, invoice.getTotal());
        assertEquals(0, invoice.getAmountDue());
        assertEquals("paid", invoice.getStatus());
        assertEquals(
                -45_000,
                stand.stripe.v1().customers().retrieve(customer.getId()).getBalance());

        stand.advance(clock, "2027-08-31T20:00:00Z");

        assertEquals(45_000, latest(stand.retrieve(subscription)).getAmountPaid());
    }

    @Test
    void a_change_that_must_be_paid_or_nothing_is_nothing_with_a_bad_card() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");
        setCard(subscription, "pm_card_chargeCustomerFail");

        assertThrows(
                CardException.class,
                () -> update(
                        subscription,
                        to(subscription, yearly).setPaymentBehavior(PaymentBehavior.ERROR_IF_INCOMPLETE)));

        assertEquals(quarterly.getId(), priceOf(stand.retrieve(subscription)));
        assertEquals(1, stand.invoicesOf(subscription).size());
    }

    @Test
    void a_change_that_may_be_owed_holds_and_is_past_due() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");
        setCard(subscription, "pm_card_chargeCustomerFail");

        update(subscription, to(subscription, yearly));

        Subscription changed = stand.retrieve(subscription);
        assertEquals(yearly.getId(), priceOf(changed));
        assertEquals("past_due", changed.getStatus());
        assertNotNull(latest(changed).getNextPaymentAttempt());
    }

    @Test
    void a_start_that_waits_for_its_payment_expires_after_23_hours() throws Exception {
        Subscription subscription =
                start("pm_card_visa", quarterly, SubscriptionCreateParams.PaymentBehavior.DEFAULT_INCOMPLETE);
        assertEquals("incomplete", subscription.getStatus());
        assertEquals("open", latest(subscription).getStatus());

        stand.advance(clock, "2026-12-01T05:30:00Z");

        assertEquals("incomplete_expired", stand.retrieve(subscription).getStatus());
        assertEquals("void", latest(subscription).getStatus());
    }

    @Test
    void paying_the_first_invoice_makes_an_incomplete_start_active() throws Exception {
        Subscription subscription =
                start("pm_card_visa", quarterly, SubscriptionCreateParams.PaymentBehavior.DEFAULT_INCOMPLETE);

        stand.stripe.v1().invoices().pay(subscription.getLatestInvoice());

        assertEquals("active", stand.retrieve(subscription).getStatus());
    }

    @Test
    void while_its_clock_is_on_the_way_nothing_is_changed() throws Exception {
        Subscription subscription = subscribe("pm_card_visa");
        stand.twin
                .ledger()
                .write(() ->
                        stand.twin.ledger().find(clock.getId()).orElseThrow().put("status", "advancing"));

        var refusal = refused(() -> update(subscription, to(subscription, yearly)));

        assertEquals(
                "Test clock advancement underway - cannot perform modifications.",
                refusal.getStripeError().getMessage());
        assertEquals(quarterly.getId(), priceOf(stand.retrieve(subscription)));
    }

    private Subscription upgradeWithABadCard(Subscription subscription) throws Exception {
        stand.advance(clock, "2027-01-14T06:30:00Z");
        setCard(subscription, "pm_card_chargeCustomerFail");
        return update(
                subscription,
                to(subscription, yearly)
                        .setPaymentBehavior(PaymentBehavior.PENDING_IF_INCOMPLETE)
                        .setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE));
    }

    private void setCard(Subscription subscription, String card) throws StripeException {
        update(subscription, SubscriptionUpdateParams.builder().setDefaultPaymentMethod(card));
    }

    private Subscription update(Subscription subscription, SubscriptionUpdateParams.Builder params)
            throws StripeException {
        return stand.stripe.v1().subscriptions().update(subscription.getId(), params.build());
    }

    private Subscription subscribe(String card) throws StripeException {
        return start(card, quarterly, SubscriptionCreateParams.PaymentBehavior.ALLOW_INCOMPLETE);
    }

    private Subscription start(String card, Price price, SubscriptionCreateParams.PaymentBehavior behaviour)
            throws StripeException {
        return stand.stripe
                .v1()
                .subscriptions()
                .create(SubscriptionCreateParams.builder()
                        .setCustomer(customer.getId())
                        .addItem(SubscriptionCreateParams.Item.builder()
                                .setPrice(price.getId())
                                .build())
                        .setDefaultPaymentMethod(card)
                        .setPaymentBehavior(behaviour)
                        .putMetadata("account", "17")
                        .build());
    }

    static SubscriptionUpdateParams.Builder to(Subscription subscription, Price price) {
        return SubscriptionUpdateParams.builder()
                .addItem(SubscriptionUpdateParams.Item.builder()
                        .setId(subscription.getItems().getData().getFirst().getId())
                        .setPrice(price.getId())
                        .build());
    }

    private Invoice latest(Subscription subscription) throws StripeException {
        return stand.stripe.v1().invoices().retrieve(subscription.getLatestInvoice());
    }

    private static String priceOf(Subscription subscription) {
        return subscription.getItems().getData().getFirst().getPrice().getId();
    }

    private static List<Long> amounts(Invoice invoice) {
        return invoice.getLines().getData().stream()
                .map(InvoiceLineItem::getAmount)
                .toList();
    }

    private static List<Boolean> prorations(Invoice invoice) {
        return invoice.getLines().getData().stream()
                .map(line -> line.getParent().getSubscriptionItemDetails().getProration())
                .toList();
    }

    private long events(String type) throws StripeException {
        return stand
                .stripe
                .v1()
                .events()
                .list(EventListParams.builder().setType(type).setLimit(100L).build())
                .getData()
                .stream()
                .map(Event::getId)
                .count();
    }
}
