package news.masthead.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.stream.Collectors;
import news.masthead.access.PolicyBook;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says which policy version is in force, and which of those in force and to come hold as a closed gate because this release does not understand
 * them. Up either way: a node taken away would not open the gate, and staff and lists are served by it.
 */
@Readiness
@ApplicationScoped
class PolicyCheck implements HealthCheck {

    @Inject
    PolicyBook policies;

    @Inject
    Clock clock;

    void register(@Observes StartupEvent starting, MeterRegistry registry) {
        Gauge.builder("masthead.policy.closed", policies, book -> book.closed().size())
                .description(
                        "Policy versions, in force or to come, that this release does not understand: every story is closed under them")
                .register(registry);
        Gauge.builder("masthead.policy.version", policies, book -> book.numberAt(clock.instant()))
                .description("The policy version in force")
                .register(registry);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("policy")
                .withData("version", policies.numberAt(clock.instant()))
                .withData(
                        "closed",
                        policies.closed().stream()
                                .map(version -> version.version() + ": " + version.unknown())
                                .collect(Collectors.joining(" ")))
                .up()
                .build();
    }
}
