package news.masthead.billing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import news.masthead.jobs.Job;

/** Tells people of drift that no event explains: an error line, {@code masthead_billing_drift_alarms} and the health page. */
@ApplicationScoped
class DriftAlarm implements Job {

    @Inject
    DriftBook book;

    void register(@Observes StartupEvent starting, MeterRegistry registry) {
        Gauge.builder("masthead.billing.drift.alarms", book, DriftBook::alarming)
                .description("Subscriptions of the last day that differed from Stripe's though no event told of it")
                .register(registry);
    }

    @Override
    public String name() {
        return "stripe-drift";
    }

    @Override
    public void run(String id) {
        book.judge(Long.parseLong(id))
                .ifPresent(drift -> Log.errorf(
                        "Drift %d, %s: subscription %s was [%s] with us and is [%s] at Stripe, and no event told of it",
                        drift.id(),
                        drift.healed() ? "healed" : "not healed",
                        drift.subscription(),
                        drift.ours(),
                        drift.theirs()));
    }
}
