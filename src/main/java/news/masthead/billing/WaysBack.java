package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import news.masthead.jobs.RecurringJob;

/**
 * Forgets where readers came from when they bought. It is the path of a story as a rule, and it stands beside their account, so it would tell for
 * ever what they read.
 */
@ApplicationScoped
class WaysBack implements RecurringJob {

    /** Whoever paid in the last minute still finds the way back. */
    private static final Duration KEPT = Duration.ofDays(1);

    @Inject
    CheckoutBook book;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "forget-ways-back";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        book.forgetWaysBack(clock.instant().minus(KEPT));
    }
}
