package news.masthead.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.masthead.StandIns.CannotStart;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL on loopback, its data kept between starts and safe against a crash. */
final class PostgresServer {
    private static final String USER = "postgres";
    private static final String DATABASE = "masthead";

    private final Path data;
    private final int port;

    private PostgresServer(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Takes over the server that a killed process has left running on this data, else starts one. */
    static PostgresServer start(DataDirectory directory, Ports ports) throws CannotStart {
        var left = leftRunning(directory.at("postgres"));
        var server = left.isPresent() ? left.get() : launch(directory, ports.forUseBy("postgres"));
        server.createDatabase();
        return server;
    }

    /** https://jdbc.postgresql.org/documentation/use/: without socketTimeout a dead server holds its reader for ever. */
    Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(DATABASE) + "?socketTimeout=60&connectTimeout=10",
                "quarkus.datasource.username", USER,
                "quarkus.datasource.password", USER);
    }

    /** SIGINT is the fast shutdown: https://www.postgresql.org/docs/18/server-shutdown.html */
    void stop() {
        postmaster(data).ifPresent(process -> {
            try {
                ServerProcess.signal(process, "INT");
                ServerProcess.awaitEnd(process);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        });
    }

    private static PostgresServer launch(DataDirectory directory, int port) throws CannotStart {
        var data = directory.at("postgres");
        var made = data.resolve("made-whole");
        postmaster(data).ifPresent(ServerProcess::stop);
        Progress.say(Files.exists(made) ? "PostgreSQL: starting" : "PostgreSQL: making a new database");
        var progress = new Progress();
        var log = Redirect.appendTo(directory.at("postgres.log").toFile());
        try {
            if (Files.notExists(made)) {
                Folder.delete(data); // what is left of a start that was killed while it made the database
            }
            EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(
                            directory.at("postgres-program").toFile())
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "100")
                    // the program starts it for tests, without them
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            Files.write(made, new byte[0]);
        } catch (IOException | IllegalStateException problem) {
            throw new CannotStart("PostgreSQL did not start; " + directory.at("postgres.log") + " says why.", problem);
        }
        Progress.say("PostgreSQL: ready after " + progress.taken());
        return new PostgresServer(data, port);
    }

    private static Optional<PostgresServer> leftRunning(Path data) {
        return postmaster(data)
                .map(process -> new PostgresServer(data, portOf(data)))
                .filter(PostgresServer::answers);
    }

    private boolean answers() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notOurs) {
            return false;
        }
    }

    private void createDatabase() throws CannotStart {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        } catch (SQLException problem) {
            throw new CannotStart("PostgreSQL does not answer: " + problem.getMessage(), problem);
        }
    }

    private Connection connect(String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url(database));
        return source.getConnection(USER, USER);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Optional<ProcessHandle> postmaster(Path data) {
        return lockFile(data)
                .flatMap(lines -> ProcessHandle.of(Long.parseLong(lines.get(0).strip())))
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(data.toString()))
                        .isPresent());
    }

    private static int portOf(Path data) {
        return Integer.parseInt(lockFile(data).orElseThrow().get(3).strip());
    }

    /** Line 1 is the process, line 4 the port: https://www.postgresql.org/docs/18/storage-file-layout.html */
    private static Optional<List<String>> lockFile(Path data) {
        try {
            return Optional.of(Files.readAllLines(data.resolve("postmaster.pid")))
                    .filter(lines -> lines.size() > 3);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
