package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.CardException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.InvoicePayParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank may ask its customer first, or answer later. */
class PaymentStatesTest {

    private final Newsstand stand = new Newsstand(options -> options.retryingAfter(Duration.ofDays(3)));
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
    void a_bank_that_asks_holds_the_first_payment_up() throws Exception {
        Session session = stand.session(customer, stand.quarterly());

        HttpResponse<String> asked = stand.press(session, "outcome=pay&card=asks-once");

        assertEquals("/_twin/pay/" + session.getId(), location(asked));
        assertTrue(stand.get(location(asked)).body().contains("Complete authentication"));
        assertEquals("open", stand.retrieve(session).getStatus());
        assertEquals("incomplete", subscription().getStatus());
        assertEquals("requires_action", payment().getStatus());
        assertEquals("use_stripe_sdk", payment().getNextAction().getType());
        assertEquals(1, stand.eventsOf("invoice.payment_action_required").size());
        assertEquals(1, stand.eventsOf("payment_intent.requires_action").size());

        HttpResponse<String> confirmed = stand.press(session, "outcome=confirm");

        assertTrue(location(confirmed).startsWith("https://paper.example/thanks"), location(confirmed));
        assertEquals("paid", stand.retrieve(session).getPaymentStatus());
        assertEquals("active", subscription().getStatus());
        assertEquals("succeeded", payment().getStatus());
        assertEquals(1, subscriptions().size());
    }

    @Test
    void after_a_failed_confirmation_another_card_pays_the_same_subscription() throws Exception {
        Session session = stand.session(customer, stand.quarterly());
        stand.press(session, "outcome=pay&card=asks-once");

        HttpResponse<String> refused = stand.press(session, "outcome=refuse");

        assertTrue(stand.get(location(refused)).body().contains("role=\"alert\""));
        assertEquals("incomplete", subscription().getStatus());
        assertEquals(
                "payment_intent_authentication_failure",
                payment().getLastPaymentError().getCode());

        stand.press(session, "outcome=pay&card=good");

        assertEquals("complete", stand.retrieve(session).getStatus());
        assertEquals("active", subscription().getStatus());
        assertEquals(1, subscriptions().size());
        assertEquals("4242", cardOf(subscription()));
    }

    @Test
    void nobody_confirms_for_23_hours_and_the_next_checkout_works() throws Exception {
        Session session = stand.session(customer, stand.quarterly());
        stand.press(session, "outcome=pay&card=asks-once");

        stand.advance(clock, "2026-12-01T05:30:00Z");

        assertEquals("incomplete_expired", subscription().getStatus());
        assertEquals("void", stand.invoicesOf(subscription()).getFirst().getStatus());
        assertEquals("canceled", payment().getStatus());
        assertEquals("void_invoice", payment().getCancellationReason());
        stand.press(session, "outcome=pay&card=good");
        assertEquals("active", subscription().getStatus());
        assertEquals(2, subscriptions().size());
    }

    @Test
    void a_card_without_funds_leaves_nothing_behind() throws Exception {
        Session session = stand.session(customer, stand.quarterly());

        HttpResponse<String> declined = stand.press(session, "outcome=pay&card=lacks-funds");

        assertTrue(stand.get(location(declined)).body().contains("Your card has insufficient funds."));
        assertEquals("open", stand.retrieve(session).getStatus());
        assertEquals(List.of(), subscriptions());
    }

    @Test
    void money_that_takes_its_time_completes_the_checkout_unpaid() throws Exception {
        Session session = stand.session(customer, stand.quarterly());

        stand.press(session, "outcome=pay&card=upi");

        assertEquals("complete", stand.retrieve(session).getStatus());
        assertEquals("unpaid", stand.retrieve(session).getPaymentStatus());
        assertEquals("processing", payment().getStatus());
        assertEquals("pending", charge().getStatus());
        assertEquals("active", subscription().getStatus());
        assertEquals("open", stand.invoicesOf(subscription()).getFirst().getStatus());

        stand.advance(clock, "2026-11-30T07:00:00Z");

        assertEquals("paid", stand.retrieve(session).getPaymentStatus());
        assertEquals("paid", stand.invoicesOf(subscription()).getFirst().getStatus());
        assertEquals("succeeded", charge().getStatus());
        assertEquals(
                List.of("checkout.session.completed", "checkout.session.async_payment_succeeded"),
                stand.eventsOf("checkout.*"));
        assertEquals(List.of("charge.pending", "charge.succeeded"), stand.eventsOf("charge.*"));
    }

    @Test
    void money_that_never_comes_fails_the_checkout_afterwards() throws Exception {
        Session session = stand.session(customer, stand.quarterly());
        stand.press(session, "outcome=pay&card=upi");

        stand.twin.close(payment().getId(), false);

        assertEquals("unpaid", stand.retrieve(session).getPaymentStatus());
        assertEquals("past_due", subscription().getStatus());
        assertEquals("failed", charge().getStatus());
        assertEquals(
                List.of("checkout.session.completed", "checkout.session.async_payment_failed"),
                stand.eventsOf("checkout.*"));
        assertEquals(1, stand.eventsOf("invoice.payment_failed").size());
    }

