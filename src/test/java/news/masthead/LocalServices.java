package news.masthead;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import news.masthead.given.FromElsewhere;
import news.masthead.local.LocalStandIns;

/**
 * The servers that tests run on: the stand-ins of local mode in a data directory of their own, but for log-in, which only the journeys need.
 * Started once for all test classes.
 */
public class LocalServices implements QuarkusTestResourceLifecycleManager {

    /** Opens the JSON door for editors' tools. */
    public static final String EDITOR_API_TOKEN = "a token that tools of a test hold";

    private Path data;
    private StandIns.Started standIns;

    @Override
    public Map<String, String> start() {
        int port;
        try {
            port = LocalSite.anyFreePort();
            data = Path.of(System.getenv("MASTHEAD_DATA"));
            delete(data);
            standIns = new LocalStandIns()
                    .start(
                            EnumSet.of(Backing.DATABASE, Backing.PAYMENTS, Backing.MAIL),
                            URI.create("http://localhost:" + port),
                            port);
        } catch (IOException | StandIns.CannotStart problem) {
            throw new IllegalStateException(problem);
        }
        Map<String, String> settings = new HashMap<>(standIns.settings());
        settings.put("quarkus.http.test-port", Integer.toString(port));
        settings.put("masthead.stand-ins.demo", "false");
        settings.put("masthead.editor-api.token", EDITOR_API_TOKEN);
        settings.put("quarkus.http.proxy.trusted-proxies", FromElsewhere.PROXY);
        settings.put("quarkus.oidc.auth-server-url", "http://localhost:1/realms/masthead");
        settings.put("quarkus.oidc.client-id", "masthead");
        settings.put("quarkus.oidc.credentials.secret", "a secret of at least thirty-two characters");
        return settings;
    }

    @Override
    public void stop() {
        standIns.stop();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
