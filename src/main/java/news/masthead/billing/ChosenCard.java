package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Customer;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Subscription;
import com.stripe.param.CustomerRetrieveParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * A card that a reader chooses in Stripe's portal becomes the customer's default and no more than that
 * (https://docs.stripe.com/customer-management/portal-deep-links), while a subscription that came from Checkout names a card of its own and goes
 * on charging that. So the subscription is told to charge the newer one.
 */
@ApplicationScoped
class ChosenCard {

    @Inject
    StripeClient stripe;

    /** Does nothing twice, and nothing where the subscription's card is the newer: it came with a later purchase. */
    void follow(String customer) {
        chosen(customer)
                .ifPresent(card -> StripeFailure.all(() -> stripe.v1()
                                .subscriptions()
                                .list(SubscriptionListParams.builder()
                                        .setCustomer(customer)
                                        .addExpand("data.default_payment_method")
                                        .build()))
                        .stream()
                        .filter(subscription -> chargesAnOlderOne(subscription, card))
                        .forEach(subscription -> charge(subscription, card)));
    }

    private Optional<PaymentMethod> chosen(String id) {
        CustomerRetrieveParams whole = CustomerRetrieveParams.builder()
                .addExpand("invoice_settings.default_payment_method")
                .build();
        Customer customer = StripeFailure.asking(() -> stripe.v1().customers().retrieve(id, whole));
        return Optional.ofNullable(customer.getInvoiceSettings())
                .map(Customer.InvoiceSettings::getDefaultPaymentMethodObject);
    }

    private static boolean chargesAnOlderOne(Subscription subscription, PaymentMethod card) {
        PaymentMethod own = subscription.getDefaultPaymentMethodObject();
        return own != null && !own.getId().equals(card.getId()) && own.getCreated() <= card.getCreated();
    }

    private void charge(Subscription subscription, PaymentMethod card) {
        SubscriptionUpdateParams params = SubscriptionUpdateParams.builder()
                .setDefaultPaymentMethod(card.getId())
                .build();
        StripeFailure.asking(() -> stripe.v1().subscriptions().update(subscription.getId(), params));
    }
}
