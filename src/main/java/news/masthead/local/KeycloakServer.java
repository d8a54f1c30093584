package news.masthead.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak with our realm, a child process on loopback. It boots behind the site: readers are served long before
 * the first of them can log in.
 */
final class KeycloakServer {
    static final String REALM = "masthead";

    /** Measured on two cores: the first start takes 25 s alone and 75 s beside a busy build, later ones 5 s to 15 s. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration FOR_THE_SITE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 250;

    /** A small heap, the small collector and the quick compiler: half the memory and a quarter less time to boot. */
    private static final String JVM = "-Xms64m -Xmx512m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC"
            + " -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8";

    private final DataDirectory directory;
    private final int port;
    private final int sitePort;
    private final Realm realm;
    private final String adminPassword;
    private final ServerProcess process;
    private Thread boot;

    private KeycloakServer(DataDirectory directory, Ports ports, Secrets secrets, int sitePort, Realm realm) {
        this.directory = directory;
        this.sitePort = sitePort;
        this.realm = realm;
        this.adminPassword = secrets.get("keycloak-admin");
        this.process = new ServerProcess(directory.at("keycloak.properties"));
        this.port = process.find().isPresent() ? ports.inUseBy("keycloak") : ports.forUseBy("keycloak");
    }

    /** Returns at once; the console tells when it is ready. */
    static KeycloakServer start(DataDirectory directory, Ports ports, Secrets secrets, int sitePort, Realm realm) {
        var server = new KeycloakServer(directory, ports, secrets, sitePort, realm);
        server.boot = Thread.ofPlatform().daemon().name("keycloak").start(server::boot);
        return server;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.auth-server-url",
                address() + "/realms/" + REALM,
                "quarkus.oidc.client-id",
                Realm.CLIENT,
                "quarkus.oidc.credentials.secret",
                realm.clientSecret());
    }

    /** Gives up a boot that is under way and leaves a server that runs. */
    void close() {
        boot.interrupt();
        try {
            boot.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        close();
        process.find().ifPresent(ServerProcess::stop);
    }

    private void boot() {
        try {
            var left = process.find();
            if (left.isPresent() && isReadyWithin(left.get(), PATIENCE)) {
                Progress.say("Keycloak: still running");
                return;
            }
            left.ifPresent(ServerProcess::stop);
            awaitSite();
            bootAfresh();
        } catch (IOException problem) {
            Progress.say("Keycloak: nobody can log in, because it did not start: " + problem.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void bootAfresh() throws IOException, InterruptedException {
        var kit = KeycloakKit.find()
                .orElseThrow(
                        () -> new IOException("its archive is not in target/keycloak, where ./mvnw package puts it"));
        var progress = new Progress();
        var home = directory.at(kit.name());
        if (Files.notExists(home)) {
            Progress.say("Keycloak: unpacking, once");
            kit.unpackTo(home);
        }
        furnish(home, kit);
        Progress.say("Keycloak: starting behind the site" + (isFirst() ? "; the first time takes a minute" : ""));
        var server = launch(home).toHandle();
        process.note(server);
        if (isReadyWithin(server, PATIENCE)) {
            Progress.say("Keycloak: ready after " + progress.taken() + "; readers can log in");
        } else {
            throw new IOException(directory.at("keycloak.log") + " says why");
        }
    }

    /** https://www.keycloak.org/server/importExport: a realm that exists is left alone. */
    private void furnish(Path home, KeycloakKit kit) throws IOException {
        var folder = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(folder.resolve("masthead-realm.json"), realm.local(Files.readString(kit.realm())));
        Folder.copy(kit.theme(), home.resolve("themes"));
    }

    private boolean isFirst() {
        return Files.notExists(directory.at("keycloak"));
    }

    private Process launch(Path home) throws IOException {
        var log = Redirect.appendTo(directory.at("keycloak.log").toFile());
        var builder =
                new ProcessBuilder(command(home)).redirectErrorStream(true).redirectOutput(log);
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("QUARKUS_"));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        JVM,
                        "KC_DB_URL",
                        "jdbc:h2:file:" + directory.at("keycloak/keycloak") + ";NON_KEYWORDS=VALUE",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        adminPassword));
        builder.environment().remove("JAVA");
        return builder.start();
    }

    private List<String> command(Path home) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        command.addAll(List.of(
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port));
        return command;
    }

    /** Unpacking and booting must not slow the first page down. */
    private void awaitSite() throws InterruptedException {
        for (long waited = 0; waited < FOR_THE_SITE.toMillis(); waited += PAUSE_MILLIS) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), sitePort)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private boolean isReadyWithin(ProcessHandle server, Duration patience) throws InterruptedException {
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            for (long waited = 0; waited < patience.toMillis() && server.isAlive(); waited += PAUSE_MILLIS) {
                if (answers(client)) {
                    return true;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return false;
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        var request = HttpRequest.newBuilder(address().resolve("/realms/" + REALM))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
