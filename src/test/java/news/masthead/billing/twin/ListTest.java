package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.Customer;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerListParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListTest {

    private final Newsstand stand = new Newsstand();

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void a_list_goes_page_by_page_newest_first() throws Exception {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.addFirst(stand.customer().getId());
        }

        var pages = stand.stripe
                .v1()
                .customers()
                .list(CustomerListParams.builder().setLimit(3L).build());

        assertEquals(3, pages.getData().size());
        assertTrue(pages.getHasMore());
        List<String> walked = StreamSupport.stream(pages.autoPagingIterable().spliterator(), false)
                .map(Customer::getId)
                .toList();
        assertEquals(made, walked);
    }

    @Test
    void a_list_goes_backwards_too() throws Exception {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(stand.customer().getId());
        }

        var before = stand.stripe
                .v1()
                .customers()
                .list(CustomerListParams.builder()
                        .setEndingBefore(made.get(4))
                        .setLimit(2L)
                        .build());

        assertEquals(
                made.subList(2, 4),
                before.getData().stream().map(Customer::getId).toList());
        assertTrue(before.getHasMore());
    }

    @Test
    void a_list_of_invoice_payments_leads_from_a_payment_intent_to_its_invoice() throws Exception {
        Subscription subscription = stand.subscribe(stand.customer(), stand.quarterly(), "good");
        String intent =
                stand.stripe.v1().paymentIntents().list().getData().getFirst().getId();

        var payments = stand.stripe
                .v1()
                .invoicePayments()
                .list(InvoicePaymentListParams.builder()
                        .setPayment(InvoicePaymentListParams.Payment.builder()
                                .setType(InvoicePaymentListParams.Payment.Type.PAYMENT_INTENT)
                                .setPaymentIntent(intent)
                                .build())
                        .build());

        assertEquals(
                subscription.getLatestInvoice(), payments.getData().getFirst().getInvoice());
    }

    @Test
    void expand_puts_whole_objects_in_place_of_identifiers() throws Exception {
        Customer customer = stand.customer();
        Session open = stand.session(customer, stand.quarterly());
        stand.press(open, "outcome=pay");

        Session session = stand.stripe
                .v1()
                .checkout()
                .sessions()
                .retrieve(
                        open.getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("line_items")
                                .addExpand("customer")
                                .addExpand("subscription.latest_invoice.payments")
                                .build());

        assertEquals("asha@example.org", session.getCustomerObject().getEmail());
        assertEquals(90_000, session.getLineItems().getData().getFirst().getAmountTotal());
        assertEquals(
                "paid",
                session.getSubscriptionObject()
                        .getLatestInvoiceObject()
                        .getPayments()
                        .getData()
                        .getFirst()
                        .getStatus());
        assertNull(stand.retrieve(open).getLineItems(), "not there unless it is asked for");
    }

    @Test
    void expand_works_inside_a_list_and_refuses_what_cannot_be_expanded() throws Exception {
        stand.subscribe(stand.customer(), stand.quarterly(), "good");

        var list = stand.stripe
                .v1()
                .subscriptions()
                .list(SubscriptionListParams.builder()
                        .addExpand("data.latest_invoice")
                        .build());

        assertEquals("paid", list.getData().getFirst().getLatestInvoiceObject().getStatus());
        refused(() -> stand.stripe
                .v1()
                .subscriptions()
                .list(SubscriptionListParams.builder().addExpand("data.status").build()));
    }
}
