package news.masthead.billing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import news.masthead.subscription.Portrait;
import news.masthead.subscription.Subscriptions;

/** A look at Stripe that no event asked for: syncs, and puts on record what turns out to have been different. */
@ApplicationScoped
class Recheck {

    private static final String UNKNOWN = "unknown";

    @Inject
    StripeSync sync;

    @Inject
    Subscriptions subscriptions;

    @Inject
    FactBook facts;

    @Inject
    DriftBook drift;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    /**
     * @param subscription {@code sub_…}
     * @throws StripeFailure where Stripe does not answer
     */
    StripeSync.Found at(String subscription, Drift.Run run) {
        Instant began = clock.instant();
        String ours = words(subscription);
        StripeSync.Found found = Patience.with(() -> sync.sync(subscription));
        switch (found) {
            case StripeSync.Found.Ours known -> compare(subscription, known.account(), ours, run, began);
            case StripeSync.Found.Nothing nothing -> isGone(subscription, ours, run, began);
            case StripeSync.Found.Foreign foreign -> {}
        }
        return found;
    }

    private void compare(String subscription, long account, String ours, Drift.Run run, Instant began) {
        String theirs = words(subscription);
        if (ours.equals(theirs)) {
            drift.agree(subscription);
        } else {
            note(run, subscription, account, new DriftBook.Difference(ours, theirs, true), began);
        }
    }

    /** Stripe forgets no subscription: it belongs to another account or mode of Stripe's, and needs a person. */
    private void isGone(String subscription, String ours, Drift.Run run, Instant began) {
        subscriptions
                .ofProvider(subscription)
                .ifPresent(known ->
                        note(run, subscription, known.account, new DriftBook.Difference(ours, UNKNOWN, false), began));
    }

    private void note(
            Drift.Run run, String subscription, long account, DriftBook.Difference difference, Instant began) {
        if (drift.found(run, subscription, account, difference, began)) {
            Counter.builder("masthead.billing.drift")
                    .description("Subscriptions found to differ from Stripe's while no event had told of it")
                    .tag("run", run.name().toLowerCase(java.util.Locale.ROOT))
                    .register(metrics)
                    .increment();
        }
    }

    private String words(String subscription) {
        return subscriptions.portrait(subscription).map(Portrait::toString).orElse(UNKNOWN) + "; "
                + facts.summary(subscription);
    }
}
