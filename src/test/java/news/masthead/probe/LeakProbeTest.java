package news.masthead.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import news.masthead.SiteTest;
import news.masthead.given.Size;
import news.masthead.web.Site;
import org.junit.jupiter.api.Test;

/** Promise 1: gated words never leave the server without a grant, and nothing that a stranger gets depends on them. */
@SiteTest
class LeakProbeTest {

    @Inject
    GivenGround grounds;

    @Inject
    Site site;

    @Test
    void no_stranger_gets_a_gated_word_or_anything_that_depends_on_one() throws Exception {
        Ground ground = ground();
        Set<String> words = new TreeSet<>(ground.words());
        Sweep before = Sweep.of(new Probe(ground, words, isFull()), site.url());

        Ground rewritten = ground.with(grounds.rewritten(ground));
        words.addAll(rewritten.words());
        try (Line line = new Line(site.url())) {
            rewritten.scouted(line);
        }
        Sweep after = Sweep.of(new Probe(ground, words, isFull()), site.url());

        System.out.printf(
                "Leak probe: %,d requests, %d leaks; then with other words %,d requests, %d leaks, %d answers differ%n",
                before.requests(),
                before.alarms().size(),
                after.requests(),
                after.alarms().size(),
                before.differences(after, Steady::is).size());
        assertEquals("", String.join("\n\n", before.alarms().stream().limit(3).toList()));
        assertEquals("", String.join("\n\n", after.alarms().stream().limit(3).toList()));
        assertEquals(
                "",
                String.join(
                        "\n\n",
                        before.differences(after, Steady::is).stream().limit(3).toList()));
        assertTrue(before.requests() >= Size.of(2_000, 15_000), before.requests() + " requests");
    }

    private Ground ground() throws IOException {
        try (Line line = new Line(site.url())) {
            return grounds.of(Size.of(1, 3), isFull() ? Addresses.routes() : Addresses.routesForReaders(), line);
        }
    }

    private static boolean isFull() {
        return Size.of(0, 1) == 1;
    }
}
