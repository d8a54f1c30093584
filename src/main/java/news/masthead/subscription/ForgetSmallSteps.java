package news.masthead.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import news.masthead.jobs.RecurringJob;
import news.masthead.values.Publication;

/** When the month after is over, no count is so small that it tells from which story a reader bought. */
@ApplicationScoped
class ForgetSmallSteps implements RecurringJob {

    @Inject
    FunnelRows rows;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "forget-small-steps";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        LocalDate kept = YearMonth.from(clock.instant().atZone(publication.zone()))
                .minusMonths(1)
                .atDay(1);
        rows.unsettledBefore(kept).forEach(rows::settle);
    }
}
