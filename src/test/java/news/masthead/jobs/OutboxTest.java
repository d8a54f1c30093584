package news.masthead.jobs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import news.masthead.SiteTest;
import org.junit.jupiter.api.Test;

@SiteTest
class OutboxTest {

    private static final Duration LONGEST = Duration.ofSeconds(45);

    @Inject
    AgroalDataSource database;

    @Test
    void what_a_dead_process_was_at_is_taken_over_within_a_minute() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update scheduled_tasks set picked = true, picked_by = 'a dead process', last_success = null,"
                            + " last_heartbeat = now() - interval '21 seconds' where task_name = 'stripe-reconcile'");
        }
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!wasRunSince() && System.nanoTime() < end) {
            Thread.sleep(500);
        }

        assertTrue(wasRunSince());
    }

    private boolean wasRunSince() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select last_success is not null and not picked from scheduled_tasks"
                                + " where task_name = 'stripe-reconcile'")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
