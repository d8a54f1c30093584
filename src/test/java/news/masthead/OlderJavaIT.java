package news.masthead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A machine whose {@code java} is older than the program needs. */
class OlderJavaIT {
    private static final int CLASS_FILE_OF_17 = 61;

    @Test
    void the_launcher_s_classes_can_be_read_by_java_17() throws Exception {
        try (var files = Files.list(LocalSite.jar().resolveSibling("app"));
                var jar = new JarFile(files.findFirst().orElseThrow().toFile())) {
            var launcher = jar.stream()
                    .filter(entry -> entry.getName().matches("news/masthead/[^/]+\\.class"))
                    .toList();
            assertFalse(launcher.isEmpty());
            for (var entry : launcher) {
                try (var in = new DataInputStream(jar.getInputStream(entry))) {
                    in.skipBytes(6);
                    assertEquals(CLASS_FILE_OF_17, in.readUnsignedShort(), entry.getName());
                }
            }
        }
    }

    @Test
    void it_runs_under_a_newer_one_that_ends_with_its_launcher() throws Exception {
        assumeTrue(javaOnPath() < 21, "java on the PATH is new enough");

        var site = LocalSite.start(LocalSite.emptyData("older-java"), "java", LocalSite.anyFreePort());
        var program = site.process().children().findFirst().orElseThrow();
        site.kill();

        program.onExit().get(60, TimeUnit.SECONDS);
        assertTrue(site.console().contains("stopped in"), site.console());
    }

    private static int javaOnPath() throws Exception {
        var process =
                new ProcessBuilder("java", "-version").redirectErrorStream(true).start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var version = Pattern.compile("version \"(\\d+)").matcher(words);
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }
}
