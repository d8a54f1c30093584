package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.billingportal.Configuration;
import com.stripe.param.billingportal.ConfigurationCreateParams;
import com.stripe.param.billingportal.ConfigurationCreateParams.Features;
import com.stripe.param.billingportal.ConfigurationListParams;
import com.stripe.param.billingportal.SessionCreateParams;
import com.stripe.param.billingportal.SessionCreateParams.FlowData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import news.masthead.web.Links;
import news.masthead.web.Site;

/**
 * Stripe's Billing Portal, where a reader's card and invoices are kept: https://docs.stripe.com/customer-management. Plans are changed on our own
 * pages only, where the reader sees what it costs before saying yes.
 */
@ApplicationScoped
class Portal {

    private static final String OURS = "masthead";
    private static final String VERSION = "1";
    private static final long PAGE = 100;

    @Inject
    StripeClient stripe;

    @Inject
    StripeAccount stripeAccount;

    @Inject
    Customers customers;

    @Inject
    Site site;

    private final AtomicReference<String> configuration = new AtomicReference<>();

    /** Where the account changes the card that is charged; it leads back to the plan's page. */
    URI card(long account) {
        FlowData flow = FlowData.builder()
                .setType(FlowData.Type.PAYMENT_METHOD_UPDATE)
                .setAfterCompletion(FlowData.AfterCompletion.builder()
                        .setType(FlowData.AfterCompletion.Type.REDIRECT)
                        .setRedirect(FlowData.AfterCompletion.Redirect.builder()
                                .setReturnUrl(back("?now=card"))
                                .build())
                        .build())
                .build();
        return open(session(account).setFlowData(flow).build());
    }

    private SessionCreateParams.Builder session(long account) {
        return SessionCreateParams.builder()
                .setCustomer(customers.ensure(account))
                .setConfiguration(configuration())
                .setReturnUrl(back(""));
    }

    private URI open(SessionCreateParams params) {
        return URI.create(StripeFailure.asking(
                        () -> stripe.v1().billingPortal().sessions().create(params))
                .getUrl());
    }

    private String back(String query) {
        return site.url() + Links.ACCOUNT_PLAN + query;
    }

    private String configuration() {
        return stripeAccount
                .portalConfiguration()
                .orElseGet(() -> configuration.updateAndGet(known -> known == null ? ensured() : known));
    }

    private String ensured() {
        ConfigurationListParams active =
                ConfigurationListParams.builder().setActive(true).setLimit(PAGE).build();
        return StripeFailure.all(
                        () -> stripe.v1().billingPortal().configurations().list(active))
                .stream()
                .filter(one -> Map.of(OURS, VERSION).equals(one.getMetadata()))
                .map(Configuration::getId)
                .findFirst()
                .orElseGet(this::created);
    }

    /** https://docs.stripe.com/api/customer_portal/configurations/create */
    private String created() {
        ConfigurationCreateParams params = ConfigurationCreateParams.builder()
                .setDefaultReturnUrl(back(""))
                .setFeatures(features())
                .putMetadata(OURS, VERSION)
                .build();
        return StripeFailure.asking(() -> stripe.v1()
                        .billingPortal()
                        .configurations()
                        .create(params, IdempotencyKey.of("portal-" + VERSION, params)))
                .getId();
    }

    private static Features features() {
        return Features.builder()
                .setInvoiceHistory(
                        Features.InvoiceHistory.builder().setEnabled(true).build())
                .setPaymentMethodUpdate(
                        Features.PaymentMethodUpdate.builder().setEnabled(true).build())
                .setSubscriptionCancel(Features.SubscriptionCancel.builder()
                        .setEnabled(true)
                        .setMode(Features.SubscriptionCancel.Mode.AT_PERIOD_END)
                        .build())
                .build();
    }
}
