package news.masthead.caches;

/** The seconds of the machine's clock, with which what nginx keeps ends. */
final class Seconds {

    private static final long MILLIS = 1_000;
    /** nginx looks at the clock once a turn. */
    private static final long MARGIN = 20;

    private Seconds() {}

    static long now() {
        return System.currentTimeMillis() / MILLIS;
    }

    /** Until the next one has just begun. */
    static void awaitBegin() {
        try {
            Thread.sleep(MILLIS + MARGIN - System.currentTimeMillis() % MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
