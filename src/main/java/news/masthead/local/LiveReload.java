package news.masthead.local;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * In dev mode, brings changes in the top-level folders to the running site. Quarkus copies changed resources by their
 * path within their folder and does not know of Maven's {@code targetPath}, so it would look for a template of
 * {@code templates/} in the root: https://github.com/quarkusio/quarkus/blob/3.33.2/core/deployment/src/main/java/io/quarkus/deployment/dev/RuntimeUpdatesProcessor.java
 */
@IfBuildProfile("dev")
@ApplicationScoped
class LiveReload {
    private static final Map<Path, Path> MIRRORED = Map.of(
            Path.of("templates"), Path.of("target/classes/templates"),
            Path.of("migrations"), Path.of("target/classes/db/migration"));
    private static final Path MARKER = Path.of("target/live-reload.marker");
    private static final long PAUSE_MILLIS = 300;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-reload").factory());

    void start(@Observes StartupEvent event) {
        watch.scheduleWithFixedDelay(LiveReload::mirror, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        watch.shutdownNow();
    }

    private static void mirror() {
        try {
            var changed = false;
            for (var pair : MIRRORED.entrySet()) {
                changed |= mirror(pair.getKey(), pair.getValue());
            }
            if (changed) {
                Files.writeString(MARKER, Long.toString(System.nanoTime()));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Copies what is newer; a file deleted here stays there until the next build. */
    private static boolean mirror(Path folder, Path target) throws IOException {
        var changed = false;
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = target.resolve(folder.relativize(file).toString());
                if (Files.notExists(copy) || isNewer(file, copy)) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                    changed = true;
                }
            }
        }
        return changed;
    }

    private static boolean isNewer(Path file, Path copy) throws IOException {
        return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(copy)) > 0;
    }
}
