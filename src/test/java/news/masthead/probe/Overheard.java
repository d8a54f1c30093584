package news.masthead.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that the site logs until this is closed, parameters and faults included. */
final class Overheard extends Handler implements AutoCloseable {

    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    private Overheard() {}

    static Overheard begin() {
        Overheard overheard = new Overheard();
        Logger.getLogger("").addHandler(overheard);
        return overheard;
    }

    byte[] all() {
        return String.join("\n", said).getBytes(StandardCharsets.UTF_8);
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    @Override
    public void publish(LogRecord line) {
        said.add(line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
    }

    @Override
    public void flush() {
        // Nothing is held back
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
