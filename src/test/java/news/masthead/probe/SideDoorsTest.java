package news.masthead.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.given.DatabaseOutage;
import news.masthead.probe.Visitor.May;
import news.masthead.web.Site;
import org.junit.jupiter.api.Test;

/** Gated words are in no log, no metric and no error, not even while the database is gone (B50, B51). */
@SiteTest
class SideDoorsTest {

    @Inject
    GivenGround grounds;

    @Inject
    Site site;

    @TestHTTPResource(management = true)
    URI operators;

    @Test
    void no_word_is_in_logs_and_metrics_while_everybody_reads_and_errs() throws Exception {
        try (Line line = new Line(site.url());
                Line management = new Line(operators);
                Overheard overheard = Overheard.begin()) {
            Ground ground = grounds.of(1, Addresses.routesForReaders(), line);
            Oracle oracle = new Oracle(ground.words());
            for (Ask ask : readings(ground).toList()) {
                line.ask(ask);
            }
            try (DatabaseOutage outage = DatabaseOutage.begin()) {
                assertEquals(Set.of(), wordsForStrangers(ground, oracle, line));
            }
            assertFalse(overheard.isEmpty());
            assertEquals(Set.of(), oracle.wordsIn(overheard.all()));
            Answer metrics = management.ask(Ask.get("/q/metrics"));
            assertTrue(metrics.text().contains("http_server_requests"), metrics.head());
            assertEquals(Set.of(), oracle.wordsIn(metrics));
        }
    }

    private static Stream<Ask> readings(Ground ground) {
        return ground.stories().stream()
                .flatMap(story -> ground.entitled().stream()
                        .flatMap(visitor -> Stream.of(
                                        story.path(),
                                        "/desk/stories/" + story.id(),
                                        story.path() + "?q=" + story.word())
                                .map(address -> Ask.get(address).withCookies(visitor.cookies()))));
    }

    private static Set<String> wordsForStrangers(Ground ground, Oracle oracle, Line line) throws IOException {
        Set<String> words = new TreeSet<>();
        List<Visitor> known = ground.strangers().stream()
                .filter(visitor -> visitor.may() == May.READ_NOTHING)
                .toList();
        for (Canary story : ground.stories()) {
            for (Visitor visitor : known) {
                words.addAll(oracle.wordsIn(line.ask(Ask.get(story.path()).withCookies(visitor.cookies()))));
            }
        }
        return words;
    }
}
