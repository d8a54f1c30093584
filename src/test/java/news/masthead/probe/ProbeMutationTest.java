package news.masthead.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.web.Site;
import org.junit.jupiter.api.Test;

/** The probe is probed: sites with exactly one flaw each, made of what the real one answers, and the real one, where nothing is to be found. */
@SiteTest
class ProbeMutationTest {

    private static final List<Flaw> FLAWS = Stream.of(
                    FlawsInThePage.all(), FlawsOfClaims.all(), FlawsOfForms.all(), FlawsOfState.all())
            .flatMap(List::stream)
            .toList();

    @Inject
    GivenGround grounds;

    @Inject
    Site site;

    @Test
    void every_technique_has_a_flaw_that_it_lives_on() {
        Set<String> rows = Techniques.all().stream().map(Technique::id).collect(Collectors.toSet());

        assertEquals(rows, FLAWS.stream().map(Flaw::technique).collect(Collectors.toSet()));
        assertTrue(FLAWS.size() >= 60);
    }

    @Test
    void of_all_flaws_the_probe_finds_98_in_100_and_none_where_there_is_none() throws Exception {
        Mutants mutants = mutants();
        List<Flaw> missed = new ArrayList<>();
        int byCanary = 0;
        int byComparison = 0;
        for (Flaw flaw : FLAWS) {
            boolean canary = mutants.canaryFinds(flaw);
            boolean comparison = mutants.comparisonFinds(flaw);
            byCanary += canary ? 1 : 0;
            byComparison += comparison ? 1 : 0;
            if (!canary && !comparison) {
                missed.add(flaw);
            }
        }
        System.out.printf(
                "Probe's mutants: %d flaws, canary %d, comparison %d, missed %s%n",
                FLAWS.size(), byCanary, byComparison, missed);
        assertEquals(List.of(), mutants.falseAlarms());
        assertTrue(missed.size() * 50 <= FLAWS.size(), "Missed: " + missed);
    }

    private Mutants mutants() throws Exception {
        Ground ground;
        try (Line line = new Line(site.url())) {
            ground = grounds.of(1, Addresses.routesForReaders(), line);
        }
        Probe probe = new Probe(ground, ground.words());
        Recorded before = Recorded.of(probe, ground, site.url());
        Set<String> words = new TreeSet<>(ground.words());
        ground.with(grounds.rewritten(ground)).stories().forEach(story -> words.addAll(story.words()));
        Recorded after = Recorded.of(probe, ground, site.url());
        return new Mutants(new Probe(ground, words), before, after, Steady::is);
    }
}
