package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.param.SubscriptionUpdateParams;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import news.masthead.subscription.Portrait;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Money;

/** What staff may do about a subscription. Each deed leaves its row; where Stripe does not answer nothing is changed and nothing written. */
@ApplicationScoped
public class Care {

    @Inject
    StripeClient stripe;

    @Inject
    Recheck recheck;

    @Inject
    StripeSync sync;

    @Inject
    DeedBook deeds;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Clock clock;

    /** Who asks for it: the same id for a form however often it is sent, the account of the one at work, and why. */
    public record Wish(UUID id, long by, String reason) {}

    /** Asks Stripe how the subscription stands. What that changes is drift. */
    public boolean sync(Wish wish, Subscription subscription) {
        return with(wish, subscription, Deed.What.SYNCED, () -> recheck.at(subscription.providerRef, Drift.Run.STAFF));
    }

    /** Ends it at once; nothing more is charged, and what is paid and not given back is not either. */
    public boolean endNow(Wish wish, Subscription subscription) {
        return with(wish, subscription, Deed.What.ENDED_NOW, () -> cancel(subscription.providerRef));
    }

    /** Lets it end with what is paid. */
    public boolean endAtTerm(Wish wish, Subscription subscription) {
        return with(wish, subscription, Deed.What.ENDED_AT_TERM, () -> {
            SubscriptionUpdateParams params = SubscriptionUpdateParams.builder()
                    .setCancelAtPeriodEnd(true)
                    .build();
            StripeFailure.asking(() -> stripe.v1().subscriptions().update(subscription.providerRef, params));
            sync.sync(subscription.providerRef);
        });
    }

    /**
     * Cancels a subscription at Stripe, unless it is over there: https://docs.stripe.com/api/subscriptions/cancel
     *
     * @throws StripeFailure where Stripe does not answer
     */
    void cancel(String subscription) {
        String status = StripeFailure.asking(() -> stripe.v1().subscriptions().retrieve(subscription))
                .getStatus();
        if (!status.equals("canceled") && !status.equals("incomplete_expired")) {
            SubscriptionCancelParams params = SubscriptionCancelParams.builder().build();
            StripeFailure.asking(() -> stripe.v1()
                    .subscriptions()
                    .cancel(subscription, params, IdempotencyKey.of("cancel-" + subscription, params)));
        }
        sync.sync(subscription);
    }

    private boolean with(Wish wish, Subscription subscription, Deed.What what, Runnable deed) {
        String before = words(subscription.providerRef);
        try {
            deed.run();
        } catch (StripeFailure silent) {
            Log.errorf(silent, "%s was not %s", subscription.providerRef, what);
            return false;
        }
        deeds.add(new Deed(
                wish.id(),
                clock.instant(),
                wish.by(),
                subscription.account,
                what,
                subscription.providerRef,
                new Money(0),
                wish.reason(),
                before,
                words(subscription.providerRef)));
        return true;
    }

    private String words(String subscription) {
        return subscriptions.portrait(subscription).map(Portrait::toString).orElse("unknown");
    }
}
