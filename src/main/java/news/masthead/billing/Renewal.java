package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.common.EmptyParam;
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

    @Inject
    PlanChange change;

    @Inject
    Successor successor;

    @Inject
    Pauses pauses;

    /**
     * Sees to it that the account is charged no more: each of its subscriptions ends with its paid term; one whose
     * term is over already, for it is past due or paused, at once.
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

    private void stop(Subscription live) {
        switch (live.state) {
            case RUNNING -> endWithTerm(live);
            case PAUSED -> {
                if (pauses.hasBegun(live)) {
                    endNow(live);
                } else {
                    endWithTerm(live);
                }
            }
            case PAST_DUE -> endNow(live);
            case ENDING, ENDED, AWAITING -> {}
        }
        sync.sync(live.providerRef);
    }

    private void endNow(Subscription live) {
        StripeFailure.asking(() -> stripe.v1().subscriptions().cancel(live.providerRef));
    }

    /** Whatever the reader had planned beside is given up first: Stripe takes no cancellation while a schedule holds the subscription. */
    private void endWithTerm(Subscription live) {
        com.stripe.model.Subscription held =
                StripeFailure.asking(() -> stripe.v1().subscriptions().retrieve(live.providerRef));
        change.giveUpAt(held);
        successor.giveUpAt(held);
        SubscriptionUpdateParams.Builder params =
                held.getPauseCollection() == null ? SubscriptionUpdateParams.builder() : Pauses.calledOff();
        update(live, params.setCancelAtPeriodEnd(true).build());
    }

    /** Stripe takes the two ways to cancel one at a time, and its portal uses the second: the date without the flag. */
    private void resume(Subscription ending) {
        boolean flagged = StripeFailure.asking(() -> stripe.v1().subscriptions().retrieve(ending.providerRef))
                .getCancelAtPeriodEnd();
        update(
                ending,
                flagged
                        ? SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(false)
                                .build()
                        : SubscriptionUpdateParams.builder()
                                .setCancelAt(EmptyParam.EMPTY)
                                .build());
        sync.sync(ending.providerRef);
    }

    private void update(Subscription subscription, SubscriptionUpdateParams params) {
        StripeFailure.asking(() -> stripe.v1().subscriptions().update(subscription.providerRef, params));
    }
}
