package news.masthead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireParseTest {

    private static final Path FIXTURES = Path.of("src/test/resources/wire");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_line_has_the_keys_of_the_acceptance_cases_in_their_order() throws IOException {
        assertEquals(0, run("--root", FIXTURES.toString(), "ians-story.eml"));

        JsonNode line = lines().getFirst();
        assertEquals(
                List.of(
                        "file",
                        "item",
                        "guid",
                        "version",
                        "headline",
                        "slugline",
                        "byline",
                        "credit",
                        "dateline",
                        "location",
                        "language",
                        "urgency",
                        "embargo",
                        "pubstatus",
                        "n_paragraphs",
                        "body_first60",
                        "signals",
                        "first_created",
                        "version_created",
                        "ed_note",
                        "body_words",
                        "action",
                        "reasons"),
                line.properties().stream().map(java.util.Map.Entry::getKey).toList());
        assertEquals("ians-story.eml", line.path("file").asText());
        assertEquals("Ratnagiri, Aug 12 (IANS)", line.path("dateline").asText());
        assertEquals("en", line.path("language").asText());
        assertEquals("publishable", line.path("action").asText());
    }

    @Test
    void a_file_that_is_not_there_stops_no_other_and_is_named() throws IOException {
        String there = FIXTURES.resolve("ians-story.eml").toString();

        assertEquals(1, run("no-such-file.xml", there));
        assertEquals(1, lines().size());
        assertEquals(
                "no-such-file.xml cannot be opened: there is no such file.\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_no_wire_copy_is_a_line_too() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "Nothing.");
        Files.write(folder.resolve("b.bin"), new byte[] {1, 2, 0, 3});
        Files.write(folder.resolve("c.bin"), new byte[6_000_000]);

        assertEquals(0, run("--root", folder.toString(), folder.toString()));
        assertEquals(
                List.of("a.txt", "b.bin", "c.bin"),
                lines().stream().map(line -> line.path("file").asText()).toList());
        lines().forEach(line -> {
            assertEquals("quarantine", line.path("action").asText());
            assertTrue(line.path("reasons").get(0).asText().endsWith("."));
        });
    }

    @Test
    void a_mail_from_a_stranger_is_read_and_not_trusted() throws IOException {
        Files.writeString(folder.resolve("a.eml"), "From: x@y.example\nSubject: KILL: Rain in Pune today\n\nKill it.");

        run("--root", folder.toString(), "a.eml");

        assertEquals("quarantine", lines().getFirst().path("action").asText());
        assertEquals("canceled", lines().getFirst().path("pubstatus").asText());
    }

    @Test
    void names_may_come_on_the_standard_input() throws IOException {
        InputStream before = System.in;
        System.setIn(
                new ByteArrayInputStream("ians-story.eml\nnewsml-g2-story.xml\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertEquals(0, run("--root", FIXTURES.toString(), "-"));
        } finally {
            System.setIn(before);
        }
        assertEquals(2, lines().size());
    }

    @Test
    void profiles_of_the_operator_lie_over_ours_and_an_agency_can_be_given() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "Rain\n\nPune, Aug 12 (Hill Wire) It rained.\n\nHW/ab\n");
        Files.writeString(folder.resolve("mine.json"), """
                {"hill": {"name": "Hill Wire", "creditLine": "Hill Wire",
                          "habits": {"language": "mr", "signOffs": ["HW/[a-z]{2}"]}}}""");

        assertEquals(
                0,
                run(
                        "--profiles",
                        folder.resolve("mine.json").toString(),
                        folder.resolve("a.txt").toString()));
        assertEquals("mr", lines().getFirst().path("language").asText());
        assertEquals(1, lines().getFirst().path("n_paragraphs").asInt());

        assertEquals(0, run("--agency", "pti", folder.resolve("a.txt").toString()));
        assertEquals("en", lines().getFirst().path("language").asText());
        assertEquals(2, lines().getFirst().path("n_paragraphs").asInt());
    }

    @Test
    void a_wrong_call_is_told_in_a_sentence() throws IOException {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("--rot", "x", "y"),
                List.of("x", "--root"),
                List.of("--agency", "nobody", "x"),
                List.of("--profiles", folder.resolve("none.json").toString(), "x"))) {
            err.reset();
            assertEquals(2, run(wrong.toArray(String[]::new)), wrong.toString());
            String said = err.toString(StandardCharsets.UTF_8);
            assertTrue(said.lines().findFirst().orElseThrow().endsWith("."), said);
            assertTrue(said.contains("wire parse [--root DIR]"), said);
        }
        assertEquals(0, run("--help"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("--profiles FILE"));
    }

    private int run(String... arguments) {
        out.reset();
        return new WireParse()
                .run(
                        List.of(arguments),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<JsonNode> lines() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new java.util.ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(json.readTree(line));
        }
        return lines;
    }
}
