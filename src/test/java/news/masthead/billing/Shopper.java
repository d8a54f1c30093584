package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Subscription;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import news.masthead.billing.Till.Buyer;
import news.masthead.subscription.PriceTable;

/**
 * What readers do, by means that Stripe's sandbox has too. Nobody can fill in its hosted page from a test, so a purchase is the site's own way to
 * that page, and then the subscription that the page would have made, with the official test cards: https://docs.stripe.com/testing.
 */
@Alternative
@ApplicationScoped
class Shopper {

    static final String GOOD_CARD = "pm_card_visa";
    static final String CARD_THAT_FAILS = "pm_card_chargeCustomerFail";

    @Inject
    Till till;

    @Inject
    StripeClient stripe;

    @Inject
    Customers customers;

    @Inject
    Catalogue catalogue;

    @Inject
    PriceTable plans;

    /** A new reader who has bought that plan with a card that works. */
    Buyer buys(String plan) {
        Buyer reader = till.aReader();
        reader.subscribe(plan).then().statusCode(303);
        closePages(reader);
        String card = attach(reader, GOOD_CARD);
        SubscriptionCreateParams params = SubscriptionCreateParams.builder()
                .setCustomer(customers.ensure(reader.account()))
                .addItem(SubscriptionCreateParams.Item.builder()
                        .setPrice(catalogue.priceOf(plans.plan(plan).orElseThrow()))
                        .build())
                .setDefaultPaymentMethod(card)
                .putMetadata("account", Long.toString(reader.account()))
                .build();
        StripeFailure.asking(() -> stripe.v1().subscriptions().create(params));
        return reader;
    }

    /** From now on the reader's subscription is charged to another card. */
    void changesCardTo(Buyer reader, String testCard) {
        String card = attach(reader, testCard);
        SubscriptionUpdateParams params =
                SubscriptionUpdateParams.builder().setDefaultPaymentMethod(card).build();
        StripeFailure.asking(
                () -> stripe.v1().subscriptions().update(subscription(reader).getId(), params));
    }

    /** Pays what is due with the card in use. */
    void paysWhatIsDue(Buyer reader) {
        StripeFailure.asking(
                () -> stripe.v1().invoices().pay(subscription(reader).getLatestInvoice()));
    }

    Subscription subscription(Buyer reader) {
        return till.subscriptionsAtStripe(reader).get(0);
    }

    private String attach(Buyer reader, String testCard) {
        String customer = customers.ensure(reader.account());
        PaymentMethod card = StripeFailure.asking(() -> stripe.v1()
                .paymentMethods()
                .attach(
                        testCard,
                        PaymentMethodAttachParams.builder()
                                .setCustomer(customer)
                                .build()));
        CustomerUpdateParams byDefault = CustomerUpdateParams.builder()
                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                        .setDefaultPaymentMethod(card.getId())
                        .build())
                .build();
        StripeFailure.asking(() -> stripe.v1().customers().update(customer, byDefault));
        return card.getId();
    }

    private void closePages(Buyer reader) {
        SessionListParams open = SessionListParams.builder()
                .setCustomer(customers.ensure(reader.account()))
                .setStatus(SessionListParams.Status.OPEN)
                .build();
        StripeFailure.all(() -> stripe.v1().checkout().sessions().list(open))
                .forEach(session -> StripeFailure.asking(
                        () -> stripe.v1().checkout().sessions().expire(session.getId())));
    }
}
