package news.masthead.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.probe.Canary.Wall;
import news.masthead.web.Site;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@SiteTest
class BroughtStoriesTest {

    @Inject
    Given people;

    @Inject
    Site site;

    @ConfigProperty(name = "masthead.editor-api.token")
    String token;

    @Test
    void stand_behind_their_walls_while_the_probe_runs_and_are_killed_after_it() throws Exception {
        Ground ground;
        try (Line line = new Line(site.url());
                BroughtStories brought = BroughtStories.to(site.url(), token, 1, 8)) {
            Stream<String> subscriber =
                    Stream.of("entitled session=" + people.aSubscriber().session());
            ground = GroundFile.of(Stream.concat(brought.lines(), subscriber)).ground(List.of(), line);
            Probe probe = new Probe(ground, ground.words());

            assertEquals(
                    List.of(Wall.PREMIUM, Wall.METERED),
                    ground.stories().stream().map(Canary::wall).toList());
            for (Shot shot : probe.rounds().getFirst().subList(0, 20)) {
                assertFalse(probe.alarm(shot, line.ask(shot.ask())).isPresent(), shot.toString());
            }
        }
        try (Line line = new Line(site.url())) {
            for (Canary story : ground.stories()) {
                Answer notice = line.ask(Ask.get(story.path())
                        .withCookies(ground.entitled().getFirst().cookies()));
                assertEquals(410, notice.status());
                assertEquals(Set.of(), new Oracle(ground.words()).wordsIn(notice));
            }
        }
    }
}
