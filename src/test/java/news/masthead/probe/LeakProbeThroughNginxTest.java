package news.masthead.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.Collection;
import news.masthead.SiteTest;
import news.masthead.caches.Nginx;
import news.masthead.given.Size;
import news.masthead.web.Site;
import org.junit.jupiter.api.Test;

/** Promise 1 past a memory that everybody shares: first with nothing in it, then after those who may read have been everywhere. */
@SiteTest
class LeakProbeThroughNginxTest {

    @Inject
    GivenGround grounds;

    @Inject
    Site site;

    @Test
    void no_stranger_gets_a_gated_word_from_a_cold_memory_or_a_warm_one() throws Exception {
        boolean full = Size.of(0, 1) == 1;
        Collection<String> routes = full ? Addresses.routes() : Addresses.routesForReaders();
        try (Nginx nginx = Nginx.start(site.url().getPort());
                Line line = new Line(nginx.base())) {
            Ground ground = grounds.of(Size.of(1, 3), routes, line);
            Sweep sweep = Sweep.of(new Probe(ground, ground.words()), nginx.base());
            System.out.printf(
                    "Leak probe through nginx: %,d requests, %d leaks%n",
                    sweep.requests(), sweep.alarms().size());
            assertEquals(
                    "", String.join("\n\n", sweep.alarms().stream().limit(3).toList()));
        }
    }
}
