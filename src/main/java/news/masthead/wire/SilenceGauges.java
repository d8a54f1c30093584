package news.masthead.wire;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/**
 * {@code masthead_wire_seconds_since_last} and {@code masthead_wire_silent} (0 or 1) of each agency that has a contract at the start, on every
 * node alike: they are looked up when somebody asks.
 */
@ApplicationScoped
class SilenceGauges {

    @Inject
    MeterRegistry registry;

    @Inject
    Agencies agencies;

    @Inject
    Rhythm rhythm;

    @Inject
    Silence.Repository silences;

    @Inject
    Clock clock;

    @Inject
    SilenceGauges self;

    void register(@Observes StartupEvent starting) {
        agencies.all().keySet().forEach(source -> {
            Gauge.builder("masthead.wire.seconds.since.last", () -> self.secondsSinceLast(source))
                    .description("Seconds since the agency's last item")
                    .tag("source", source)
                    .register(registry);
            Gauge.builder("masthead.wire.silent", () -> self.silent(source))
                    .description("1 while the agency is silent for longer than usual")
                    .tag("source", source)
                    .register(registry);
        });
    }

    /** Not a number before its first, and while the database does not say. */
    double secondsSinceLast(String source) {
        return rhythm.lastArrival(source)
                .map(last -> (double) Duration.between(last, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }

    @Transactional
    double silent(String source) {
        return silences.of(source).isPresent() ? 1 : 0;
    }
}
