package news.masthead.local;

import java.time.Duration;

/** What local mode tells on the console while the log of Quarkus is not there yet. */
final class Progress {
    private final long began = System.nanoTime();

    static void say(String sentence) {
        System.out.println("[local] " + sentence);
    }

    /** Seconds since it was made, such as {@code 3.2 s}. */
    String taken() {
        return "%.1f s".formatted(Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
    }
}
