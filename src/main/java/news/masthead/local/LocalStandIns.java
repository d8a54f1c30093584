package news.masthead.local;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.masthead.Backing;
import news.masthead.StandIns;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.web.Links;

/** Starts what is asked for in the data directory, and writes down how to reach it. */
public final class LocalStandIns implements StandIns {
    private static final String AGENCY = "ians";
    private static final String CLOCK = "clock";

    @Override
    public Started start(Set<Backing> asked, URI site, int port) throws CannotStart {
        var running = new Running(DataDirectory.open(DataDirectory.configured()), site, port);
        try {
            running.start(asked);
            return running;
        } catch (CannotStart | RuntimeException problem) {
            running.stop();
            throw problem;
        }
    }

    private static final class Running implements Started {
        private final DataDirectory directory;
        private final Ports ports;
        private final Secrets secrets;
        private final URI site;
        private final int sitePort;
        private final Map<String, String> settings = new HashMap<>();
        private final LocalEnvironment environment = new LocalEnvironment();

        /** Last started, first ended. */
        private final Deque<Runnable> closings = new ArrayDeque<>();

        private final Deque<Runnable> stops = new ArrayDeque<>();

        Running(DataDirectory directory, URI site, int sitePort) {
            this.directory = directory;
            this.ports = new Ports(new Remembered(directory.at("ports.properties")));
            this.secrets = new Secrets(new Remembered(directory.at("secrets.properties")));
            this.site = site;
            this.sitePort = sitePort;
        }

        void start(Set<Backing> asked) throws CannotStart {
            closings.push(directory::close);
            settings.put("masthead.url", site.toString());
            settings.put("masthead.stand-ins.data", directory.at("").toString());
            settings.put("masthead.decisions.tally", directory.at("decisions").toString());
            settings.put(
                    "masthead.stand-ins.running",
                    asked.stream().map(Backing::word).collect(Collectors.joining(",")));
            environment.put("MASTHEAD_URL", site);
            for (var backing : asked) {
                switch (backing) {
                    case DATABASE -> startDatabase();
                    case LOGIN -> startLogin();
                    case PAYMENTS -> startPayments();
                    case MAIL -> startMail();
                }
            }
            if (asked.size() == Backing.values().length) {
                letWireIn();
                letToolsIn();
            }
            environment.write(directory.at(LocalEnvironment.FILE));
        }

        private void startDatabase() throws CannotStart {
            var postgres = PostgresServer.start(directory, ports);
            stops.push(postgres::stop);
            settings.putAll(postgres.settings());
            settings.put("masthead.stand-ins.clock", directory.at(CLOCK).toString());
        }

        private void startLogin() {
            var realm = new Realm(secrets.get("oidc-client"), ports.forUseBy("mail"), site);
            var keycloak = KeycloakServer.start(directory, ports, secrets, sitePort, realm);
            closings.push(keycloak::close);
            stops.push(keycloak::stop);
            settings.putAll(keycloak.settings());
            environment.put("KEYCLOAK_URL", keycloak.address()).putAccounts();
        }

        private void startPayments() {
            var key = "sk_test_" + secrets.get("stripe-key");
            var secret = "whsec_" + secrets.get("stripe-webhook");
            var twin = StripeTwin.start(StripeTwin.Options.of(key, secret, Clock.systemUTC())
                    .onPort(ports.forUseBy("stripe"))
                    .keptIn(directory.at("stripe-twin.json"))
                    .sendingTo(URI.create("http://127.0.0.1:" + sitePort + Links.STRIPE_EVENTS)));
            closings.push(twin::close);
            settings.put("masthead.stripe.api-base", twin.url().toString());
            settings.put("masthead.stripe.api-key", key);
            settings.put("masthead.stripe.webhook-secret", secret);
            settings.put("masthead.stripe.test-clocks", "true");
            environment.put("STRIPE_TWIN_URL", twin.url()).put("STRIPE_WEBHOOK_SECRET", secret);
        }

        private void startMail() {
            var mail = MailServer.start(ports.forUseBy("mail"), new MailFolder(directory.at("mail")));
            closings.push(mail::close);
            settings.putAll(mail.settings());
            environment.put("MAILBOX_URL", site.resolve(MailboxResource.PATH));
        }

        /** The agency that application-local.properties describes. */
        private void letWireIn() {
            var token = secrets.get("wire-push");
            settings.put("masthead.agencies." + AGENCY + ".token", token);
            settings.put("masthead.wire.drop-folder", directory.at("wire").toString());
            environment
                    .put("WIRE_PUSH_URL", site.resolve("/wire/" + AGENCY))
                    .put("WIRE_PUSH_TOKEN", token)
                    .put("WIRE_DROP_FOLDER", directory.at("wire"));
        }

        private void letToolsIn() {
            var token = secrets.get("editor-api");
            settings.put("masthead.editor-api.token", token);
            environment.put("EDITOR_API_URL", site.resolve(Links.API_STORIES)).put("EDITOR_API_TOKEN", token);
        }

        @Override
        public Map<String, String> settings() {
            return Map.copyOf(settings);
        }

        @Override
        public void close() {
            closings.forEach(Runnable::run);
            closings.clear();
        }

        /** The lock goes last: whoever takes the directory over finds nothing running in it. */
        @Override
        public void stop() {
            stops.forEach(Runnable::run);
            stops.clear();
            close();
        }
    }
}
