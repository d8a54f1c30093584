package news.masthead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The packaged program where it must not start: it says why and ends with 1. */
class RefusedStartIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin/java").toString();
    private static final String DATABASE = "jdbc:postgresql://db.example/masthead";

    @Test
    void a_real_database_makes_every_other_missing_service_an_error_at_once() throws Exception {
        var words = refusal(Map.of("QUARKUS_DATASOURCE_JDBC_URL", DATABASE));

        assertTrue(words.contains("quarkus.oidc.auth-server-url"), words);
        assertTrue(words.contains("masthead.stripe.api-key"), words);
        assertTrue(words.contains("masthead.stripe.webhook-secret"), words);
        assertTrue(words.contains("masthead.mail.host"), words);
        assertTrue(words.contains("masthead.url"), words);
    }

    @Test
    void a_service_that_is_not_listed_stays_an_error() throws Exception {
        var words = refusal(Map.of("QUARKUS_DATASOURCE_JDBC_URL", DATABASE, "MASTHEAD_LOCAL", "login,mail"));

        assertTrue(words.contains("masthead.stripe.api-key"), words);
        assertTrue(!words.contains("masthead.mail.host"), words);
    }

    @Test
    void settings_beside_the_program_count() throws Exception {
        var config = LocalSite.workingDirectory().resolve("config/application.properties");
        Files.createDirectories(config.getParent());
        Files.writeString(config, "masthead.mail.host=smtp.example\n");
        try {
            assertTrue(refusal(Map.of()).contains("quarkus.datasource.jdbc.url"));
        } finally {
            Files.delete(config);
        }
    }

    @Test
    void a_data_directory_in_use_is_an_error() throws Exception {
        var words = refusal(Map.of("MASTHEAD_DATA", LocalSite.shared().data().toString()));

        assertTrue(words.contains("in use by another Masthead"), words);
    }

    private static String refusal(Map<String, String> environment) throws Exception {
        var process =
                LocalSite.command(JAVA, environment).redirectErrorStream(true).start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), words);
        assertEquals(1, process.exitValue(), words);
        return words;
    }
}
