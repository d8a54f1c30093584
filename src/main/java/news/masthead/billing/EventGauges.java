package news.masthead.billing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** {@code masthead_billing_events_waiting} and the age of the oldest of them in seconds, 0 where none waits: looked up when somebody asks. */
@ApplicationScoped
class EventGauges {

    @Inject
    MeterRegistry registry;

    @Inject
    EventInbox inbox;

    @Inject
    Clock clock;

    void register(@Observes StartupEvent starting) {
        Gauge.builder("masthead.billing.events.waiting", inbox, EventInbox::waiting)
                .description("Stripe events that were acknowledged and not looked into yet")
                .register(registry);
        Gauge.builder("masthead.billing.events.waiting.seconds", this, EventGauges::age)
                .description("How long the oldest of them has waited")
                .register(registry);
    }

    private double age() {
        return inbox.oldestWaiting()
                .map(since -> (double) Duration.between(since, clock.instant()).toSeconds())
                .orElse(0.0);
    }
}
