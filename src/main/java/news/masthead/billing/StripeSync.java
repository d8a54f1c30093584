package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.param.InvoiceLineItemListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PaymentIntentListParams;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.masthead.subscription.SecondSubscription;
import news.masthead.subscription.Subscriptions;

/**
 * Brings one subscription to where Stripe has it. The webhook, the way back from payment, the reconcile and the reader's own buttons all call
 * {@link #sync}; nothing else writes what a reader has bought.
 *
 * <p>No lock is held and no transaction open while Stripe is asked. Two looks at one subscription may overlap: each draws a number first, and
 * {@link Subscriptions#apply} lets the higher number win.
 */
@ApplicationScoped
class StripeSync {

    private static final long PAGE = 100;

    @Inject
    StripeClient stripe;

    @Inject
    Customers customers;

    @Inject
    Subscriptions subscriptions;

    /**
     * @param id of the subscription at Stripe, {@code sub_…}
     * @throws StripeFailure where Stripe does not answer
     */
    Found sync(String id) {
        long fetch = subscriptions.beginFetch();
        Optional<Subscription> fetched = subscription(id);
        if (fetched.isEmpty()) {
            return new Found.Nothing();
        }
        Optional<Long> account = accountOf(fetched.get());
        if (account.isEmpty()) {
            return new Found.Foreign(fetched.get().getCustomer());
        }
        apply(account.get(), fetched.get(), fetch);
        return new Found.Ours(account.get());
    }

    /** By what we wrote down ourselves: the customer, or the subscription of one that was deleted since. */
    private Optional<Long> accountOf(Subscription fetched) {
        return customers
                .accountOf(fetched.getCustomer())
                .or(() -> subscriptions.ofProvider(fetched.getId()).map(known -> known.account));
    }

    private void apply(long account, Subscription fetched, long fetch) {
        List<Invoice> invoices = paidInvoices(fetched.getId());
        Set<String> refunded = refundedPayments(fetched.getCustomer());
        subscriptions.apply(account, fetched.getId(), Translation.standing(fetched, invoices, refunded), fetch);
    }

    void report(@Observes(during = TransactionPhase.AFTER_SUCCESS) SecondSubscription second) {
        Log.errorf(
                "Account %d pays twice: end and refund subscription %s at Stripe",
                second.account(), second.providerRef());
    }

    private Optional<Subscription> subscription(String id) {
        try {
            return Optional.of(
                    StripeFailure.asking(() -> stripe.v1().subscriptions().retrieve(id)));
        } catch (StripeFailure failure) {
            if (failure.isMissing()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private List<Invoice> paidInvoices(String subscription) {
        InvoiceListParams asked = InvoiceListParams.builder()
                .setSubscription(subscription)
                .setStatus(InvoiceListParams.Status.PAID)
                .addExpand("data.payments")
                .setLimit(PAGE)
                .build();
        List<Invoice> invoices = StripeFailure.all(() -> stripe.v1().invoices().list(asked));
        invoices.stream().filter(invoice -> invoice.getLines().getHasMore()).forEach(this::readAllLines);
        return invoices;
    }

    private void readAllLines(Invoice invoice) {
        InvoiceLineItemListParams asked =
                InvoiceLineItemListParams.builder().setLimit(PAGE).build();
        invoice.getLines()
                .setData(StripeFailure.all(
                        () -> stripe.v1().invoices().lineItems().list(invoice.getId(), asked)));
    }

    private Set<String> refundedPayments(String customer) {
        PaymentIntentListParams asked = PaymentIntentListParams.builder()
                .setCustomer(customer)
                .addExpand("data.latest_charge")
                .setLimit(PAGE)
                .build();
        return StripeFailure.all(() -> stripe.v1().paymentIntents().list(asked)).stream()
                .filter(payment -> payment.getLatestChargeObject() != null
                        && payment.getLatestChargeObject().getRefunded())
                .map(PaymentIntent::getId)
                .collect(Collectors.toSet());
    }

    /** What a look at Stripe found. */
    sealed interface Found {

        record Ours(long account) implements Found {}

        /** A customer of another application on the same Stripe account. */
        record Foreign(String customer) implements Found {}

        record Nothing() implements Found {}
    }
}
