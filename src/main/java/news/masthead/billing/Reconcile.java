package news.masthead.billing;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import news.masthead.jobs.RecurringJob;
import news.masthead.subscription.Subscriptions;

/** Asks Stripe again about everything that should change about now, whether or not an event told of it. A lost event costs an hour at most. */
@ApplicationScoped
public class Reconcile implements RecurringJob {

    private static final Duration AHEAD = Duration.ofDays(3);

    @Inject
    CheckoutBook book;

    @Inject
    Checkout checkout;

    @Inject
    Recheck recheck;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "stripe-reconcile";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        now();
    }

    /**
     * Syncs every open checkout and every subscription that waits for a payment or whose paid span is over or nearly so. What fails is
     * logged and left to the next round.
     */
    public void now() {
        each(
                book.pending(),
                attempt -> "checkout " + attempt.id,
                attempt -> Patience.with(() -> checkout.look(attempt)));
        each(
                subscriptions.dueBefore(clock.instant().plus(AHEAD)),
                subscription -> "subscription " + subscription.providerRef,
                subscription -> recheck.at(subscription.providerRef, Drift.Run.HOURLY));
    }

    private static <T> void each(List<T> due, Function<T, String> name, Consumer<T> look) {
        for (T one : due) {
            try {
                look.accept(one);
            } catch (RuntimeException failure) {
                Log.errorf(failure, "Not reconciled: %s", name.apply(one));
            }
        }
    }
}
