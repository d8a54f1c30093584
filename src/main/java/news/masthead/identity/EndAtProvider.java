package news.masthead.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.masthead.jobs.Job;

/**
 * Ends the identity provider's session of a device whose session here was ended from elsewhere; it would else let that device in again without a
 * password. By the refresh token, as Keycloak takes it at its log-out endpoint.
 *
 * @see <a href="https://www.keycloak.org/securing-apps/oidc-layers">Keycloak, logout endpoint</a>
 */
@ApplicationScoped
class EndAtProvider implements Job {

    /** After that nobody's token is good for anything, and none should lie about. */
    private static final Duration WORTH_TRYING = Duration.ofDays(1);

    @Inject
    EndedSession.Repository ended;

    @Inject
    IdentityProvider provider;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "end-at-identity-provider";
    }

    @Override
    public void run(String key) {
        UUID id = UUID.fromString(key);
        Optional<EndedSession> session = QuarkusTransaction.requiringNew().call(() -> ended.findByIdOptional(id));
        session.filter(this::isWorthTrying).ifPresent(this::end);
        QuarkusTransaction.requiringNew().run(() -> ended.deleteById(id));
    }

    private boolean isWorthTrying(EndedSession session) {
        return clock.instant().isBefore(session.endedAt.plus(WORTH_TRYING));
    }

    private void end(EndedSession session) {
        try {
            int status = provider.post("/logout", Map.of("refresh_token", session.refreshToken))
                    .statusCode();
            if (status != 204 && status != 200 && status != 400) {
                throw new IllegalStateException("The identity provider answered a log-out with " + status);
            }
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        }
    }
}
