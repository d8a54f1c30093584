package news.masthead.ops;

import jakarta.inject.Inject;
import news.masthead.billing.DriftBook;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how many subscriptions differed from Stripe's unexplained, and is up either way: no node is better for another's being away. */
@Readiness
class DriftCheck implements HealthCheck {

    @Inject
    DriftBook drift;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("billing")
                .withData("drift", drift.alarming())
                .up()
                .build();
    }
}
