package news.masthead.probe;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import news.masthead.probe.Flaw.Scene;

/**
 * Everything that the real site answers to the probe in one state of the paper, so that a hundred sites with a flaw can be asked without one
 * request more.
 */
final class Recorded {

    private final Map<Ask, Answer> answers = new HashMap<>();
    private final Map<String, Answer> full = new HashMap<>();

    static Recorded of(Probe probe, Ground ground, URI site) throws InterruptedException, IOException {
        Recorded recorded = new Recorded();
        for (List<Shot> round : probe.rounds()) {
            List<Shot> once = new LinkedHashSet<>(round)
                    .stream()
                            .filter(shot -> !recorded.answers.containsKey(shot.ask()))
                            .toList();
            List<Answer> answers = Sweep.each(once, site, (shot, answer) -> answer);
            for (int i = 0; i < once.size(); i++) {
                recorded.answers.put(once.get(i).ask(), answers.get(i));
            }
        }
        try (Line line = new Line(site)) {
            for (Canary story : ground.stories()) {
                Ask open = Ask.get(story.path())
                        .withCookies(ground.entitled().getFirst().cookies());
                recorded.full.put(story.path(), line.ask(open));
            }
        }
        return recorded;
    }

    Scene scene(Shot shot) {
        return new Scene(shot, answers.get(shot.ask()), full.get(shot.story().path()));
    }
}
