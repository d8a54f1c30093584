package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.param.SubscriptionRetrieveParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.common.EmptyParam;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;

/** Whether a reader's subscription renews: https://docs.stripe.com/billing/subscriptions/cancel. */
@ApplicationScoped
class Renewal {

    @Inject
    StripeClient stripe;

    @Inject
    StripeSync sync;

    @Inject
    Subscriptions subscriptions;

    /**
     * Sees to it that the account is charged no more: each of its subscriptions ends with its paid term, one that is past due at once.
     *
     * @throws StripeFailure where Stripe does not answer
     */
    void stop(long account) {
        subscriptions.allLiveOf(account).forEach(this::stop);
    }

    /**
     * Lets the account's cancelled subscription renew after all, while it still runs.
     *
     * @throws StripeFailure where Stripe does not answer
     */
    void resume(long account) {
        subscriptions
                .liveOf(account)
                .filter(live -> live.state == Subscription.State.ENDING)
                .ifPresent(this::resume);
    }

    /** The address of Stripe's page where a missing payment can be made: https://docs.stripe.com/invoicing/hosted-invoice-page. Empty for none. */
    String paymentPage(Subscription pastDue) {
        SubscriptionRetrieveParams withInvoice =
                SubscriptionRetrieveParams.builder().addExpand("latest_invoice").build();
        try {
            String page = StripeFailure.asking(
                            () -> stripe.v1().subscriptions().retrieve(pastDue.providerRef, withInvoice))
                    .getLatestInvoiceObject()
                    .getHostedInvoiceUrl();
            return page == null ? "" : page;
        } catch (StripeFailure failure) {
            Log.warnf("No payment page for subscription %s: %s", pastDue.providerRef, failure.getMessage());
            return "";
        }
    }

    private void stop(Subscription live) {
        switch (live.state) {
            case RUNNING, PAUSED -> update(live, cancelAtPeriodEnd(true));
            case PAST_DUE ->
                StripeFailure.asking(() -> stripe.v1().subscriptions().cancel(live.providerRef));
            case ENDING, ENDED, AWAITING -> {}
        }
        sync.sync(live.providerRef);
    }

    /** Stripe takes the two ways to cancel one at a time, and its portal uses the second: the date without the flag. */
    private void resume(Subscription ending) {
        boolean flagged = StripeFailure.asking(() -> stripe.v1().subscriptions().retrieve(ending.providerRef))
                .getCancelAtPeriodEnd();
        update(
                ending,
                flagged
                        ? cancelAtPeriodEnd(false)
                        : SubscriptionUpdateParams.builder()
                                .setCancelAt(EmptyParam.EMPTY)
                                .build());
        sync.sync(ending.providerRef);
    }

    private void update(Subscription subscription, SubscriptionUpdateParams params) {
        StripeFailure.asking(() -> stripe.v1().subscriptions().update(subscription.providerRef, params));
    }

    private static SubscriptionUpdateParams cancelAtPeriodEnd(boolean cancel) {
        return SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(cancel).build();
    }
}
