package news.masthead.access;

import java.util.Set;

/**
 * One meter of a policy: how many stories, over which time, and of which sections.
 *
 * @param limit new spends in a window; 0 closes it
 * @param sections slugs
 * @param only whether spends of these sections alone count, otherwise those of all others
 */
public record Meter(int limit, MeterWindow window, Set<String> sections, boolean only) {

    /** One that opens nothing. */
    static Meter closed() {
        return new Meter(0, new MeterWindow.CalendarMonth(), Set.of(), false);
    }

    /** Whether a spend in a section counts against this meter. */
    public boolean counts(String section) {
        return sections.contains(section) == only;
    }
}
