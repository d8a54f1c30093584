package news.masthead.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import news.masthead.values.Window;

/** Over which time free stories are counted. */
public sealed interface MeterWindow {

    /** When every reader's spends start again; none where each reader's leave the window one by one. */
    default Optional<Instant> end(Instant now, ZoneId zone) {
        return switch (this) {
            case CalendarMonth month -> Optional.of(Window.monthOf(now, zone).end());
            case RollingDays rolling -> Optional.empty();
        };
    }

    /** The calendar month of the publisher's zone. */
    record CalendarMonth() implements MeterWindow {}

    /**
     * The days before the instant, to the second.
     *
     * @param days 1 to 28, so that a reader's spends never lie under more than two months' secrets
     */
    record RollingDays(int days) implements MeterWindow {

        public static final int MOST = 28;

        public RollingDays {
            if (days < 1 || days > MOST) {
                throw new IllegalArgumentException("A rolling window has 1 to " + MOST + " days, not " + days);
            }
        }
    }
}
