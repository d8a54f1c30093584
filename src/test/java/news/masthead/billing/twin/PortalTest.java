package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Subscription;
import com.stripe.model.billingportal.Configuration;
import com.stripe.model.billingportal.Session;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.billingportal.ConfigurationCreateParams;
import com.stripe.param.billingportal.ConfigurationCreateParams.Features;
import com.stripe.param.billingportal.SessionCreateParams;
import com.stripe.param.billingportal.SessionCreateParams.FlowData;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortalTest {

    private static final String BACK = "https://paper.example/account/plan";

    private final Newsstand stand = new Newsstand();
    private Customer customer;
    private Subscription subscription;

    @BeforeEach
    void a_subscriber() throws Exception {
        customer = stand.customer();
        subscription = stand.subscribe(customer, stand.quarterly(), "good");
    }

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void without_a_configuration_there_is_no_portal() {
        assertTrue(refused(() -> open(null)).getMessage().contains("No configuration"));
    }

    @Test
    void the_page_shows_the_plan_the_card_and_the_invoices() throws Exception {
        configure(true);

        String page = page(open(null));

        assertTrue(page.contains("₹900.00 every 3 months"));
        assertTrue(page.contains("Renews on 28 February 2027"));
        assertTrue(page.contains("card that ends in 4242"));
        assertTrue(page.contains("<span>paid</span>"));
        assertTrue(page.contains("href=\"" + BACK + "\""));
        assertFalse(page.contains("style=") || page.contains("<script"), "inline code in the page");
    }

    @Test
    void canceled_there_a_plan_has_its_end_and_not_the_flag() throws Exception {
        configure(true);
        Session session = open(null);

        assertEquals(
                303,
                press(session, "action=cancel&subscription=" + subscription.getId())
                        .statusCode());

        Subscription ending = stand.retrieve(subscription);
        assertEquals(subscription.getItems().getData().getFirst().getCurrentPeriodEnd(), ending.getCancelAt());
        assertFalse(ending.getCancelAtPeriodEnd());
        assertTrue(page(session).contains("Ends on 28 February 2027"));

        press(session, "action=resume&subscription=" + subscription.getId());
        assertNull(stand.retrieve(subscription).getCancelAt());
    }

    @Test
    void a_new_card_is_the_customers_default_and_not_the_subscriptions() throws Exception {
        configure(true);
        Session session = open(FlowData.builder()
                .setType(FlowData.Type.PAYMENT_METHOD_UPDATE)
                .setAfterCompletion(FlowData.AfterCompletion.builder()
                        .setType(FlowData.AfterCompletion.Type.REDIRECT)
                        .setRedirect(FlowData.AfterCompletion.Redirect.builder()
                                .setReturnUrl(BACK + "?card=changed")
                                .build())
                        .build())
                .build());
        assertFalse(page(session).contains("Cancel plan"), "the flow shows one thing");

        HttpResponse<String> saved = press(session, "action=card&card=fails-at-renewal");

        assertEquals(
                BACK + "?card=changed", saved.headers().firstValue("Location").orElseThrow());
        String asDefault = stand.stripe
                .v1()
                .customers()
                .retrieve(customer.getId())
                .getInvoiceSettings()
                .getDefaultPaymentMethod();
        assertNotEquals(subscription.getDefaultPaymentMethod(), asDefault);
        assertEquals(
                subscription.getDefaultPaymentMethod(),
                stand.retrieve(subscription).getDefaultPaymentMethod());
    }

    @Test
    void a_link_to_cancel_asks_once_and_does_it() throws Exception {
        configure(true);
        Session session = open(FlowData.builder()
                .setType(FlowData.Type.SUBSCRIPTION_CANCEL)
                .setSubscriptionCancel(FlowData.SubscriptionCancel.builder()
                        .setSubscription(subscription.getId())
                        .build())
                .build());
        assertTrue(page(session).contains("You keep it until 28 February 2027"));

        press(session, "action=cancel&subscription=" + subscription.getId());

        assertTrue(stand.retrieve(subscription).getCancelAt() != null);
    }

    @Test
    void what_the_newspaper_did_not_open_cannot_be_done() throws Exception {
        configure(false);
        Session session = open(null);

        assertFalse(page(session).contains("Cancel plan"));
        assertEquals(
                400,
                press(session, "action=cancel&subscription=" + subscription.getId())
                        .statusCode());
        assertNull(stand.retrieve(subscription).getCancelAt());
    }

    @Test
    void another_readers_plan_is_not_there() throws Exception {
        configure(true);
        Subscription others = stand.subscribe(stand.customer(), stand.price("two", 1_000, Interval.MONTH, 1), "good");

        assertEquals(
                404,
                press(open(null), "action=cancel&subscription=" + others.getId())
                        .statusCode());
        assertNull(stand.retrieve(others).getCancelAt());
    }

    @Test
    void a_link_does_not_hold_for_ever() throws Exception {
        configure(true);
        Session session = open(null);

        stand.now.set(Newsstand.START.plus(Duration.ofMinutes(61)));

        assertEquals(410, get(session).statusCode());
    }

    private Configuration configure(boolean cancel) throws StripeException {
        return stand.stripe
                .v1()
                .billingPortal()
                .configurations()
                .create(ConfigurationCreateParams.builder()
                        .setDefaultReturnUrl(BACK)
                        .setFeatures(Features.builder()
                                .setInvoiceHistory(Features.InvoiceHistory.builder()
                                        .setEnabled(true)
                                        .build())
                                .setPaymentMethodUpdate(Features.PaymentMethodUpdate.builder()
                                        .setEnabled(true)
                                        .build())
                                .setSubscriptionCancel(Features.SubscriptionCancel.builder()
                                        .setEnabled(cancel)
                                        .build())
                                .build())
                        .build());
    }

    private Session open(FlowData flow) throws StripeException {
        SessionCreateParams.Builder params = SessionCreateParams.builder().setCustomer(customer.getId());
        if (flow != null) {
            params.setFlowData(flow);
        }
        return stand.stripe.v1().billingPortal().sessions().create(params.build());
    }

    private String page(Session session) throws Exception {
        HttpResponse<String> page = get(session);
        assertEquals(200, page.statusCode());
        return page.body();
    }

    private HttpResponse<String> get(Session session) throws Exception {
        return stand.get("/_twin/portal/" + session.getId());
    }

    private HttpResponse<String> press(Session session, String form) throws Exception {
        return stand.send("/_twin/portal/" + session.getId(), form);
    }
}
