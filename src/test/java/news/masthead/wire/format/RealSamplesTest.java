package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Real and agency-like files beside the repository, read as agencies' copy and compared with what people found in them. Agency copy may not be
 * committed, so a clone without them says that this did not run.
 */
class RealSamplesTest {

    private static final Path SAMPLES = Path.of("../shared/wire-samples");
    private static final Set<String> FORMATS = Set.of("newsml-g2", "email", "email-synthetic");
    private static final Map<String, Dialect> DIALECTS =
            Map.of("syn-ians", Reading.IANS, "syn-pti", Reading.PTI, "syn-ani", Reading.ANI, "syn-afp", Reading.AFP);
    private static final Map<String, Function<WireCopy, String>> FIELDS = fields();
    private static final double BAR = 0.94;

    private final Map<String, int[]> hits = new TreeMap<>();
    private final Map<String, List<WireCopy>> read = new HashMap<>();

    @Test
    void real_samples_come_out_as_people_read_them() throws IOException {
        boolean there = Files.exists(SAMPLES.resolve("expected.jsonl"));
        if (!there) {
            System.out.println("NOT RUN: real wire samples are not beside this clone");
        }
        assumeTrue(there);
        for (String line : Files.readAllLines(SAMPLES.resolve("expected.jsonl"))) {
            JsonNode expected = new ObjectMapper().readTree(line);
            if (FORMATS.contains(expected.path("format").asText())) {
                compare(expected);
            }
        }
        hits.forEach((field, hit) -> System.out.printf("%-14s %3d of %3d%n", field, hit[0], hit[1]));
        hits.forEach((field, hit) -> assertTrue(hit[0] >= BAR * hit[1], field + ": " + hit[0] + " of " + hit[1]));
    }

    private void compare(JsonNode expected) {
        List<WireCopy> copies = read.computeIfAbsent(expected.path("file").asText(), this::copies);
        Optional<WireCopy> copy =
                copies.stream().skip(expected.path("item").asInt() - 1L).findFirst();
        Set<String> doubtful = Set.of(expected.path("doubtful").asText().split("[ ,;]+"));
        FIELDS.forEach((field, value) -> {
            if (!doubtful.contains(field) && expected.has(field)) {
                int[] hit = hits.computeIfAbsent(field, any -> new int[2]);
                hit[0] += plain(expected.path(field).asText())
                                .equals(copy.map(value)
                                        .map(RealSamplesTest::plain)
                                        .orElse("no item"))
                        ? 1
                        : 0;
                hit[1]++;
            }
        });
    }

    private List<WireCopy> copies(String file) {
        Dialect dialect = DIALECTS.entrySet().stream()
                .filter(known -> file.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Dialect(List.of("Reuters"), ZoneOffset.UTC, "", Optional.empty()));
        try {
            return WireReader.read(Files.readAllBytes(SAMPLES.resolve(file)), "", dialect);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String plain(String text) {
        return Draft.plain(text).replace("(default)", "").replaceAll("^<|>$", "");
    }

    private static Map<String, Function<WireCopy, String>> fields() {
        Map<String, Function<WireCopy, String>> fields = new LinkedHashMap<>();
        fields.put("guid", WireCopy::guid);
        fields.put("version", WireCopy::version);
        fields.put("headline", WireCopy::headline);
        fields.put("byline", WireCopy::byline);
        fields.put("dateline", WireCopy::dateline);
        fields.put("n_paragraphs", copy -> Integer.toString(copy.paragraphs().size()));
        fields.put(
                "body_first60",
                copy -> copy.paragraphs().stream()
                        .findFirst()
                        .map(RealSamplesTest::first60)
                        .orElse(""));
        fields.put("pubstatus", copy -> copy.status().name().toLowerCase(Locale.ROOT));
        fields.put("embargo", copy -> copy.embargo().words());
        return fields;
    }

    private static String first60(String paragraph) {
        return paragraph.substring(0, Math.min(60, paragraph.length()));
    }
}
