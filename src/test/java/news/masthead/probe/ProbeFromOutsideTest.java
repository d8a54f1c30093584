package news.masthead.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The probe against any site (README, "Tests"): {@code -Dprobe.site=} is its address, {@code -Dprobe.ground=} a {@link GroundFile}. With
 * {@code EDITOR_API_TOKEN} in the environment it brings stories of its own and kills them afterwards.
 */
@EnabledIfSystemProperty(named = "probe.site", matches = "https?://.+", disabledReason = "No -Dprobe.site= says where")
class ProbeFromOutsideTest {

    private static final int EACH = 2;
    private static final int MORE_THAN_ANYBODY_HAS_FREE = 12;

    @Test
    void no_stranger_gets_a_gated_word() throws Exception {
        URI site = URI.create(System.getProperty("probe.site"));
        Optional<String> token = Optional.ofNullable(System.getenv("EDITOR_API_TOKEN"));
        if (token.isEmpty()) {
            probe(site, written().lines());
            return;
        }
        try (BroughtStories brought = BroughtStories.to(site, token.orElseThrow(), EACH, MORE_THAN_ANYBODY_HAS_FREE)) {
            probe(site, Stream.concat(brought.lines(), written().lines()));
        }
    }

    private static void probe(URI site, Stream<String> lines) throws IOException, InterruptedException {
        Ground ground;
        try (Line line = new Line(site)) {
            ground = GroundFile.of(lines).ground(Addresses.routes(), line);
        }
        Sweep sweep = Sweep.of(new Probe(ground, ground.words()), site);
        System.out.printf(
                "Leak probe of %s: %,d requests, %d leaks%n",
                site, sweep.requests(), sweep.alarms().size());
        assertEquals("", sweep.alarms().stream().limit(5).collect(Collectors.joining("\n\n")));
    }

    private static String written() throws IOException {
        String file = System.getProperty("probe.ground", "");
        return file.isEmpty() ? "" : Files.readString(Path.of(file));
    }
}
