package news.masthead.values;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** The half-open span of time {@code [start, end)}, both UTC instants. */
public record Window(Instant start, Instant end) {

    public Window {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A window ends after it starts: " + start + " to " + end);
        }
    }

    /** The calendar month of the publisher's zone that {@code at} falls in. */
    public static Window monthOf(Instant at, ZoneId zone) {
        YearMonth month = YearMonth.from(at.atZone(zone));
        Window window = monthOf(month, zone);
        // Where clocks go back over midnight, an hour of the old month comes round again after the new one has begun
        return at.isBefore(window.end) ? window : monthOf(month.plusMonths(1), zone);
    }

    private static Window monthOf(YearMonth month, ZoneId zone) {
        return new Window(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
