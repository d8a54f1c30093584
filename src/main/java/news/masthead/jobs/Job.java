package news.masthead.jobs;

/**
 * Work that must happen later, even if this process dies first. Implemented by the room that owns the work, as an application-scoped bean.
 * {@link #run} may be called more than once with the same key and must then do the work once.
 */
public interface Job {

    /** Unique and stable: it is stored. */
    String name();

    /**
     * @param key what to work on, for example an id
     * @throws RuntimeException to be called again later, each time after a longer pause
     */
    void run(String key);
}
