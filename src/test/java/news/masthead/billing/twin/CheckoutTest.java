package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.at;
import static news.masthead.billing.twin.Newsstand.periodEnd;
import static news.masthead.billing.twin.Newsstand.sessionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionRetrieveParams;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckoutTest {

    private final Newsstand stand = new Newsstand();

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void paying_makes_an_active_subscription_with_a_paid_invoice_and_returns_to_the_paper() throws Exception {
        Session session = stand.session(stand.customer(), stand.quarterly());
        assertEquals("open", session.getStatus());
        assertEquals(90_000, session.getAmountTotal());

        HttpResponse<String> paid = stand.press(session, "outcome=pay&card=good");

        assertEquals(303, paid.statusCode());
        assertEquals(
                "https://paper.example/thanks?s=" + session.getId(),
                paid.headers().firstValue("Location").orElseThrow());
        Session done = stand.retrieve(session);
        assertEquals("complete", done.getStatus());
        assertEquals("paid", done.getPaymentStatus());
        assertEquals("attempt-1", done.getClientReferenceId());
        assertNull(done.getUrl());
        Subscription subscription = stand.stripe
                .v1()
                .subscriptions()
                .retrieve(
                        done.getSubscription(),
                        SubscriptionRetrieveParams.builder()
                                .addExpand("latest_invoice.payments")
                                .build());
        assertEquals("active", subscription.getStatus());
        assertEquals("17", subscription.getMetadata().get("account"));
        assertEquals(Instant.parse("2027-02-28T06:30:00Z"), periodEnd(subscription));
        assertIsPaid(subscription.getLatestInvoiceObject(), 90_000);
    }

    private void assertIsPaid(Invoice invoice, long paise) throws Exception {
        assertEquals("paid", invoice.getStatus());
        assertEquals("subscription_create", invoice.getBillingReason());
        assertEquals(paise, invoice.getAmountPaid());
        assertEquals(
                Instant.parse("2027-02-28T06:30:00Z"),
                at(invoice.getLines().getData().getFirst().getPeriod().getEnd()));
        String intent = invoice.getPayments().getData().getFirst().getPayment().getPaymentIntent();
        assertEquals(
                "succeeded", stand.stripe.v1().paymentIntents().retrieve(intent).getStatus());
    }

    @Test
    void paying_tells_what_happened_in_events() throws Exception {
        stand.subscribe(stand.customer(), stand.quarterly(), "good");

        List<String> types = stand.eventsOf("*");

        assertEquals(
                List.of(
                        "customer.created",
                        "payment_method.attached",
                        "invoice.created",
                        "customer.subscription.created",
                        "payment_intent.created",
                        "invoice.finalized",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "invoice.paid",
                        "customer.subscription.updated",
                        "checkout.session.completed"),
                types);
    }

    @Test
    void a_declined_card_leaves_the_session_open_and_says_so() throws Exception {
        Session session = stand.session(stand.customer(), stand.quarterly());

        HttpResponse<String> declined = stand.press(session, "outcome=decline");

        assertEquals(303, declined.statusCode());
        String page = stand.get(declined.headers().firstValue("Location").orElseThrow())
                .body();
        assertTrue(page.contains("role=\"alert\"") && page.contains("Your card was declined."), page);
        assertEquals("open", stand.retrieve(session).getStatus());
        assertEquals(303, stand.press(session, "outcome=pay").statusCode());
    }

    @Test
    void each_declined_card_leaves_a_failed_charge_of_one_payment_and_nothing_is_sold() throws Exception {
        Session session = stand.session(stand.customer(), stand.quarterly());

        stand.press(session, "outcome=pay&card=lacks-funds");
        stand.press(session, "outcome=decline");

        PaymentIntent tried =
                stand.stripe.v1().paymentIntents().list().getData().getFirst();
        assertEquals("requires_payment_method", tried.getStatus());
        assertEquals(session.getCustomer(), tried.getCustomer());
        assertEquals(
                List.of("generic_decline", "insufficient_funds"),
                stand.stripe.v1().charges().list().getData().stream()
                        .map(charge -> charge.getOutcome().getReason())
                        .toList());
        assertEquals(List.of("charge.failed", "charge.failed"), stand.eventsOf("charge.*"));
        assertEquals(List.of(), stand.eventsOf("customer.subscription.*"));
        assertEquals(List.of(), stand.eventsOf("invoice.*"));

        stand.press(session, "outcome=pay");
        assertEquals("paid", stand.retrieve(session).getPaymentStatus());
        assertEquals(
                "canceled",
                stand.stripe.v1().paymentIntents().retrieve(tried.getId()).getStatus());
    }

    @Test
    void what_a_session_leaves_unpaid_goes_with_it() throws Exception {
        Session session = stand.session(stand.customer(), stand.quarterly());
        stand.press(session, "outcome=decline");

        stand.stripe.v1().checkout().sessions().expire(session.getId());

        assertEquals(List.of("payment_intent.canceled"), stand.eventsOf("payment_intent.canceled"));
        assertEquals(410, stand.press(session, "outcome=decline").statusCode());
    }

    @Test
    void cancel_goes_back_to_the_plans() throws Exception {
        Session session = stand.session(stand.customer(), stand.quarterly());

        HttpResponse<String> cancelled = stand.press(session, "outcome=cancel");

        assertEquals(
                "https://paper.example/subscribe",
                cancelled.headers().firstValue("Location").orElseThrow());
        assertEquals("open", stand.retrieve(session).getStatus());
    }

    @Test
    void the_page_says_what_it_is_and_what_it_costs() throws Exception {
        Session session = stand.session(stand.customer(), stand.quarterly());

        HttpResponse<String> page = stand.get("/_twin/pay/" + session.getId());

        assertEquals(200, page.statusCode());
        assertEquals(session.getUrl(), page.uri().toString());
        assertTrue(page.body().contains("This is Masthead's Stripe twin, not Stripe. No money moves."));
        assertTrue(page.body().contains(">Pay ₹900.00</button>"));
        assertTrue(page.body().contains("every 3 months"));
        assertFalse(page.body().contains("style=") || page.body().contains("<script"), "inline code in the page");
        assertTrue(stand.get("/_twin/twin.css").body().contains("focus-visible"));
    }

    @Test
    void paying_twice_makes_one_subscription() throws Exception {
        Customer customer = stand.customer();
        Session session = stand.session(customer, stand.quarterly());
        stand.press(session, "outcome=pay");

        HttpResponse<String> again = stand.press(session, "outcome=pay");

        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("already paid"));
        assertEquals(1, subscriptionsOf(customer));
    }

    @Test
    void an_expired_session_cannot_be_paid() throws Exception {
        Customer customer = stand.customer();
        Session expired = stand.stripe
                .v1()
                .checkout()
                .sessions()
                .expire(stand.session(customer, stand.quarterly()).getId());
        assertEquals("expired", expired.getStatus());

        HttpResponse<String> late = stand.press(expired, "outcome=pay");

        assertEquals(410, late.statusCode());
        assertTrue(late.body().contains("has expired"));
        assertEquals(0, subscriptionsOf(customer));
        assertThrows(
                InvalidRequestException.class,
                () -> stand.stripe.v1().checkout().sessions().expire(expired.getId()));
    }

    @Test
    void a_session_expires_by_itself_and_an_event_says_so() throws Exception {
        Session session = stand.stripe
                .v1()
                .checkout()
                .sessions()
                .create(sessionOf(stand.customer(), stand.quarterly())
                        .setExpiresAt(
                                Newsstand.START.plus(Duration.ofMinutes(30)).getEpochSecond())
                        .build());

        stand.now.set(Newsstand.START.plus(Duration.ofMinutes(31)));

        assertEquals("expired", stand.retrieve(session).getStatus());
        assertEquals(
                "checkout.session.expired",
                stand.stripe.v1().events().list().getData().getFirst().getType());
    }

    @Test
    void an_expiry_outside_of_half_an_hour_to_a_day_is_refused() throws Exception {
        Customer customer = stand.customer();
        var price = stand.quarterly();
        for (Duration wrong : List.of(Duration.ofMinutes(20), Duration.ofHours(25))) {
            var refusal = assertThrows(
                    InvalidRequestException.class,
                    () -> stand.stripe
                            .v1()
                            .checkout()
                            .sessions()
                            .create(sessionOf(customer, price)
                                    .setExpiresAt(Newsstand.START.plus(wrong).getEpochSecond())
                                    .build()));
            assertEquals("expires_at", refusal.getParam());
        }
    }

    @Test
    void an_address_that_is_none_is_refused() throws Exception {
        Customer customer = stand.customer();
        var price = stand.quarterly();
        for (String wrong : List.of("/thanks", "https://paper.example/a b", "paper.example")) {
            var refusal = assertThrows(
                    InvalidRequestException.class,
                    () -> stand.stripe
                            .v1()
                            .checkout()
                            .sessions()
                            .create(sessionOf(customer, price)
                                    .setSuccessUrl(wrong)
                                    .build()));
            assertEquals("url_invalid", refusal.getCode());
        }
    }

    @Test
    void a_page_for_no_session_says_so() throws Exception {
        assertEquals(404, stand.get("/_twin/pay/cs_test_none").statusCode());
        assertEquals(404, stand.get("/_twin/elsewhere").statusCode());
    }

    @Test
    void checkout_without_a_customer_makes_one() throws Exception {
        Session session = stand.stripe
                .v1()
                .checkout()
                .sessions()
                .create(sessionOf(stand.customer(), stand.quarterly())
                        .setCustomer(null)
                        .setCustomerEmail("ravi@example.org")
                        .build());

        stand.press(session, "outcome=pay");

        Session done = stand.retrieve(session);
        assertNotNull(done.getCustomer());
        assertEquals("ravi@example.org", done.getCustomerDetails().getEmail());
    }

    @Test
    void the_page_of_local_mode_sees_whose_money_went_where() throws Exception {
        stand.subscribe(stand.customer(), stand.quarterly(), "good");

        var rows = Json.MAPPER.readTree(stand.get("/_twin/payments").body());

        assertEquals(1, rows.size());
        assertEquals("paid", rows.get(0).get("invoice_status").textValue());
        assertEquals(90_000, rows.get(0).get("amount_paid").longValue());
        assertEquals("17", rows.get(0).get("customer_metadata").get("account").textValue());
    }

    private int subscriptionsOf(Customer customer) throws Exception {
        return stand.stripe
                .v1()
                .subscriptions()
                .list(SubscriptionListParams.builder()
                        .setCustomer(customer.getId())
                        .setStatus(SubscriptionListParams.Status.ALL)
                        .build())
                .getData()
                .size();
    }
}
