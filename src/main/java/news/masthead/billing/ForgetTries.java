package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import news.masthead.jobs.RecurringJob;

/** Forgets from where readers tried to pay. */
@ApplicationScoped
class ForgetTries implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(3);

    @Inject
    TryBook book;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "forget-checkout-tries";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        book.forgetBefore(clock.instant().minus(KEPT));
    }
}
