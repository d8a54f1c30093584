package news.masthead.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What one pseudonym spent, as far as decisions on record tell, or would have spent. A pseudonym lives for a calendar month. */
final class SpendHistory {

    private record Spent(String section, Instant at) {}

    private final Map<Long, Spent> stories = new HashMap<>();

    void add(Facts facts) {
        stories.put(facts.story().id(), new Spent(facts.story().section(), facts.at()));
    }

    boolean holds(long story, Meter meter, Instant at) {
        Spent spent = stories.get(story);
        return spent != null && isInWindow(spent, meter, at);
    }

    int used(Meter meter, Instant at) {
        return (int) stories.values().stream()
                .filter(spent -> meter.counts(spent.section()) && isInWindow(spent, meter, at))
                .count();
    }

    private static boolean isInWindow(Spent spent, Meter meter, Instant at) {
        return switch (meter.window()) {
            case MeterWindow.CalendarMonth month -> true;
            case MeterWindow.RollingDays rolling -> spent.at().isAfter(at.minus(Duration.ofDays(rolling.days())));
        };
    }
}
