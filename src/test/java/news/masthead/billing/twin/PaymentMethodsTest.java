package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.CardException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.PaymentMethodUpdateParams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentMethodsTest {

    private final Newsstand stand = new Newsstand();
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
    void a_test_card_is_attached_by_its_name() throws Exception {
        PaymentMethod card = attach("pm_card_visa");

        assertTrue(card.getId().startsWith("pm_") && !card.getId().equals("pm_card_visa"));
        assertEquals(customer.getId(), card.getCustomer());
        assertEquals("4242", card.getCard().getLast4());
        assertEquals(List.of(card), methods());
        assertEquals(List.of("payment_method.attached"), stand.eventsOf("payment_method.*"));
    }

    @Test
    void a_card_by_its_number_belongs_to_nobody_until_it_is_attached() throws Exception {
        PaymentMethod card = create("4000003560000008");
        assertNull(card.getCustomer());
        assertEquals("IN", card.getCard().getCountry());
        assertEquals(2030, card.getCard().getExpYear());

        attach(card.getId());

        assertEquals(card.getId(), methods().getFirst().getId());
        Customer other = stand.customer();
        Newsstand.refused(() -> stand.stripe
                .v1()
                .paymentMethods()
                .attach(
                        card.getId(),
                        PaymentMethodAttachParams.builder()
                                .setCustomer(other.getId())
                                .build()));
        assertEquals(
                "incorrect_number",
                assertThrows(CardException.class, () -> create("4111111111111111"))
                        .getCode());
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_visa_chargeDeclined, card_declined, generic_decline",
        "pm_card_visa_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
        "pm_card_visa_chargeDeclinedLostCard, card_declined, lost_card",
        "pm_card_chargeDeclinedExpiredCard, expired_card,"
    })
    void a_card_that_declines_from_the_first_cannot_be_attached(String token, String code, String declineCode) {
        CardException declined = assertThrows(CardException.class, () -> attach(token));

        assertEquals(code, declined.getCode());
        assertEquals(declineCode, declined.getDeclineCode());
    }

    @Test
    void a_detached_card_is_no_longer_the_readers() throws Exception {
        PaymentMethod card = attach("pm_card_visa");

        assertNull(stand.stripe.v1().paymentMethods().detach(card.getId()).getCustomer());

        assertEquals(List.of(), methods());
        Newsstand.refused(() -> stand.stripe.v1().paymentMethods().detach(card.getId()));
        Newsstand.refused(() -> setDefault(card.getId()));
        assertEquals(List.of("payment_method.attached", "payment_method.detached"), stand.eventsOf("payment_method.*"));
    }

    @Test
    void a_reader_has_a_default_card() throws Exception {
        PaymentMethod card = attach("pm_card_visa");

        Customer changed = setDefault(card.getId());

        assertEquals(card.getId(), changed.getInvoiceSettings().getDefaultPaymentMethod());
        Customer born = stand.stripe
                .v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setPaymentMethod("pm_card_visa")
                        .setInvoiceSettings(CustomerCreateParams.InvoiceSettings.builder()
                                .setDefaultPaymentMethod("pm_card_visa")
                                .build())
                        .build());
        assertTrue(born.getInvoiceSettings().getDefaultPaymentMethod().startsWith("pm_"));
    }

    @Test
    void a_card_that_has_run_out_pays_no_more() throws Exception {
        Subscription subscription = stand.subscribe(customer, stand.quarterly(), "good");
        stand.stripe
                .v1()
                .paymentMethods()
                .update(
                        subscription.getDefaultPaymentMethod(),
                        PaymentMethodUpdateParams.builder()
                                .setCard(PaymentMethodUpdateParams.Card.builder()
                                        .setExpMonth(1L)
                                        .setExpYear(2027L)
                                        .build())
                                .build());

        stand.advance(clock, "2027-02-28T07:30:00Z");

        assertEquals("past_due", stand.retrieve(subscription).getStatus());
        Charge charge = stand.stripe.v1().charges().list().getData().getFirst();
        assertEquals("expired_card", charge.getFailureCode());
    }

    private PaymentMethod create(String number) throws Exception {
        return stand.stripe
                .v1()
                .paymentMethods()
                .create(PaymentMethodCreateParams.builder()
                        .setType(PaymentMethodCreateParams.Type.CARD)
                        .setCard(PaymentMethodCreateParams.CardDetails.builder()
                                .setNumber(number)
                                .setExpMonth(6L)
                                .setExpYear(2030L)
                                .build())
                        .build());
    }

    private PaymentMethod attach(String method) throws Exception {
        return stand.stripe
                .v1()
                .paymentMethods()
                .attach(
                        method,
                        PaymentMethodAttachParams.builder()
                                .setCustomer(customer.getId())
                                .build());
    }

    private Customer setDefault(String method) throws Exception {
        return stand.stripe
                .v1()
                .customers()
                .update(
                        customer.getId(),
                        CustomerUpdateParams.builder()
                                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                                        .setDefaultPaymentMethod(method)
                                        .build())
                                .build());
    }

    private List<PaymentMethod> methods() throws Exception {
        return stand.stripe
                .v1()
                .paymentMethods()
                .list(PaymentMethodListParams.builder()
                        .setCustomer(customer.getId())
                        .build())
                .getData();
    }
}
