package news.masthead;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packaged site in local mode, in a process and a data directory of its own. */
public final class LocalSite implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("([A-Z_]+)='(.*)'");
    private static final Duration FOR_THE_SITE = Duration.ofMinutes(2);
    private static final Duration FOR_LOG_IN = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 100;

    private static LocalSite shared;

    private final Path data;
    private final Path log;
    private final Process process;
    private final Duration started;

    private LocalSite(Path data, Path log, Process process, Duration started) {
        this.data = data;
        this.log = log;
        this.process = process;
        this.started = started;
    }

    /** The one that all integration tests of this JVM share; it begins empty and ends with the JVM. */
    public static synchronized LocalSite shared() throws Exception {
        if (shared == null) {
            shared = start(emptyData("shared"));
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** Starts the packaged site with the Java of this test, and waits until it answers readers. */
    static LocalSite start(Path data) throws Exception {
        return start(data, Path.of(System.getProperty("java.home"), "bin/java").toString(), anyFreePort());
    }

    static LocalSite start(Path data, String java, int port) throws Exception {
        return start(data, java, port, Map.of());
    }

    /** With a log-in server that does not exist and without the demo newspaper: up sooner, for who needs neither. */
    static LocalSite startBare(Path data, int port) throws Exception {
        return startBare(data, port, Map.of());
    }

    /** As {@link #startBare(Path, int)}, with other settings in the place of some. */
    static LocalSite startBare(Path data, int port, Map<String, String> other) throws Exception {
        var environment = new TreeMap<>(Map.of(
                "MASTHEAD_LOCAL", "database,payments,mail",
                "MASTHEAD_URL", "http://localhost:" + port,
                "MASTHEAD_STAND_INS_DEMO", "false",
                "MASTHEAD_WIRE_DROP_FOLDER", data.resolve("drop").toString(),
                "QUARKUS_PROFILE", "local",
                "QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:1/realms/masthead",
                "QUARKUS_OIDC_CLIENT_ID", "masthead",
                "QUARKUS_OIDC_CREDENTIALS_SECRET", "a secret of at least thirty-two characters"));
        environment.putAll(other);
        return start(data, Path.of(System.getProperty("java.home"), "bin/java").toString(), port, environment);
    }

    private static LocalSite start(Path data, String java, int port, Map<String, String> more) throws Exception {
        var log = data.resolveSibling(data.getFileName() + ".log");
        Files.createDirectories(data.getParent());
        var began = System.nanoTime();
        var environment = new TreeMap<>(more);
        environment.put("MASTHEAD_DATA", data.toString());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        var builder = command(java, environment);
        var process = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        var url = URI.create("http://localhost:" + port);
        awaitAnswer(url.resolve(more.isEmpty() ? "/local" : "/"), FOR_THE_SITE, process, log);
        return new LocalSite(data, log, process, Duration.ofNanos(System.nanoTime() - began));
    }

    /** The packaged program with nothing of this machine's environment that could configure it, but {@code environment}. */
    static ProcessBuilder command(String java, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(List.of(java, "-jar", jar().toString()))
                .directory(workingDirectory().toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(MASTHEAD|QUARKUS|SMALLRYE)_.*"));
        builder.environment().putAll(environment);
        return builder;
    }

    static Path workingDirectory() throws IOException {
        return Files.createDirectories(target().resolve("local-site/work"));
    }

    static Path jar() {
        return Path.of(System.getProperty("masthead.test.jar", "target/quarkus-app/quarkus-run.jar"))
                .toAbsolutePath();
    }

    /** A data directory under target/ that does not exist yet. */
    static Path emptyData(String name) throws IOException {
        var data = target().resolve("local-site").resolve(name);
        if (Files.exists(data)) {
            try (var all = Files.walk(data)) {
                all.sorted((one, other) -> other.compareTo(one))
                        .forEach(path -> path.toFile().delete());
            }
        }
        return data;
    }

    public static int anyFreePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What {@code local.env} says. */
    public Map<String, String> environment() {
        try (var lines = Files.lines(data.resolve("local.env"))) {
            return lines.map(LINE::matcher)
                    .filter(line -> line.matches())
                    .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2), (a, b) -> b, TreeMap::new));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public URI url() {
        return URI.create(environment().get("MASTHEAD_URL"));
    }

    /** Waits until people can log in; the first start of a data directory unpacks and fills the log-in server. */
    public LocalSite awaitLogIn() throws Exception {
        awaitAnswer(URI.create(environment().get("KEYCLOAK_URL") + "/realms/masthead"), FOR_LOG_IN, process, log);
        return this;
    }

    /** The database that stands in {@code data}. */
    static Connection database(Path data) throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort(data) + "/masthead", "postgres", "postgres");
    }

    /** The database that it stands on. */
    public Connection database() throws IOException, SQLException {
        return database(data);
    }

    /** Of the PostgreSQL that stands in this data directory. */
    static int databasePort(Path data) throws IOException {
        var ports = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("ports.properties"))) {
            ports.load(in);
        }
        return Integer.parseInt(ports.getProperty("postgres"));
    }

    Path data() {
        return data;
    }

    /** From the start of the process to the first page. */
    Duration started() {
        return started;
    }

    Process process() {
        return process;
    }

    /** All that it has said on its console so far. */
    String console() throws IOException {
        return Files.readString(log);
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static void awaitAnswer(URI address, Duration patience, Process process, Path log) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (long waited = 0; waited < patience.toMillis() && process.isAlive(); waited += PAUSE_MILLIS) {
                if (answers(client, address)) {
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        process.destroy();
        fail(address + " does not answer; the console says:\n" + Files.readString(log));
    }

    private static boolean answers(HttpClient client, URI address) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path target() {
        return jar().getParent().getParent();
    }
}
