package news.masthead;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewerJavaTest {
    @TempDir
    Path folder;

    @Test
    void the_newest_long_term_release_is_chosen() throws IOException {
        assertEquals(Optional.of(25), best("17.0.15", "21.0.5", "25.0.1", "26.0.1"));
    }

    @Test
    void another_release_serves_where_there_is_no_long_term_one() throws IOException {
        assertEquals(Optional.of(24), best("17.0.15", "23", "24.0.2"));
    }

    @Test
    void an_old_one_is_never_chosen() throws IOException {
        assertEquals(Optional.empty(), best("1.8.0_402", "11.0.22", "17.0.15"));
    }

    @Test
    void what_holds_no_java_is_passed_over() throws IOException {
        var home = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");

        assertEquals(Optional.empty(), NewerJava.best(Stream.of(home, folder.resolve("absent"))));
    }

    private Optional<Integer> best(String... versions) throws IOException {
        var homes = Stream.<Path>builder();
        for (var version : versions) {
            homes.add(jdk(version));
        }
        return NewerJava.best(homes.build()).map(NewerJava.Jdk::release);
    }

    private Path jdk(String version) throws IOException {
        var home = folder.resolve(version);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true);
        return home;
    }
}
