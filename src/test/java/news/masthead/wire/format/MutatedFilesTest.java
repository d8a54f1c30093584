package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.given.Size;
import news.masthead.story.SafeHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Test;

/** Our fixtures of every format, and the real samples where they are beside the clone, broken and poisoned by a fixed seed. */
class MutatedFilesTest {

    private static final long SEED = 20261126;
    private static final int MUTANTS = Size.of(1_000, 10_000);
    private static final Path FIXTURES = Path.of("src/test/resources/wire");
    private static final Path SAMPLES = Path.of("../shared/wire-samples");
    private static final int LARGEST_SEED_FILE = 100_000;

    /** Of the processor's time, so that a busy machine fails no test; a hang is caught by the clock. */
    private static final Duration MOST_WORK = Duration.ofSeconds(2);

    private static final Duration HANG = Duration.ofSeconds(30);

    private static final Dialect ANY = new Dialect(
            List.of("IANS", "PTI", "AFP", "AP", "Reuters", "dpa", "Meridian Wire"),
            ZoneOffset.UTC,
            "",
            Optional.empty());

    private int read;

    @Test
    void every_mutant_is_read_or_refused_quickly_and_nothing_of_it_harms_a_page() {
        List<byte[]> seeds = seeds();
        Mutants mutants = new Mutants(SEED);
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutants.of(seeds.get(i % seeds.size()));
            String which = "mutant " + i;
            assertTimeoutPreemptively(HANG, () -> assertHarmless(mutant, which), which);
        }
        assertTrue(read > MUTANTS / 3, "Only " + read + " mutants could be read at all; the others tell nothing.");
    }

    private void assertHarmless(byte[] mutant, String which) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            for (WireCopy copy : WireReader.read(mutant, "", ANY)) {
                Verdict.of(WireMessage.of(copy), Instant.EPOCH);
                assertEquals(Set.of(), Offences.in(deskPage(copy)), which);
                assertEquals(Set.of(), Offences.in(storyPage(copy)), which);
            }
            read++;
        } catch (UnreadableWire refused) {
            assertFalse(refused.getMessage().isBlank(), which);
        }
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertTrue(spent < MOST_WORK.toNanos(), () -> which + " took " + Duration.ofNanos(spent));
    }

    /** The blocks as they are, the rest as text. */
    private static String deskPage(WireCopy copy) {
        String facts = Stream.of(copy.headline(), copy.byline(), copy.edNote(), copy.slugline(), copy.guid())
                .map(fact -> "<p>" + Entities.escape(fact) + "</p>")
                .collect(Collectors.joining());
        return facts + String.join("\n", copy.blocks());
    }

    /** As the story keeps them: cleaned once more. */
    private static String storyPage(WireCopy copy) {
        return "<h1>" + Entities.escape(copy.readableHeadline()) + "</h1>"
                + SafeHtml.of(String.join("\n", copy.blocks()));
    }

    /** The test above can fail: with a cleaner that forgets one thing, that very thing is found in its pages. */
    @Test
    void a_weak_cleaner_is_found_out() {
        assertTrue(survivors(html -> html).containsAll(EnumSet.allOf(Offences.Kind.class)));
        assertTrue(survivors(without("script, style, [style]")).contains(Offences.Kind.HANDLER));
        assertTrue(survivors(html -> html.replaceAll("(?i)<script.*?</script>", "")
                        .replaceAll("(?i) on\\w+=\\S+", "")
                        .replaceAll("(?i)javascript:", ""))
                .containsAll(Set.of(Offences.Kind.SCRIPT, Offences.Kind.HANDLER, Offences.Kind.FOREIGN_SCHEME)));
        assertEquals(Set.of(), survivors(SafeHtml::of));
    }

    private static Function<String, String> without(String query) {
        return html -> {
            var body = Jsoup.parse(html).body();
            body.select(query).remove();
            return body.html();
        };
    }

    /** What is left in the pages if the mutants' text is all HTML and {@code cleaner} is all there is. */
    private static Set<Offences.Kind> survivors(Function<String, String> cleaner) {
        byte[] seed = "<p>One. Two.</p>\n\n<p>Three.</p>".getBytes(StandardCharsets.UTF_8);
        Mutants mutants = new Mutants(SEED);
        Set<Offences.Kind> found = EnumSet.noneOf(Offences.Kind.class);
        for (int i = 0; i < 2_000; i++) {
            found.addAll(Offences.in(cleaner.apply(new String(mutants.of(seed), StandardCharsets.UTF_8))));
        }
        return found;
    }

    private static List<byte[]> seeds() {
        return Stream.of(FIXTURES, SAMPLES)
                .filter(Files::isDirectory)
                .flatMap(MutatedFilesTest::files)
                .sorted()
                .map(MutatedFilesTest::bytes)
                .filter(file -> file.length > 0 && file.length < LARGEST_SEED_FILE)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(?:vocab.*|\\.md|\\.tsv|\\.jsonl|\\.py)"))
                    .toList()
                    .stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
