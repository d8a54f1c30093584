package news.masthead.billing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.masthead.billing.twin.AfterRetries;
import news.masthead.billing.twin.StripeTwin;

/** What the tests of billing run on: a fresh PostgreSQL, and the Stripe twin behind a line that can be cut. Tests get both as fields. */
public class Backdrop implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "whsec_new";
    static final String OLD_SECRET = "whsec_old";

    private static final String KEY = "sk_test_backdrop";

    /** What becomes at the twin of a subscription whose retries have all failed: the name of an {@link AfterRetries}. */
    static final String AFTER_RETRIES = "after-retries";

    private AfterRetries afterRetries = AfterRetries.CANCEL;
    private EmbeddedPostgres postgres;
    private StripeTwin twin;
    private Line line;

    @Override
    public void init(Map<String, String> given) {
        afterRetries = AfterRetries.valueOf(given.getOrDefault(AFTER_RETRIES, afterRetries.name()));
    }

    @Override
    public Map<String, String> start() {
        try {
            int port = freePort();
            String site = "http://localhost:" + port;
            postgres = EmbeddedPostgres.builder().start();
            twin = StripeTwin.start(StripeTwin.Options.of(KEY, SECRET, Clock.systemUTC())
                    .endingWith(afterRetries)
                    .sendingTo(URI.create(site + "/billing/stripe/events")));
            line = Line.to(twin.url());
            return settings(site, port);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(twin, new TestInjector.MatchesType(StripeTwin.class));
        injector.injectIntoFields(line, new TestInjector.MatchesType(Line.class));
    }

    @Override
    public void stop() {
        try {
            line.close();
            twin.close();
            postgres.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
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
        settings.put("masthead.stripe.api-key", KEY);
        settings.put("masthead.stripe.api-base", line.url().toString());
        settings.put("masthead.stripe.checkout-origin", twin.url().toString());
        settings.put("masthead.stripe.portal-origin", twin.url().toString());
        settings.put("masthead.stripe.webhook-secret", SECRET + "," + OLD_SECRET);
        settings.put("masthead.stripe.test-clocks", "true");
        offers(settings);
        return settings;
    }

    private static void offers(Map<String, String> settings) {
        List<Map<String, String>> offers = List.of(
                Map.of("code", "DIWALI20", "percent", "20"),
                Map.of("code", "LESS100", "rupees", "100", "terms", "0", "plans", "quarterly"),
                Map.of("code", "TWICE10", "percent", "10", "terms", "2", "plans", "quarterly"),
                Map.of("code", "ONLYTWO", "percent", "50", "most", "2"),
                Map.of("code", "LASTONE", "percent", "40", "most", "1"),
                Map.of("code", "LONGAGO", "percent", "50", "until", "2020-01-01"),
                Map.of("code", "NOTYET", "percent", "50", "from", "2090-01-01"),
                Map.of("code", "NEWHERE", "percent", "30", "first-time-only", "true"));
        for (int i = 0; i < offers.size(); i++) {
            String row = "masthead.promotion.offers[" + i + "].";
            offers.get(i).forEach((key, value) -> settings.put(row + key, value));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
