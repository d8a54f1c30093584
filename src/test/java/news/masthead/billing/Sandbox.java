package news.masthead.billing;

import com.stripe.Stripe;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.masthead.billing.twin.StripeTwin;

/**
 * A fresh PostgreSQL, and Stripe's sandbox, or the twin where no key is set. Stripe cannot reach a machine behind a router, so events are fetched
 * from {@code GET /v1/events} and handed to the site as webhooks, in both cases.
 */
public class Sandbox implements QuarkusTestResourceLifecycleManager {

    private static final String VARIABLE = "STRIPE_TEST_KEY";
    private static final String NOT_RUN =
            "SANDBOX NOT RUN: the tests tagged sandbox are running on the twin. Set STRIPE_TEST_KEY=sk_test_... to run them on Stripe's own sandbox.";

    private static final String SECRET = "whsec_sandbox";

    private final Optional<String> key = Optional.ofNullable(System.getenv(VARIABLE));
    private EmbeddedPostgres postgres;
    private StripeTwin twin;
    private EventFeed feed;

    @Override
    public Map<String, String> start() {
        if (key.filter(one -> !one.startsWith("sk_test_")).isPresent()) {
            throw new IllegalStateException(
                    VARIABLE + " must start with sk_test_: these tests make and cancel subscriptions");
        }
        try {
            int port = freePort();
            postgres = EmbeddedPostgres.builder().start();
            if (key.isEmpty()) {
                System.out.println(NOT_RUN);
                twin = StripeTwin.start(StripeTwin.Options.of(theKey(), SECRET, Clock.systemUTC()));
            }
            String site = "http://localhost:" + port;
            feed = EventFeed.begin(api(), theKey(), URI.create(site + "/billing/stripe/events"), SECRET);
            return settings(site, port);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void stop() {
        try {
            feed.close();
            postgres.close();
            if (twin != null) {
                twin.close();
                if (!twin.violations().isEmpty()) {
                    throw new AssertionError(twin.violations().toString());
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private String theKey() {
        return key.orElse("sk_test_sandbox");
    }

    private URI api() {
        return twin == null ? URI.create(Stripe.LIVE_API_BASE) : twin.url();
    }

    private Map<String, String> settings(String site, int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
        settings.put("quarkus.datasource.username", "postgres");
        settings.put("quarkus.datasource.password", "postgres");
        settings.put("quarkus.http.test-port", Integer.toString(port));
        settings.put("masthead.url", site);
        settings.put("masthead.decisions.tally", "target/decisions");
        settings.put("quarkus.oidc.tenant-enabled", "false");
        settings.put("quarkus.oidc.auth-server-url", "http://localhost:1/realms/masthead");
        settings.put("quarkus.oidc.client-id", "masthead");
        settings.put("quarkus.oidc.credentials.secret", "secret");
        settings.put("masthead.stripe.api-key", theKey());
        if (twin != null) {
            settings.put("masthead.stripe.api-base", twin.url().toString());
        }
        settings.put("masthead.stripe.webhook-secret", SECRET);
        settings.put("masthead.stripe.test-clocks", "true");
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
