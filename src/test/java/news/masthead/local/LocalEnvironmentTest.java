package news.masthead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEnvironmentTest {
    @TempDir
    Path folder;

    @Test
    void a_shell_reads_every_value_as_it_was_written() throws IOException {
        var awkward = "it's $HOME `id` \"q\" \\n";
        new LocalEnvironment()
                .put("PLAIN", "http://localhost:8080")
                .put("AWKWARD", awkward)
                .write(folder.resolve("local.env"));

        assertEquals(
                "http://localhost:8080|" + awkward, shell(". ./local.env; printf '%s|%s' \"$PLAIN\" \"$AWKWARD\""));
    }

    @Test
    void every_account_is_in_it_with_its_password() throws IOException {
        new LocalEnvironment().putAccounts().write(folder.resolve("local.env"));

        assertEquals(
                "editor@masthead.example edits-the-paper",
                shell(". ./local.env; printf '%s' \"$EDITOR_USER $EDITOR_PASSWORD\""));
    }

    private String shell(String script) throws IOException {
        var process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
