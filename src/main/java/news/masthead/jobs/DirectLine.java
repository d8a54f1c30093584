package news.masthead.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to the database beside the pool, outside of every transaction: for what must know within a second whether the database answers,
 * however busy the pool is. Whoever opens one closes it.
 */
@ApplicationScoped
public class DirectLine {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    Optional<String> user;

    @ConfigProperty(name = "quarkus.datasource.password")
    Optional<String> password;

    @Inject
    NotifySettings settings;

    /**
     * @param patience whole seconds that the connection, and then each answer, may take
     */
    public Connection open(String purpose, Duration patience) throws SQLException {
        return open(url, purpose, patience);
    }

    /** As {@link #open}, and what other nodes tell can be heard on it. */
    Connection listening(String purpose, Duration patience) throws SQLException {
        return open(settings.jdbcUrl().orElse(url), purpose, patience);
    }

    private Connection open(String address, String purpose, Duration patience) throws SQLException {
        PGSimpleDataSource line = new PGSimpleDataSource();
        line.setUrl(address);
        user.ifPresent(line::setUser);
        password.ifPresent(line::setPassword);
        line.setApplicationName(purpose);
        line.setConnectTimeout((int) patience.toSeconds());
        line.setLoginTimeout((int) patience.toSeconds());
        line.setSocketTimeout((int) patience.toSeconds());
        line.setTcpKeepAlive(true);
        return line.getConnection();
    }
}
