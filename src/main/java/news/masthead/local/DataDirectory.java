package news.masthead.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import news.masthead.StandIns.CannotStart;

/** Where local mode keeps everything: {@code data/}, or what {@code MASTHEAD_DATA} names. One process at a time. */
final class DataDirectory implements AutoCloseable {
    /** A live reload or a restart takes it over from a process that is about to end. */
    private static final int PATIENCE_MILLIS = 8_000;

    private static final int PAUSE_MILLIS = 100;

    private final Path root;
    private final FileChannel file;

    private DataDirectory(Path root, FileChannel file) {
        this.root = root;
        this.file = file;
    }

    static Path configured() {
        return Path.of(Optional.ofNullable(System.getenv("MASTHEAD_DATA")).orElse("data"));
    }

    /** @throws CannotStart when another process has it, or it cannot be written */
    static DataDirectory open(Path folder) throws CannotStart {
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            var file = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            for (int waited = 0; waited <= PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
                if (isTaken(file)) {
                    return new DataDirectory(root, file);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            file.close();
        } catch (IOException problem) {
            throw new CannotStart("The data directory " + root + " cannot be used: " + problem.getMessage(), problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new CannotStart(
                "The data directory " + root + " is in use by another Masthead; stop that one, or set MASTHEAD_DATA to"
                        + " another directory.",
                null);
    }

    Path at(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The lock lives as long as the channel. */
    private static boolean isTaken(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
