package news.masthead.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** {@code masthead_decisions} by outcome and outlet, and how the log of them fares. No reader and no story is in any. */
@ApplicationScoped
class DecisionMetrics {

    @Inject
    MeterRegistry registry;

    private final Map<Outlet, Map<Outcome, Counter>> decided = new EnumMap<>(Outlet.class);

    private Counter lost;

    void begin(Supplier<Number> backlog) {
        for (Outlet outlet : Outlet.values()) {
            decided.put(outlet, new EnumMap<>(Outcome.class));
            for (Outcome outcome : Outcome.values()) {
                decided.get(outlet).put(outcome, counter(outlet, outcome));
            }
        }
        Gauge.builder("masthead.decisions.backlog", backlog)
                .description("Decisions that wait to be written down")
                .register(registry);
        lost = Counter.builder("masthead.decisions.lost")
                .description(
                        "Decisions that were made and could not be written down, those of a crash before this start among them")
                .register(registry);
    }

    void decided(Trace trace) {
        decided.get(trace.facts().outlet()).get(trace.outcome()).increment();
    }

    void lost(int decisions) {
        lost.increment(decisions);
    }

    private Counter counter(Outlet outlet, Outcome outcome) {
        return Counter.builder("masthead.decisions")
                .description("What the gate said")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .tag("outlet", outlet.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
