package news.masthead.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the local Keycloak has booted: /q/health/started is up when people can log in. */
@Startup
@ApplicationScoped
class KeycloakStarted implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    URI realm;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log-in").status(isReady()).build();
    }

    boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(realm).timeout(PATIENCE).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
