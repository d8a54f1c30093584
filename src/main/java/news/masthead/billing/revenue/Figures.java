package news.masthead.billing.revenue;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * What a publisher wants to know of subscriptions and their money, as it was known at one instant.
 *
 * @param growth from the first month that had a subscriber to the present one; at least that
 * @param recovery the months in which anything was declined
 * @param deferred from the first month in which anything was paid to the last that what was paid so far reaches; none before anything was
 */
public record Figures(
        Instant at,
        YearMonth month,
        List<GrowthMonth> growth,
        List<RecoveryMonth> recovery,
        List<DeferredMonth> deferred) {

    /** Takes the subscriptions one after the other and keeps nothing of any. */
    static final class Sum {

        private final Instant now;
        private final ZoneId zone;
        private final Graces graces;
        private final Growth growth;
        private final Recovery recovery;
        private final Schedule schedule = new Schedule();

        Sum(Instant now, ZoneId zone, Graces graces) {
            this.now = now;
            this.zone = zone;
            this.graces = graces;
            growth = new Growth(zone);
            recovery = new Recovery(zone);
        }

        /** Money counts for an accidental duplicate too: it was paid and given back. */
        void add(Course course) {
            Deferral.book(course, zone, schedule);
            if (!course.duplicate()) {
                recovery.add(course);
                new Life(course, graces).steps(now).forEach(step -> growth.add(step, course.returns()));
            }
        }

        Figures figures() {
            return new Figures(
                    now, YearMonth.from(now.atZone(zone)), growth.months(now), recovery.months(), schedule.months());
        }
    }
}
