package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.param.DisputeListParams;
import com.stripe.param.InvoiceLineItemListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.SubscriptionRetrieveParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks Stripe for all it holds of a subscription. The answers are not of one instant: whatever changes between two of them is followed by an
 * event, and by a look of its own.
 */
@ApplicationScoped
class StripeLook {

    private static final long PAGE = 100;

    @Inject
    StripeClient stripe;

    /** One for who runs without the site. */
    static StripeLook by(StripeClient stripe) {
        StripeLook look = new StripeLook();
        look.stripe = stripe;
        return look;
    }

    /**
     * @param subscription {@code sub_…}
     * @return none where Stripe knows no such subscription
     * @throws StripeFailure where Stripe does not answer
     */
    Optional<Holding> at(String subscription) {
        return subscription(subscription).map(this::holding);
    }

    private Holding holding(Subscription subscription) {
        List<Invoice> invoices = invoices(subscription.getId());
        List<PaymentIntent> payments = invoices.isEmpty() ? List.of() : payments(subscription.getCustomer(), invoices);
        return new Holding(subscription, invoices, payments, disputes(payments));
    }

    private Optional<Subscription> subscription(String id) {
        SubscriptionRetrieveParams withWhatFollows = SubscriptionRetrieveParams.builder()
                .addExpand("schedule.phases.items.price")
                .build();
        try {
            return Optional.of(
                    StripeFailure.asking(() -> stripe.v1().subscriptions().retrieve(id, withWhatFollows)));
        } catch (StripeFailure failure) {
            if (failure.isMissing()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private List<Invoice> invoices(String subscription) {
        InvoiceListParams asked = InvoiceListParams.builder()
                .setSubscription(subscription)
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

    /** Stripe lists payments by customer; {@code expand} reaches four levels, which is one too few to take them from the invoices. */
    private List<PaymentIntent> payments(String customer, List<Invoice> invoices) {
        Set<String> named = invoices.stream()
                .flatMap(invoice -> Stream.ofNullable(invoice.getPayments()))
                .flatMap(joined -> joined.getData().stream())
                .map(InvoicePayment::getPayment)
                .map(InvoicePayment.Payment::getPaymentIntent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        PaymentIntentListParams asked = PaymentIntentListParams.builder()
                .setCustomer(customer)
                .addExpand("data.latest_charge.refunds")
                .setLimit(PAGE)
                .build();
        return StripeFailure.all(() -> stripe.v1().paymentIntents().list(asked)).stream()
                .filter(payment -> named.contains(payment.getId()))
                .toList();
    }

    private List<Dispute> disputes(List<PaymentIntent> payments) {
        return payments.stream()
                .filter(StripeLook::isDisputed)
                .flatMap(payment -> disputesOf(payment.getId()).stream())
                .toList();
    }

    private List<Dispute> disputesOf(String payment) {
        DisputeListParams asked = DisputeListParams.builder()
                .setPaymentIntent(payment)
                .setLimit(PAGE)
                .build();
        return StripeFailure.all(() -> stripe.v1().disputes().list(asked));
    }

    private static boolean isDisputed(PaymentIntent payment) {
        Charge charge = payment.getLatestChargeObject();
        return charge != null && Boolean.TRUE.equals(charge.getDisputed());
    }
}
