package news.masthead.billing.revenue;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that has happened to one subscription.
 *
 * @param returns whether its reader had an earlier one
 * @param duplicate whether it was bought by accident beside another, so that its reader is counted there
 * @param paused whether nothing is collected for it at present
 * @param entries the oldest first
 */
record Course(boolean returns, boolean duplicate, boolean paused, List<Entry> entries) {

    Stream<Entry> all(Entry.Kind kind) {
        return entries.stream().filter(entry -> entry.is(kind));
    }
}
