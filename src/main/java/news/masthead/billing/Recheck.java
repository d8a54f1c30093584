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
        Before before = new Before(clock.instant(), drift.departure(subscription), words(subscription));
        StripeSync.Found found = Patience.with(() -> sync.sync(subscription));
        switch (found) {
            case StripeSync.Found.Ours known -> compare(subscription, known.account(), run, before);
            case StripeSync.Found.Nothing nothing -> isGone(subscription, run, before);
            case StripeSync.Found.Foreign foreign -> {}
        }
        return found;
    }

    /**
     * How things stood when a look began.
     *
     * @param departure from which state of ours; read before the words, so that words never are older than it
     */
    private record Before(Instant at, long departure, String ours) {

        DriftBook.Difference to(String theirs, boolean healed) {
            return new DriftBook.Difference(ours, theirs, healed, departure);
        }
    }

    private void compare(String subscription, long account, Drift.Run run, Before before) {
        String theirs = words(subscription);
        if (before.ours().equals(theirs)) {
            drift.agree(subscription);
        } else if (drift.found(run, subscription, account, before.to(theirs, true), before.at())) {
            count(run);
        }
    }

    /** Stripe forgets no subscription: it belongs to another account or mode of Stripe's, and needs a person. */
    private void isGone(String subscription, Drift.Run run, Before before) {
        subscriptions
                .ofProvider(subscription)
                .filter(known -> drift.found(run, subscription, known.account, before.to(UNKNOWN, false), before.at()))
                .ifPresent(known -> count(run));
    }

    private void count(Drift.Run run) {
        Counter.builder("masthead.billing.drift")
                .description("Subscriptions found to differ from Stripe's while no event had told of it")
                .tag("run", run.name().toLowerCase(java.util.Locale.ROOT))
                .register(metrics)
                .increment();
    }

    private String words(String subscription) {
        return subscriptions.portrait(subscription).map(Portrait::toString).orElse(UNKNOWN) + "; "
                + facts.summary(subscription);
    }
}
