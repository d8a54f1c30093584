package news.masthead.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** Names and values that outlive the process, in one properties file. */
final class Remembered {
    private final Path file;

    Remembered(Path file) {
        this.file = file;
    }

    synchronized Optional<String> get(String name) {
        return Optional.ofNullable(read().getProperty(name));
    }

    synchronized void put(String name, String value) {
        var values = read();
        values.setProperty(name, value);
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var out = Files.newBufferedWriter(draft)) {
                values.store(out, null);
            }
            replace(draft);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void replace(Path draft) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plainFileSystem) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Properties read() {
        var values = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        return values;
    }
}