    @Test
    void an_invoice_that_is_due_is_paid_by_another_card_on_its_page() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "fails-at-renewal");
        stand.advance(clock, "2027-02-28T07:30:00Z");
        Invoice due = stand.invoicesOf(subscription).getFirst();
        assertTrue(due.getHostedInvoiceUrl().endsWith("/_twin/invoice/" + due.getId()));
        String page = path(due);
        assertTrue(stand.get(page).body().contains("Pay invoice " + due.getNumber()));

        HttpResponse<String> declined = stand.send(page, "outcome=pay&card=lacks-funds");
        assertTrue(stand.get(location(declined)).body().contains("insufficient funds"));
        assertEquals("past_due", subscription().getStatus());

        stand.send(page, "outcome=pay&card=good");

        assertTrue(stand.get(page).body().contains("This invoice is paid"));
        assertEquals("active", subscription().getStatus());
        assertEquals("4242", cardOf(subscription()), "the card that pays is kept");
        stand.send(page, "outcome=pay&card=good");
        assertEquals(
                2,
                stand.stripe.v1().charges().list().getData().stream()
                        .filter(Charge::getPaid)
                        .count());
    }

    @Test
    void a_renewal_whose_bank_asks_is_confirmed_on_the_page_of_the_invoice() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");
        stand.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        SubscriptionUpdateParams.builder()
                                .setDefaultPaymentMethod("pm_card_authenticationRequired")
                                .build());
        stand.advance(clock, "2027-02-28T07:30:00Z");
        Invoice due = stand.invoicesOf(subscription).getFirst();
        assertEquals("past_due", subscription().getStatus());
        assertNotNull(due.getNextPaymentAttempt());
        assertEquals(1, stand.eventsOf("invoice.payment_action_required").size());
        assertTrue(stand.get(path(due)).body().contains("Complete authentication"));

        stand.send(path(due), "outcome=confirm");

        assertEquals("active", subscription().getStatus());
        assertEquals("paid", stand.invoicesOf(subscription).getFirst().getStatus());
    }

    @Test
    void an_invoice_is_paid_by_request_with_another_card() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "fails-at-renewal");
        stand.advance(clock, "2027-02-28T07:30:00Z");
        String due = stand.retrieve(subscription).getLatestInvoice();

        CardException asked = assertThrows(CardException.class, () -> pay(due, "pm_card_authenticationRequired"));
        assertEquals("invoice_payment_intent_requires_action", asked.getCode());

        assertEquals("paid", pay(due, "pm_card_visa").getStatus());
        assertEquals("active", subscription().getStatus());
        assertEquals("0341", cardOf(subscription()), "one payment does not change the card of the next");
    }

    @Test
    void a_payment_is_confirmed_by_request_too() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "fails-at-renewal");
        stand.advance(clock, "2027-02-28T07:30:00Z");
        String intent = payment().getId();

        PaymentIntent paid = stand.stripe
                .v1()
                .paymentIntents()
                .confirm(
                        intent,
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod("pm_card_visa")
                                .build());

        assertEquals("succeeded", paid.getStatus());
        assertEquals("active", stand.retrieve(subscription).getStatus());
        Newsstand.refused(() -> stand.stripe.v1().paymentIntents().cancel(intent));
        Newsstand.refused(() -> stand.stripe.v1().paymentIntents().confirm(intent));
    }

    private Invoice pay(String invoice, String method) throws Exception {
        return stand.stripe
                .v1()
                .invoices()
                .pay(
                        invoice,
                        InvoicePayParams.builder().setPaymentMethod(method).build());
    }

    private static String path(Invoice invoice) {
        return "/_twin/invoice/" + invoice.getId();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String cardOf(Subscription subscription) throws Exception {
        return stand.stripe
                .v1()
                .paymentMethods()
                .retrieve(subscription.getDefaultPaymentMethod())
                .getCard()
                .getLast4();
    }

    private Subscription subscription() throws Exception {
        return subscriptions().getFirst();
    }

    private List<Subscription> subscriptions() throws Exception {
        return stand.stripe
                .v1()
                .subscriptions()
                .list(SubscriptionListParams.builder()
                        .setCustomer(customer.getId())
                        .setStatus(SubscriptionListParams.Status.ALL)
                        .build())
                .getData();
    }

    private PaymentIntent payment() throws Exception {
        return stand.stripe
                .v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder()
                        .setCustomer(customer.getId())
                        .build())
                .getData()
                .getFirst();
    }

    private Charge charge() throws Exception {
        return stand.stripe.v1().charges().list().getData().getFirst();
    }
}
