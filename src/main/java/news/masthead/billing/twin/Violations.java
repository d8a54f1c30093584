package news.masthead.billing.twin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where the twin itself broke the contract: a test run with one entry here has failed. */
final class Violations {

    private static final Logger LOG = System.getLogger(StripeTwin.class.getName());

    private final List<String> found = new CopyOnWriteArrayList<>();

    void add(String where, List<String> faults) {
        for (String fault : faults) {
            found.add(where + ": " + fault);
            LOG.log(Level.WARNING, "Stripe twin breaks the contract at {0}: {1}", where, fault);
        }
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
