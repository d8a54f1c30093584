package news.masthead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The packaged program as somebody starts it who has configured nothing, or only a part. */
class LocalModeIT {
    private static final Set<String> NAMES = Set.of(
            "MASTHEAD_URL",
            "KEYCLOAK_URL",
            "MAILBOX_URL",
            "STRIPE_TWIN_URL",
            "STRIPE_WEBHOOK_SECRET",
            "EDITOR_API_URL",
            "EDITOR_API_TOKEN",
            "WIRE_PUSH_URL",
            "WIRE_PUSH_TOKEN",
            "WIRE_DROP_FOLDER",
            "READER_USER",
            "READER_PASSWORD",
            "SUBSCRIBER_USER",
            "SUBSCRIBER_PASSWORD",
            "EDITOR_USER",
            "EDITOR_PASSWORD",
            "CHIEF_USER",
            "CHIEF_PASSWORD",
            "ADMIN_USER",
            "ADMIN_PASSWORD",
            "BILLING_USER",
            "BILLING_PASSWORD");
    private static final Duration TO_THE_FIRST_PAGE = Duration.ofSeconds(60);
    private static final Duration TO_THE_DEMO = Duration.ofSeconds(60);

    @Test
    void an_empty_directory_becomes_a_site_that_survives_restarts_and_a_kill() throws Exception {
        var data = LocalSite.emptyData("restarts");
        Map<String, String> environment;

        try (var first = LocalSite.start(data)) {
            System.out.println("First start of local mode: " + first.started().toMillis() + " ms to the first page");
            assertTrue(
                    first.started().compareTo(TO_THE_FIRST_PAGE) < 0,
                    first.started().toString());
            environment = first.environment();
            write(data, "before the restart");
        }
        assertEquals(0, serversOf(data), "nothing is left running");

        var second = LocalSite.start(data);
        System.out.println("Later start of local mode: " + second.started().toMillis() + " ms to the first page");
        assertEquals("before the restart", read(data));
        write(data, "before the kill");
        second.kill();

        try (var third = LocalSite.start(data)) {
            assertEquals("before the kill", read(data));
            assertEquals(withoutSite(environment), withoutSite(third.environment()), "addresses stay the same");
        }
        assertEquals(0, serversOf(data), "nothing is left running");
    }

    @Test
    void local_env_names_everything_and_the_console_tells_it() throws Exception {
        var site = LocalSite.shared();

        assertEquals(NAMES, site.environment().keySet());
        site.awaitLogIn();
        var console = site.console();
        site.environment().forEach((name, value) -> assertTrue(console.contains(value), name));
        for (var step : List.of("making a new database", "unpacking, once", "starting behind the site")) {
            assertTrue(console.contains(step), console);
        }
    }

    @Test
    void the_demo_subscriber_has_a_paid_year() throws Exception {
        var site = LocalSite.shared();
        site.awaitLogIn();
        var deadline = Instant.now().plus(TO_THE_DEMO);
        while (paidYears(site) == 0 && Instant.now().isBefore(deadline)) {
            Thread.sleep(200);
        }
        assertEquals(1, paidYears(site));
    }

    private static int paidYears(LocalSite site) throws Exception {
        try (var connection = site.database();
                var found = connection.prepareStatement("""
                        select count(*) from term join subscription on subscription.id = term.subscription
                        join account on account.id = subscription.account
                        where email = ? and plan = 'yearly' and term.paise = 270000""")) {
            found.setString(1, site.environment().get("SUBSCRIBER_USER"));
            try (var rows = found.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static Map<String, String> withoutSite(Map<String, String> environment) {
        var rest = new HashMap<>(environment);
        rest.values().removeIf(value -> value.startsWith(environment.get("MASTHEAD_URL")));
        return rest;
    }

    private static void write(Path data, String words) throws Exception {
        try (var connection = LocalSite.database(data);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS probe (words text)");
            statement.execute("DELETE FROM probe");
            statement.execute("INSERT INTO probe VALUES ('" + words + "')");
        }
    }

    private static String read(Path data) throws Exception {
        try (var connection = LocalSite.database(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT words FROM probe")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static long serversOf(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(data.toString()))
                        .isPresent())
                .count();
    }
}
