package news.masthead.billing;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import news.masthead.jobs.RecurringJob;
import news.masthead.subscription.Subscriptions;

/** Lets paused subscriptions go on when their day has come. One that Stripe does not answer for goes on at the next round. */
@ApplicationScoped
class EndPauses implements RecurringJob {

    @Inject
    Pauses pauses;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "end-pauses";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        subscriptions.toResumeBefore(clock.instant()).forEach(paused -> {
            try {
                pauses.resumeAsAgreed(paused);
            } catch (StripeFailure failure) {
                Log.warnf(failure, "Subscription %s did not go on yet", paused.providerRef);
            }
        });
    }
}
