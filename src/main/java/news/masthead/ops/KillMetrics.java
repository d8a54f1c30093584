package news.masthead.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import news.masthead.jobs.Broadcast;
import news.masthead.story.Withdrawals;

/** What the operator is woken for: a surface that has not said that a killed story is gone, and a node that does not hear the others. */
@ApplicationScoped
class KillMetrics {

    @Inject
    Withdrawals withdrawals;

    @Inject
    Broadcast broadcast;

    void register(@Observes StartupEvent starting, MeterRegistry registry) {
        Gauge.builder("masthead.kill.receipts.missing", withdrawals, Withdrawals::missing)
                .description(
                        "Receipts of the last hour's kills and withholds that did not come within a second, over all nodes")
                .register(registry);
        Gauge.builder("masthead.node.hears", broadcast, node -> node.hears() ? 1 : 0)
                .description("Whether this node hears the others; where it does not, it asks the database")
                .register(registry);
    }
}
