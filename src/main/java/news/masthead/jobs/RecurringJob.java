package news.masthead.jobs;

import java.time.Duration;

/** Work that comes round on every {@link #pause}; on one node at a time. An application-scoped bean. */
public interface RecurringJob {

    /** Unique and stable: it is stored. */
    String name();

    Duration pause();

    /** Safe to run twice. What it throws is logged; it runs again after the next pause. */
    void run();
}
