package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Knows whether the identity provider answers, so that a reader is never sent to a dead log-in. */
@ApplicationScoped
public class IdentityProviderProbe {

    private static final Logger LOG = Logger.getLogger(IdentityProviderProbe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    IdentityProviderSettings provider;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** Asks it now, and waits two seconds at most. */
    public boolean answers() {
        URI discovery = URI.create(provider.authServerUrl() + "/.well-known/openid-configuration");
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(discovery).timeout(PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            LOG.debugf("No log-in at %s: %s", discovery, silent);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
