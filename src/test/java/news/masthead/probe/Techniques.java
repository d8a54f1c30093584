package news.masthead.probe;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The whole table, B1 to B51. */
final class Techniques {

    private Techniques() {}

    static List<Technique> all() {
        return Stream.of(InThePage.rows(), Claims.rows(), OtherForms.rows(), CachesAndStates.rows())
                .flatMap(List::stream)
                .toList();
    }

    /** Routes that belong to a row which does not try them yet, each with that row's id. */
    static List<String> unfilled(Collection<String> routes) {
        return all().stream()
                .flatMap(row -> routes.stream().filter(row::lacks).map(route -> row.id() + " " + route))
                .sorted()
                .toList();
    }
}
