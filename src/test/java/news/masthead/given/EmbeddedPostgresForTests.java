package news.masthead.given;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;

/** A database of this test run's own. */
public class EmbeddedPostgresForTests implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres")),
                Map.entry("quarkus.datasource.username", "postgres"),
                Map.entry("quarkus.datasource.password", "postgres"),
                Map.entry("quarkus.oidc.auth-server-url", "http://localhost:1/realms/x"),
                Map.entry("quarkus.oidc.client-id", "x"),
                Map.entry("quarkus.oidc.credentials.secret", "x"),
                Map.entry("quarkus.oidc.connection-delay", "0S"),
                Map.entry("quarkus.oidc.discovery-enabled", "false"),
                Map.entry("masthead.url", "http://localhost:8081"),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.oidc.authorization-path", "/a"),
                Map.entry("quarkus.oidc.token-path", "/t"),
                Map.entry("quarkus.oidc.jwks-path", "/j"),
                Map.entry("quarkus.oidc.jwks.resolve-early", "false"));
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
