package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import news.masthead.jobs.RecurringJob;
import news.masthead.web.Links;

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

    /** Where a reader may be taken back to; not to the plans, which are nowhere to return to. */
    static Optional<String> of(String to) {
        return Optional.ofNullable(to)
                .filter(path -> !path.isBlank())
                .map(Links::backOrFront)
                .filter(path -> !path.startsWith(Links.SUBSCRIBE));
    }

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
