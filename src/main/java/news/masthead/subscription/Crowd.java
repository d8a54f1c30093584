package news.masthead.subscription;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Makes counts of a month such that they tell of nobody. Whoever bought is known by name and moment; so a count by story may stay only where at
 * least {@link #LEAST} took the step from that story and as many from elsewhere: then of none of them can be said where they came from. What is
 * less goes to the section, by the same rule, and what is less even there to the whole paper.
 */
final class Crowd {

    static final long LEAST = 10;

    private Crowd() {}

    /**
     * @param month counts of one step in one month
     * @return as many in all, no story and section twice
     */
    static List<Steps> hide(List<Steps> month) {
        List<Steps> bySection = merged(month, one -> new Steps(one.section(), 0, one.step(), one.times()));
        return merged(bySection, one -> new Steps("", 0, one.step(), one.times()));
    }

    /** Counts of the same place added up; those that are too small moved to a wider one. */
    private static List<Steps> merged(List<Steps> counts, UnaryOperator<Steps> wider) {
        long all = counts.stream().mapToLong(Steps::times).sum();
        return added(added(counts).stream()
                .map(one -> one.times() >= LEAST && all - one.times() >= LEAST ? one : wider.apply(one))
                .toList());
    }

    static List<Steps> added(List<Steps> counts) {
        return List.copyOf(counts.stream()
                .collect(Collectors.toMap(
                        one -> one.section() + " " + one.story(), Function.identity(), Steps::plus, TreeMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(Steps::section).thenComparing(Steps::story))
                .toList());
    }
}
