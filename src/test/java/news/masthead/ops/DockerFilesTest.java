package news.masthead.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files in docker/ fit each other. That an engine runs them is not shown here. */
class DockerFilesTest {

    /** {@code ${NAME}}, {@code ${NAME:?why}}, {@code ${NAME:-default}}; in a realm {@code ${NAME:default}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:?[?-]?)([^}]*)}");

    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|KEY)");

    @Test
    void the_log_in_is_given_whatever_the_realm_leaves_open() throws IOException {
        String login = service("login");
        Set<String> open = variables(read("keycloak-realm.json"), ".*");
        assertFalse(open.isEmpty());
        open.forEach(name -> assertTrue(login.contains("      " + name + ": "), name));
    }

    @Test
    void nginx_is_given_whatever_its_file_leaves_open() throws IOException {
        String proxy = service("proxy");
        Set<String> open = variables(read("nginx.conf"), ".*");
        assertTrue(open.contains("MASTHEAD_UPSTREAM"));
        open.forEach(name -> assertTrue(proxy.contains("      " + name + ": "), name));
    }

    @Test
    void only_nginx_can_be_reached_from_outside() throws IOException {
        assertTrue(service("proxy").contains("    ports:"));
        for (String name : new String[] {"masthead", "login", "database"}) {
            assertFalse(service(name).contains("    ports:"), name);
        }
    }

    @Test
    void no_variable_goes_unexplained() throws IOException {
        Set<String> explained = Pattern.compile("^([A-Z_]+)=", Pattern.MULTILINE)
                .matcher(read(".env.example"))
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(explained, variables(read("compose.yaml"), ".*"));
    }

    @Test
    void no_secret_has_a_default() throws IOException {
        String example = read(".env.example");
        Set<String> secrets = variables(read("compose.yaml"), ":\\?|:-");
        secrets.removeIf(name -> !SECRET.matcher(name).matches());
        assertTrue(secrets.contains("MASTHEAD_OIDC_SECRET"));
        secrets.forEach(name -> assertTrue(example.contains("\n" + name + "=\n"), name));
        VARIABLE.matcher(read("compose.yaml"))
                .results()
                .filter(use ->
                        SECRET.matcher(use.group(1)).matches() && use.group(2).equals(":-"))
                .forEach(use -> assertEquals("", use.group(3), use.group(1)));
    }

    @Test
    void the_image_runs_without_local_mode_and_not_as_root() throws IOException {
        String dockerfile = read("Dockerfile");
        assertTrue(dockerfile.contains(" -Pproduction "));
        assertTrue(dockerfile.contains("\nUSER 10001:10001\n"));
    }

    private static Set<String> variables(String file, String manner) {
        return VARIABLE.matcher(file)
                .results()
                .filter(use -> use.group(2).matches(manner))
                .map(use -> use.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String service(String name) throws IOException {
        String compose = read("compose.yaml");
        String rest = compose.substring(compose.indexOf("\n  " + name + ":\n") + 1);
        return rest.split("\n\n", 2)[0];
    }

    private static String read(String name) throws IOException {
        return Files.readString(Path.of("docker", name));
    }
}
