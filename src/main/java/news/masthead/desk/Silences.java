package news.masthead.desk;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.masthead.wire.AgencyHealth;

/** The alerts that stand above every page of the desk. */
@ApplicationScoped
class Silences {

    /** Every page asks; a silence is counted in minutes. */
    private static final Duration STALE_AFTER = Duration.ofSeconds(5);

    private static final int HOURS_AS_MINUTES = 2;
    private static final int DAYS_AS_HOURS = 3;

    @Inject
    AgencyHealth health;

    @Inject
    InboxForms agencies;

    @Inject
    HealthMessages messages;

    @Inject
    Clock clock;

    private final LoadingCache<AgencyHealth, List<String>> kept =
            Caffeine.newBuilder().expireAfterWrite(STALE_AFTER).build(this::sentences);

    /** One sentence for each agency that is silent for too long, the longest silence first. */
    List<String> sentences() {
        return kept.get(health);
    }

    /** {@code 20 min}, {@code 3 h}, {@code 4 days}. */
    String words(Duration span) {
        if (span.toHours() < HOURS_AS_MINUTES) {
            return messages.minutes(Math.max(1, span.toMinutes()));
        }
        return span.toDays() < DAYS_AS_HOURS ? messages.hours(span.toHours()) : messages.days(span.toDays());
    }

    private List<String> sentences(AgencyHealth of) {
        List<AgencyHealth.Alert> alerts = of.alerts();
        if (alerts.isEmpty()) {
            return List.of();
        }
        Map<String, Duration> usual = of.all().stream()
                .filter(one -> one.usualGap().isPresent())
                .collect(Collectors.toMap(
                        AgencyHealth.Health::source, one -> one.usualGap().get()));
        return alerts.stream()
                .map(alert -> sentence(alert, Optional.ofNullable(usual.get(alert.source()))))
                .toList();
    }

    private String sentence(AgencyHealth.Alert alert, Optional<Duration> usual) {
        String name = agencies.name(alert.source());
        String silence = words(Duration.between(alert.since(), clock.instant()));
        return usual.map(gap -> messages.silentUsually(name, silence, words(gap)))
                .orElseGet(() -> messages.silent(name, silence));
    }
}
