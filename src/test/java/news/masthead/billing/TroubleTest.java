package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.net.ApiResource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why money does not come, and whether it will come next time. */
class TroubleTest {

    @Case(30)
    @ParameterizedTest
    @CsvSource({
        "requires_payment_method, payment_intent_mandate_invalid, CONSENT",
        "requires_payment_method, india_recurring_payment_mandate_canceled, CONSENT",
        "requires_payment_method, expired_card, EXPIRED",
        "requires_payment_method, card_declined, DECLINED",
        "requires_payment_method, , DECLINED",
        "requires_payment_method, authentication_required, CONFIRM",
        "requires_action, , CONFIRM",
        "processing, , ON_ITS_WAY",
        "something_new, something_new, DECLINED"
    })
    void each_trouble_is_told_as_what_the_reader_can_do(String status, String code, Trouble trouble) {
        String error = code == null ? "null" : "{\"code\": \"" + code + "\"}";
        PaymentIntent payment = payment("""
                {"id": "pi_1", "status": "%s", "created": 1, "last_payment_error": %s}""".formatted(status, error));
        assertEquals(trouble, Trouble.of(payment));
        assertEquals(trouble, Trouble.of(holding(payment, "open"), "in_1"));
    }

    @Test
    void of_an_invoice_that_nobody_tried_to_pay_nothing_better_is_known() {
        assertEquals(Trouble.DECLINED, Trouble.of(holding(payment("{\"id\": \"pi_2\"}"), "open"), "in_1"));
    }

    @Case(30)
    @ParameterizedTest
    @CsvSource({
        "IN, null, pm_1, true",
        "IN, '\"mandate_1\"', pm_1, false",
        "IN, null, pm_2, false",
        "US, null, pm_1, false"
    })
    void an_indian_card_without_a_mandate_is_found_when_it_first_pays(
            String country, String mandate, String usedNow, boolean missing) {
        PaymentIntent payment = payment("""
                {"id": "pi_1", "status": "succeeded", "created": 1, "latest_charge": {"id": "ch_1", "object": "charge", "payment_method": "pm_1",
                 "payment_method_details": {"type": "card", "card": {"country": "%s", "mandate": %s}}}}""".formatted(country, mandate));
        assertEquals(missing, Consent.isMissing(holding(payment, "paid", usedNow)));
    }

    @Test
    void what_was_never_paid_or_paid_otherwise_misses_no_consent() {
        PaymentIntent upi = payment("""
                {"id": "pi_1", "status": "succeeded", "created": 1,
                 "latest_charge": {"id": "ch_1", "object": "charge", "payment_method_details": {"type": "upi", "upi": {}}}}""");
        assertFalse(Consent.isMissing(holding(upi, "paid")));
        assertFalse(Consent.isMissing(holding(upi, "open")));
        assertTrue(holding(upi, "open").paidInvoices().isEmpty());
    }

    private static PaymentIntent payment(String json) {
        return ApiResource.GSON.fromJson(json, PaymentIntent.class);
    }

    private static Holding holding(PaymentIntent payment, String invoiceStatus) {
        return holding(payment, invoiceStatus, "pm_1");
    }

    private static Holding holding(PaymentIntent payment, String invoiceStatus, String usedNow) {
        Invoice invoice = ApiResource.GSON.fromJson("""
                {"id": "in_1", "status": "%s", "created": 1,
                 "payments": {"object": "list", "data": [{"id": "inpay_1", "status": "%s", "payment": {"type": "payment_intent", "payment_intent": "pi_1"}}]}}""".formatted(invoiceStatus, invoiceStatus), Invoice.class);
        Subscription subscription = ApiResource.GSON.fromJson("""
                {"id": "sub_1", "default_payment_method": "%s"}""".formatted(usedNow), Subscription.class);
        return new Holding(subscription, List.of(invoice), List.of(payment), List.of());
    }
}
