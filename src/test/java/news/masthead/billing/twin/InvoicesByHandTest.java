package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.at;
import static news.masthead.billing.twin.Newsstand.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceItemCreateParams;
import com.stripe.param.InvoiceUpdateParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.PauseCollection;
import com.stripe.param.SubscriptionUpdateParams.PauseCollection.Behavior;
import com.stripe.param.common.EmptyParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvoicesByHandTest {

    private static final String RENEWAL = "2027-02-28T08:00:00Z";

    private Newsstand stand;
    private TestClock clock;
    private Customer customer;

    @BeforeEach
    void a_reader_on_a_test_clock() throws Exception {
        open(AfterRetries.CANCEL);
    }

    private void open(AfterRetries last) throws Exception {
        if (stand != null) {
            stand.close();
        }
        stand = new Newsstand(
                options -> options.retryingAfter(Duration.ofDays(3)).endingWith(last));
        clock = stand.testClock();
        customer = stand.customerOn(clock);
    }

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void an_invoice_of_one_item_is_finalized_and_paid_and_belongs_to_no_subscription() throws Exception {
        stand.stripe
                .v1()
                .customers()
                .update(
                        customer.getId(),
                        CustomerUpdateParams.builder()
                                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                                        .setDefaultPaymentMethod("pm_card_visa")
                                        .build())
                                .build());
        item(1_500, null);
        Invoice draft = draft(InvoiceCreateParams.PendingInvoiceItemsBehavior.INCLUDE);
        assertEquals("draft", draft.getStatus());
        assertEquals(1_500, draft.getAmountDue());
        assertNull(draft.getParent());

        stand.stripe.v1().invoices().finalizeInvoice(draft.getId());
        Invoice paid = stand.stripe.v1().invoices().pay(draft.getId());

        assertEquals("paid", paid.getStatus());
        assertEquals("manual", paid.getBillingReason());
    }

    @Test
    void an_item_may_be_put_on_a_draft() throws Exception {
        Invoice draft = draft(InvoiceCreateParams.PendingInvoiceItemsBehavior.EXCLUDE);

        item(700, draft.getId());
        item(300, draft.getId());

        assertEquals(1_000, retrieved(draft).getAmountDue());
    }

    @Test
    void what_waits_comes_with_the_next_renewal() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");
        item(2_500, null);

        stand.advance(clock, RENEWAL);

        Invoice renewal = stand.invoicesOf(subscription).getFirst();
        assertEquals(92_500, renewal.getAmountPaid());
        assertEquals(2, renewal.getLines().getData().size());
    }

    @Test
    void a_draft_can_be_deleted_and_an_open_one_cannot() throws Exception {
        Invoice gone = draft(InvoiceCreateParams.PendingInvoiceItemsBehavior.EXCLUDE);
        stand.stripe.v1().invoices().delete(gone.getId());
        assertTrue(stand.stripe.v1().invoices().list().getData().isEmpty());

        Invoice open = open(1_000);
        refused(() -> stand.stripe.v1().invoices().delete(open.getId()));
    }

    @Test
    void an_open_invoice_is_written_off_or_void_and_then_not_paid() throws Exception {
        Invoice bad = open(1_000);
        assertEquals(
                "uncollectible",
                stand.stripe.v1().invoices().markUncollectible(bad.getId()).getStatus());
        assertEquals(
                "void", stand.stripe.v1().invoices().voidInvoice(bad.getId()).getStatus());

        refused(() -> stand.stripe.v1().invoices().pay(bad.getId()));
        refused(() -> stand.stripe.v1().invoices().voidInvoice(bad.getId()));
    }

    @Test
    void to_void_the_invoice_of_a_pending_update_is_to_give_it_up() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "fails-at-renewal");
        var yearly = stand.price("yearly", 270_000, Interval.YEAR, 1);
        Subscription waiting = stand.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        ChangeTest.to(subscription, yearly)
                                .setPaymentBehavior(SubscriptionUpdateParams.PaymentBehavior.PENDING_IF_INCOMPLETE)
                                .build());

        stand.stripe.v1().invoices().voidInvoice(waiting.getLatestInvoice());

        assertNull(stand.retrieve(subscription).getPendingUpdate());
    }

    @Test
    void a_renewal_is_told_of_a_week_before_and_once() throws Exception {
        stand.subscribe(customer, stand.quarterly(), "good");

        stand.advance(clock, "2027-02-27T08:00:00Z");

        List<Event> told = events("invoice.upcoming");
        assertEquals(1, told.size());
        assertEquals(Instant.parse("2027-02-21T06:30:00Z"), at(told.getFirst().getCreated()));
    }

    @Test
    void an_unpaid_subscription_goes_on_and_its_next_invoices_stay_drafts() throws Exception {
        open(AfterRetries.MARK_UNPAID);
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "fails-at-renewal");
        stand.advance(clock, "2027-03-04T08:00:00Z");
        assertEquals("unpaid", stand.retrieve(subscription).getStatus());

        stand.advance(clock, "2027-06-02T08:00:00Z");

        Invoice next = stand.invoicesOf(subscription).getFirst();
        assertEquals("draft", next.getStatus());
        assertFalse(next.getAutoAdvance());
    }

    @Test
    void a_subscription_that_is_left_past_due_stays_so() throws Exception {
        open(AfterRetries.LEAVE_PAST_DUE);
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "fails-at-renewal");

        stand.advance(clock, "2027-05-01T08:00:00Z");

        assertEquals("past_due", stand.retrieve(subscription).getStatus());
        assertEquals("open", stand.invoicesOf(subscription).getFirst().getStatus());
    }

    @Test
    void while_collection_is_paused_nothing_is_charged_and_the_subscription_stays_active() throws Exception {
        for (Behavior behaviour : Behavior.values()) {
            Subscription subscription = stand.subscribe(customer, stand.price(null, 90_000, quarter(), 3), "good");
            pause(subscription, PauseCollection.builder().setBehavior(behaviour).build());
            stand.advance(
                    clock,
                    at(stand.retrieve(subscription)
                                            .getItems()
                                            .getData()
                                            .getFirst()
                                            .getCurrentPeriodEnd()
                                    + 7200)
                            .toString());

            Invoice held = stand.invoicesOf(subscription).getFirst();
            assertEquals("active", stand.retrieve(subscription).getStatus());
            assertEquals(0, held.getAmountPaid());
            assertEquals(
                    switch (behaviour) {
                        case KEEP_AS_DRAFT -> "draft";
                        case MARK_UNCOLLECTIBLE -> "uncollectible";
                        case VOID -> "void";
                    },
                    held.getStatus());
        }
    }

    @Test
    void a_pause_ends_by_itself_or_by_hand_and_a_kept_draft_is_then_collected() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");
        long resumes = Instant.parse("2027-03-15T00:00:00Z").getEpochSecond();
        pause(
                subscription,
                PauseCollection.builder()
                        .setBehavior(Behavior.KEEP_AS_DRAFT)
                        .setResumesAt(resumes)
                        .build());
        stand.advance(clock, "2027-03-16T00:00:00Z");
        assertNull(stand.retrieve(subscription).getPauseCollection());
        Invoice kept = stand.invoicesOf(subscription).getFirst();
        assertEquals("draft", kept.getStatus());

        stand.stripe
                .v1()
                .invoices()
                .update(
                        kept.getId(),
                        InvoiceUpdateParams.builder().setAutoAdvance(true).build());
        stand.advance(clock, "2027-03-16T02:00:00Z");
        assertEquals("paid", retrieved(kept).getStatus());

        pause(subscription, PauseCollection.builder().setBehavior(Behavior.VOID).build());
        stand.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        SubscriptionUpdateParams.builder()
                                .setPauseCollection(EmptyParam.EMPTY)
                                .build());
        assertNull(stand.retrieve(subscription).getPauseCollection());
    }

    private static Interval quarter() {
        return Interval.MONTH;
    }

    private void pause(Subscription subscription, PauseCollection pause) throws StripeException {
        stand.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        SubscriptionUpdateParams.builder()
                                .setPauseCollection(pause)
                                .build());
    }

    private Invoice open(long paise) throws StripeException {
        Invoice draft = draft(InvoiceCreateParams.PendingInvoiceItemsBehavior.EXCLUDE);
        item(paise, draft.getId());
        return stand.stripe.v1().invoices().finalizeInvoice(draft.getId());
    }

    private Invoice draft(InvoiceCreateParams.PendingInvoiceItemsBehavior waiting) throws StripeException {
        return stand.stripe
                .v1()
                .invoices()
                .create(InvoiceCreateParams.builder()
                        .setCustomer(customer.getId())
                        .setPendingInvoiceItemsBehavior(waiting)
                        .build());
    }

    private void item(long paise, String invoice) throws StripeException {
        stand.stripe
                .v1()
                .invoiceItems()
                .create(InvoiceItemCreateParams.builder()
                        .setCustomer(customer.getId())
                        .setAmount(paise)
                        .setCurrency("inr")
                        .setDescription("A printed copy")
                        .setInvoice(invoice)
                        .build());
    }

    private Invoice retrieved(Invoice invoice) throws StripeException {
        return stand.stripe.v1().invoices().retrieve(invoice.getId());
    }

    private List<Event> events(String type) throws StripeException {
        return stand.stripe
                .v1()
                .events()
                .list(EventListParams.builder().setType(type).build())
                .getData();
    }
}
