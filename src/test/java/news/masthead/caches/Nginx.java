package news.masthead.caches;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.masthead.LocalSite;
import org.junit.jupiter.api.Assumptions;

/**
 * A real nginx with {@code docker/nginx.conf}, on free ports of this machine and in a folder of its own, in front of a site. Where none is
 * installed a test says loudly that it was not run, and fails if this is CI.
 */
public final class Nginx implements AutoCloseable {

    private static final String NOT_RUN = "CACHES NOT RUN: no nginx was found on the PATH or in /usr/sbin."
            + " Install the package \"nginx-light\" (or \"nginx\") and run ./mvnw verify again.";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");
    private static final String HOST = "localhost";
    private static final String LOG_IN_HOST = "login.localhost";
    private static final long PATIENCE_MILLIS = 10_000;

    private final Path folder;
    private final Process process;
    private final int port;
    private final int plainPort;

    private Nginx(Path folder, Process process, int port, int plainPort) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.plainPort = plainPort;
    }

    /** In front of the site on this port, with nothing in memory; without TLS, so that tests can send whatever bytes they like. */
    public static Nginx start(int site) {
        return start(site, "");
    }

    /** The same with TLS and HTTP/2, as in production; the certificate is {@link Certificate}'s. */
    static Nginx startWithTls(int site) {
        return start(site, " ssl http2");
    }

    private static Nginx start(int site, String manner) {
        Path program = installed().orElseGet(Nginx::notRun);
        try {
            Path folder = Files.createTempDirectory("masthead-nginx");
            Certificate.writeInto(folder);
            int port = LocalSite.anyFreePort();
            int plain = LocalSite.anyFreePort();
            Path file = Files.writeString(
                    folder.resolve("nginx.conf"),
                    filledIn(Map.of(
                            "NGINX_RUN",
                            folder.toString(),
                            "NGINX_CERTIFICATES",
                            folder.toString(),
                            "NGINX_LISTEN",
                            "127.0.0.1:" + port + manner,
                            "NGINX_PLAIN",
                            "127.0.0.1:" + plain,
                            "MASTHEAD_HOST",
                            HOST,
                            "MASTHEAD_UPSTREAM",
                            "127.0.0.1:" + site,
                            "LOGIN_HOST",
                            LOG_IN_HOST,
                            "LOGIN_UPSTREAM",
                            "127.0.0.1:" + site)));
            Nginx nginx = new Nginx(folder, run(program, folder, file), port, plain);
            nginx.awaitAnswers();
            return nginx;
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Where readers would come, without a slash at its end. */
    public URI base() {
        return URI.create("http://" + HOST + ":" + port);
    }

    public int port() {
        return port;
    }

    /** Where those come who did not say https. */
    int plainPort() {
        return plainPort;
    }

    /** How many answers are in memory. */
    long kept() throws IOException {
        return keptFiles().size();
    }

    /** Whether these words are in any answer that is in memory, or in any other file that nginx wrote. */
    boolean holds(String words) throws IOException {
        for (Path file : keptFiles()) {
            if (new Answer(Files.readAllBytes(file)).says(words)) {
                return true;
            }
        }
        return Files.readString(log()).contains(words);
    }

    /** Everything it keeps, so that the next request goes to the site. */
    public void forget() throws IOException {
        for (Path file : keptFiles()) {
            Files.delete(file);
        }
    }

    private List<Path> keptFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    Path log() {
        return folder.resolve("log");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process run(Path program, Path folder, Path file) throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> command = new ArrayList<>(
                List.of(program.toString(), "-p", folder.toString(), "-e", "stderr", "-c", file.toString(), "-g"));
        // Workers of a root's nginx become nobody, who may not look into the folder
        command.add("daemon off;" + (root ? " user root root;" : ""));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private void awaitAnswers() throws IOException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (process.isAlive() && System.nanoTime() < until) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        process.destroy();
        throw new AssertionError("nginx does not answer: " + Files.readString(log()));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String filledIn(Map<String, String> values) throws IOException {
        return VARIABLE.matcher(Files.readString(Path.of("docker", "nginx.conf")))
                .replaceAll(variable -> Matcher.quoteReplacement(values.get(variable.group(1))));
    }

    private static Optional<Path> installed() {
        return Stream.of((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path notRun() {
        System.err.println(NOT_RUN);
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(NOT_RUN);
        }
        return Assumptions.abort(NOT_RUN);
    }
}
