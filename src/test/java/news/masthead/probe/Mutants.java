package news.masthead.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import news.masthead.probe.Flaw.Scene;
import news.masthead.probe.Flaw.Wrong;
import news.masthead.probe.Sweep.Print;

/**
 * Sites with one flaw each, and who finds it: the canary in the answers of one state of the paper, or the comparison of two.
 *
 * @param isSteady what the comparison looks at
 */
record Mutants(Probe probe, Recorded before, Recorded after, Predicate<Ask> isSteady) {

    boolean canaryFinds(Flaw flaw) throws IOException {
        Wrong site = flaw.begin().get();
        for (Shot shot : shots()) {
            Scene scene = before.scene(shot);
            Answer answer = site.answer(scene);
            if (answer != scene.real() && probe.alarm(shot, answer).isPresent()) {
                return true;
            }
        }
        return false;
    }

    boolean comparisonFinds(Flaw flaw) throws IOException {
        Wrong one = flaw.begin().get();
        Wrong other = flaw.begin().get();
        for (Shot shot : shots()) {
            Scene first = before.scene(shot);
            Scene second = after.scene(shot);
            Answer then = one.answer(first);
            Answer now = other.answer(second);
            boolean shows = then != first.real() || now != second.real();
            if (shows && first.isStranger() && isSteady.test(shot.ask()) && differ(shot, then, now)) {
                return true;
            }
        }
        return false;
    }

    /** What is found at the site as it is. */
    List<String> falseAlarms() {
        List<String> alarms = new ArrayList<>();
        for (Shot shot : shots()) {
            Answer then = before.scene(shot).real();
            Answer now = after.scene(shot).real();
            probe.alarm(shot, then).ifPresent(alarms::add);
            probe.alarm(shot, now).ifPresent(alarms::add);
            if (before.scene(shot).isStranger() && isSteady.test(shot.ask()) && differ(shot, then, now)) {
                alarms.add(shot + " got another answer");
            }
        }
        return alarms;
    }

    private List<Shot> shots() {
        return probe.rounds().stream().flatMap(List::stream).toList();
    }

    private static boolean differ(Shot shot, Answer then, Answer now) {
        return !Print.of(shot, then).isSameAs(Print.of(shot, now));
    }
}
