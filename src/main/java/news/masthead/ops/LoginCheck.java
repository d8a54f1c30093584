package news.masthead.ops;

import jakarta.inject.Inject;
import news.masthead.identity.IdentityProviderProbe;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether log-in answers, and is up either way: a site whose log-in is down still serves every reader it can. */
@Readiness
class LoginCheck implements HealthCheck {

    @Inject
    IdentityProviderProbe provider;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log-in")
                .withData("answers", provider.answers())
                .up()
                .build();
    }
}
