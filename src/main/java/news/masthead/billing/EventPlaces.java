package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.InvoicePayment;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Subscription;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.SubscriptionListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.masthead.subscription.Subscriptions;

/** Finds the subscriptions that an event concerns, by asking our own ledger or Stripe. */
@ApplicationScoped
class EventPlaces {

    private static final long PAGE = 100;

    @Inject
    StripeClient stripe;

    @Inject
    StripeLedger ledger;

    @Inject
    Customers customers;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Pace pace;

    /** A payment pays one invoice, and that is for one subscription or for none. */
    Optional<String> ofPayment(String intent) {
        return ledger.subscriptionOf(intent).or(() -> atStripe(intent));
    }

    /** Those we know to be live, for Stripe lists none of a deleted customer, and those that Stripe has. */
    Set<String> ofCustomer(long account, String customer) {
        Set<String> found = new LinkedHashSet<>();
        subscriptions.allLiveOf(account).forEach(live -> found.add(live.providerRef));
        found.addAll(listed(customer));
        return found;
    }

    /** Whose it is; none where it is nobody's, or Stripe knows no such. */
    Optional<String> customerOf(String paymentMethod) {
        return unlessMissing(
                        () -> Optional.of(StripeFailure.asking(
                                () -> stripe.v1().paymentMethods().retrieve(paymentMethod))),
                        Optional.<PaymentMethod>empty())
                .map(PaymentMethod::getCustomer);
    }

    Optional<Long> accountOf(String customer) {
        return customers.accountOf(customer);
    }

    /** https://docs.stripe.com/api/invoice-payment/list */
    private Optional<String> atStripe(String intent) {
        InvoicePaymentListParams asked = InvoicePaymentListParams.builder()
                .setPayment(InvoicePaymentListParams.Payment.builder()
                        .setType(InvoicePaymentListParams.Payment.Type.PAYMENT_INTENT)
                        .setPaymentIntent(intent)
                        .build())
                .setLimit(PAGE)
                .addExpand("data.invoice")
                .build();
        return unlessMissing(
                        () -> StripeFailure.all(
                                () -> stripe.v1().invoicePayments().list(asked)),
                        List.<InvoicePayment>of())
                .stream()
                .flatMap(one -> Stream.ofNullable(one.getInvoiceObject()))
                .flatMap(invoice -> Stream.ofNullable(invoice.getParent()))
                .flatMap(parent -> Stream.ofNullable(parent.getSubscriptionDetails()))
                .flatMap(details -> Stream.ofNullable(details.getSubscription()))
                .findFirst();
    }

    private List<String> listed(String customer) {
        SubscriptionListParams asked = SubscriptionListParams.builder()
                .setCustomer(customer)
                .setStatus(SubscriptionListParams.Status.ALL)
                .setLimit(PAGE)
                .build();
        return unlessMissing(
                        () -> StripeFailure.all(
                                () -> stripe.v1().subscriptions().list(asked)),
                        List.<Subscription>of())
                .stream()
                .map(Subscription::getId)
                .toList();
    }

    private <T> T unlessMissing(Supplier<T> question, T nothing) {
        pace.await();
        try {
            return question.get();
        } catch (StripeFailure failure) {
            if (failure.isMissing()) {
                return nothing;
            }
            throw failure;
        }
    }
}
