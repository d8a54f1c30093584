package news.masthead.wire;

import static news.masthead.given.GivenAgency.TRUSTED;
import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import news.masthead.SiteTest;
import news.masthead.given.GivenAgency;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.given.Together;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.wire.WireItem.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives at the same time ends as if it had come one after the other. */
@SiteTest
class WireRacesTest {

    @Inject
    GivenAgency givenAgency;

    @Inject
    GivenWire wire;

    @Inject
    WireItems items;

    @Inject
    Archive archive;

    @BeforeEach
    void trust() {
        givenAgency.trusted();
    }

    @Test
    void a_kill_that_races_with_the_rule_wins() throws Exception {
        for (int round = 0; round < 10; round++) {
            GivenItem item = trusted();
            Together.of(List.of(() -> wire.arrives(item), () -> wire.arrives(item.killed())));

            assertTrue(archive.storyOf(item.source(), item.guid())
                    .map(Story::isKilled)
                    .orElse(true));
            assertFalse(items.versionsOf(item.source(), item.guid()).stream()
                    .anyMatch(version -> version.standing == Standing.NEW));
        }
    }

    @Test
    void twenty_versions_at_once_end_with_the_newest() throws Exception {
        for (GivenItem item : List.of(anItem(), trusted())) {
            List<Callable<?>> arrivals = new ArrayList<>(IntStream.rangeClosed(1, 20)
                    .mapToObj(number -> item.version(number).saying("Words of version " + number + "."))
                    .map(version -> (Callable<?>) () -> wire.arrives(version))
                    .toList());
            Collections.shuffle(arrivals, new Random(7));

            Together.of(arrivals);

            List<WireItem> versions = items.versionsOf(item.source(), item.guid());
            assertEquals(20, versions.size());
            assertEquals(
                    List.of("20"),
                    versions.stream()
                            .filter(version -> version.standing == Standing.NEW || isInThePaper(version))
                            .map(version -> version.version)
                            .toList());
        }
    }

    /** The words of it, and not of an older version that was in the paper before. */
    private boolean isInThePaper(WireItem version) {
        return version.standing == Standing.PUBLISHED
                && archive.story(version.story().orElseThrow())
                        .orElseThrow()
                        .opening
                        .contains("version " + version.version + ".");
    }

    private static GivenItem trusted() {
        return anItem().from(TRUSTED);
    }
}
