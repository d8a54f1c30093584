package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import news.masthead.jobs.RecurringJob;

/** Forgets quotes that their readers did not accept: they bind nobody. */
@ApplicationScoped
class ForgetQuotes implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(1);

    @Inject
    Quotes quotes;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "forget-quotes";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        quotes.forgetUnacceptedBefore(clock.instant().minus(KEPT));
    }
}
