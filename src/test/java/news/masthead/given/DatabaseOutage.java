package news.masthead.given;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A database that is gone: every connection to it is cut and none can be made, until this is closed. By then the pool tries each before it is used,
 * so that no later test meets a dead one.
 */
public final class DatabaseOutage implements AutoCloseable {

    /** quarkus.datasource.jdbc.foreground-validation-interval: what stood idle for so long is tried before it is used. */
    private static final Duration LONGER_THAN_A_CONNECTION_IS_TRUSTED = Duration.ofMillis(1_500);

    private DatabaseOutage() {}

    public static DatabaseOutage begin() throws SQLException {
        run("alter database masthead allow_connections false");
        run("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'masthead'");
        return new DatabaseOutage();
    }

    @Override
    public void close() throws SQLException {
        run("alter database masthead allow_connections true");
        try {
            Thread.sleep(LONGER_THAN_A_CONNECTION_IS_TRUSTED);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String sql) throws SQLException {
        String url = setting("jdbc.url").replaceFirst("/masthead(\\?|$)", "/postgres$1");
        try (Connection connection = DriverManager.getConnection(url, setting("username"), setting("password"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }
}
