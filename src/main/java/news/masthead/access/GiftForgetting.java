package news.masthead.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import news.masthead.jobs.RecurringJob;
import news.masthead.values.Publication;

/** Forgets who opened a gift link when its time is over, and who gave what with the secret of the month. */
@ApplicationScoped
class GiftForgetting implements RecurringJob {

    @Inject
    GiftBook book;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "forget-gifts";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        ZoneId zone = publication.zone();
        YearMonth lastMonth = YearMonth.from(now.atZone(zone)).minusMonths(1);
        book.forget(now, lastMonth.atDay(1).atStartOfDay(zone).toInstant());
    }
}
