package news.masthead.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Real and agency-like files beside the repository, read by {@code wire parse} and compared with what people found in them, by the rules of the
 * acceptance scorer. Agency copy may not be committed, so a clone without them says that this did not run.
 */
class RealSamplesTest {

    private static final Path SAMPLES = Path.of("../shared/wire-samples");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The share of items that must be right. */
    private static final Map<String, Double> BARS = new TreeMap<>(Map.ofEntries(
            Map.entry("guid", 1.0),
            Map.entry("version", 1.0),
            Map.entry("pubstatus", 1.0),
            Map.entry("embargo", 1.0),
            Map.entry("language", 1.0),
            Map.entry("urgency", 1.0),
            Map.entry("headline", 0.99),
            Map.entry("byline", 0.95),
            Map.entry("credit", 0.95),
            Map.entry("dateline", 0.95),
            Map.entry("location", 0.95),
            Map.entry("slugline", 0.95),
            Map.entry("n_paragraphs", 0.97),
            Map.entry("body_first60", 0.97),
            Map.entry("body_words", 0.97)));

    private final Map<String, int[]> hits = new TreeMap<>();

    @Test
    void every_format_comes_out_as_people_read_it() throws IOException {
        Map<String, JsonNode> read = parsed();
        for (JsonNode item : expected(item -> !isMalformed(item))) {
            compare(item, read.get(key(item)));
        }
        hits.forEach((field, hit) -> System.out.printf("%-14s %3d of %3d%n", field, hit[0], hit[1]));
        assertAll(BARS.entrySet().stream()
                .map(bar -> () -> assertTrue(
                        hits.get(bar.getKey())[0] >= bar.getValue() * hits.get(bar.getKey())[1],
                        bar.getKey() + ": " + hits.get(bar.getKey())[0] + " of " + hits.get(bar.getKey())[1])));
    }

    @Test
    void what_must_be_refused_is_and_nothing_of_it_could_be_published() throws IOException {
        Map<String, JsonNode> read = parsed();
        for (JsonNode item : expected(RealSamplesTest::isMalformed)) {
            String action = read.get(key(item)).path("action").asText();
            if (item.path("action").asText().matches("(?:reject|truncated).*")) {
                assertEquals("quarantine", action, key(item));
            }
            assertNotEquals("kill", action, key(item));
        }
    }

    private static List<JsonNode> expected(Predicate<JsonNode> wanted) throws IOException {
        try (Stream<String> lines = Files.lines(SAMPLES.resolve("expected.jsonl"))) {
            return lines.filter(line -> !line.isBlank())
                    .map(RealSamplesTest::json)
                    .filter(wanted)
                    .toList();
        }
    }

    private static boolean isMalformed(JsonNode item) {
        return item.path("format").asText().equals("malformed");
    }

    private static Map<String, JsonNode> parsed() throws IOException {
        boolean there = Files.exists(SAMPLES.resolve("expected.jsonl"));
        if (!there) {
            System.out.println("NOT RUN: real wire samples are not beside this clone");
        }
        assumeTrue(there);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> files = expected(item -> true).stream()
                .map(item -> item.path("file").asText())
                .distinct()
                .toList();
        List<String> arguments = Stream.concat(Stream.of("--root", SAMPLES.toString()), files.stream())
                .toList();
        assertEquals(0, new WireParse().run(arguments, new PrintStream(out, false, UTF_8), System.err));
        Map<String, JsonNode> read = new HashMap<>();
        out.toString(UTF_8).lines().map(RealSamplesTest::json).forEach(item -> read.put(key(item), item));
        return read;
    }

    private void compare(JsonNode expected, JsonNode read) {
        Set<String> doubtful = Set.of(expected.path("doubtful").asText().strip().split("[ ,;]+"));
        BARS.keySet().stream()
                .filter(field -> expected.has(field) && !doubtful.contains(field))
                .forEach(field -> {
                    int[] hit = hits.computeIfAbsent(field, any -> new int[2]);
                    hit[0] += read != null && isRight(field, expected.path(field), read.path(field)) ? 1 : 0;
                    hit[1]++;
                });
    }

    private static boolean isRight(String field, JsonNode expected, JsonNode read) {
        return field.equals("body_words")
                ? Math.abs(read.asDouble() - expected.asDouble()) <= Math.max(1, 0.02 * expected.asDouble())
                : plain(expected).equals(plain(read));
    }

    /** What stands in brackets is the scorer's own remark. */
    private static String plain(JsonNode value) {
        return value.asText()
                .replaceAll("\\((?:default|empty element)\\)", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String key(JsonNode item) {
        return item.path("file").asText() + " " + item.path("item").asInt();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException broken) {
            throw new IllegalArgumentException(line, broken);
        }
    }
}
