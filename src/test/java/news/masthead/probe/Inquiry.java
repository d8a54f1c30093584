package news.masthead.probe;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole probe of a site under test: one sweep, other words put behind the walls, and the same requests again.
 *
 * @param before with the first words
 * @param after with the others
 * @param differences where a stranger got another answer
 */
record Inquiry(Sweep before, Sweep after, List<String> differences) {

    private static final int SHOWN = 3;

    /**
     * @param site the door that is tried, cold first and warm then: the site's own, or a shared cache's before it
     * @param each how many premium and how many metered stories
     * @param routes that are tried beside the stories' own addresses
     */
    static Inquiry at(URI site, GivenGround grounds, int each, Collection<String> routes)
            throws IOException, InterruptedException {
        try (Line line = new Line(site)) {
            Ground ground = grounds.of(each, routes, line);
            Sweep before = Sweep.of(new Probe(ground, ground.words()), site);
            Ground rewritten = ground.with(grounds.rewritten(ground)).scouted(line);
            Set<String> words = new TreeSet<>(ground.words());
            words.addAll(rewritten.words());
            Sweep after = Sweep.of(new Probe(ground, words), site);
            return new Inquiry(before, after, before.differences(after, Steady::is));
        }
    }

    int requests() {
        return before.requests() + after.requests();
    }

    int leaks() {
        return before.alarms().size() + after.alarms().size();
    }

    /** The first of what was found; empty where all is well. */
    String findings() {
        return Stream.of(before.alarms(), after.alarms(), differences)
                .flatMap(found -> found.stream().limit(SHOWN))
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public String toString() {
        return "%,d requests, %d leaks, %d answers that differ when gated words change"
                .formatted(requests(), leaks(), differences.size());
    }
}
