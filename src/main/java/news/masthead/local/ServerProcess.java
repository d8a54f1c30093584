package news.masthead.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that may outlive this process and is found again by the next one. */
final class ServerProcess {
    private static final int PATIENCE_SECONDS = 10;

    private final Remembered noted;

    ServerProcess(Path file) {
        this.noted = new Remembered(file);
    }

    void note(ProcessHandle process) {
        noted.put("pid", Long.toString(process.pid()));
        noted.put("started", startOf(process));
    }

    /** The noted one if it lives; the instant of its start tells it from a stranger who was given the same number. */
    Optional<ProcessHandle> find() {
        return noted.get("pid")
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> noted.get("started").equals(Optional.of(startOf(process))));
    }

    /** Ends it with all its children; kills what does not end by itself. */
    static void stop(ProcessHandle process) {
        var all = java.util.stream.Stream.concat(process.descendants(), java.util.stream.Stream.of(process))
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(ServerProcess::awaitEnd);
    }

    static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** Sends a signal that {@link ProcessHandle} has no word for. */
    static void signal(ProcessHandle process, String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
