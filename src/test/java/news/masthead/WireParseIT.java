package news.masthead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wire parse} of the packaged program: no database, no site, nothing but lines on the standard output. */
class WireParseIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin/java").toString();
    private static final Path FIXTURES = Path.of("src/test/resources/wire").toAbsolutePath();
    private static final int MANY = 3_000;

    /** What an operator waits for; four times that where other work has the machine. */
    private static final Duration START = Duration.ofSeconds(3);

    private static final int UNDER_LOAD = 4;

    @TempDir
    Path folder;

    private record Run(int code, String out, String err, Duration took) {}

    @Test
    void every_fixture_is_a_line_of_json_and_the_program_starts_at_once() throws Exception {
        Run run = run(JAVA, List.of("--root", FIXTURES.toString(), FIXTURES.toString()));

        System.out.printf(
                "wire parse: started and read %d items in %s%n",
                run.out().lines().count(), run.took());
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.err());
        for (String line : run.out().lines().toList()) {
            assertEquals(23, new ObjectMapper().readTree(line).size(), line);
            assertTrue(line.startsWith("{\"file\":\""), line);
        }
        assertTrue(run.out().contains("\"file\":\"text/7901-kill.txt\""), run.out());
        assertTrue(
                run.took().compareTo(START.multipliedBy(UNDER_LOAD)) < 0,
                run.took().toString());
    }

    @Test
    void thousands_of_files_are_read_one_after_the_other() throws Exception {
        byte[] story = Files.readAllBytes(FIXTURES.resolve("ians-story.eml"));
        for (int i = 0; i < MANY; i++) {
            Files.write(folder.resolve("%04d.eml".formatted(i)), story);
        }

        Run run = run(JAVA, List.of("--root", folder.toString(), folder.toString()));

        System.out.printf("wire parse: %d files in %s%n", MANY, run.took());
        assertEquals(0, run.code(), run.err());
        assertEquals(
                IntStream.range(0, MANY).mapToObj("%04d.eml"::formatted).toList(),
                run.out().lines().map(line -> line.substring(9, 17)).toList());
    }

    @Test
    void a_missing_file_is_said_apart_and_the_code_tells() throws Exception {
        Run missing = run(JAVA, List.of("--root", FIXTURES.toString(), "no-such.xml", "ians-story.eml"));
        Run wrong = run(JAVA, List.of("--unknown"));
        Run help = run(JAVA, List.of("--help"));

        assertEquals(1, missing.code());
        assertEquals(1, missing.out().lines().count());
        assertEquals("no-such.xml cannot be opened: there is no such file.\n", missing.err());
        assertEquals(2, wrong.code());
        assertEquals("", wrong.out());
        assertTrue(wrong.err().startsWith("There is no option --unknown."), wrong.err());
        assertEquals(0, help.code());
        assertTrue(help.out().contains("--agency ID"), help.out());
    }

    @Test
    void an_older_java_hands_over_to_a_newer_one() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/java")), "no java in /usr/bin");

        Run run = run("/usr/bin/java", List.of("--root", FIXTURES.toString(), "ians-story.eml"));

        assertEquals(0, run.code(), run.err());
        assertEquals(1, run.out().lines().count());
    }

    private Run run(String java, List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder command = LocalSite.command(java, Map.of());
        List<String> words = new ArrayList<>(command.command());
        words.addAll(List.of("wire", "parse"));
        words.addAll(arguments);
        Path out = folder.resolveSibling(folder.getFileName() + ".out");
        Path err = folder.resolveSibling(folder.getFileName() + ".err");
        long began = System.nanoTime();
        Process process = command.command(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        try {
            return new Run(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8),
                    took);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
