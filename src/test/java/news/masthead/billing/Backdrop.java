package news.masthead.billing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** A fresh PostgreSQL and what else the site needs to start. */
public class Backdrop implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "whsec_test";

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            int port = freePort();
            Map<String, String> settings = new HashMap<>();
            settings.put("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
            settings.put("quarkus.datasource.username", "postgres");
            settings.put("quarkus.datasource.password", "postgres");
            settings.put("quarkus.log.category.\"com.github.kagkarlsson.scheduler\".level", "ERROR");
            settings.put("quarkus.http.test-port", Integer.toString(port));
            settings.put("masthead.url", "http://localhost:" + port);
            settings.put("quarkus.oidc.tenant-enabled", "false");
            settings.put("quarkus.oidc.auth-server-url", "http://127.0.0.1:9/realms/masthead");
            settings.put("quarkus.oidc.client-id", "site");
            settings.put("quarkus.oidc.credentials.secret", "secret");
            settings.put("masthead.stripe.api-key", "sk_test_backdrop");
            settings.put("masthead.stripe.api-base", "http://127.0.0.1:9");
            settings.put("masthead.stripe.webhook-secret", SECRET + ",whsec_old");
            return settings;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
