package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps the ledger in one file that is replaced whole, so that a kill at any moment leaves the old state or the new one. */
final class StateFile {

    private final Optional<Path> path;

    StateFile(Optional<Path> path) {
        this.path = path.map(Path::toAbsolutePath);
    }

    /** Empty if there is no file yet; a file that cannot be read is an error and is left as it is. */
    ObjectNode load() {
        try {
            return path.isPresent() && Files.exists(path.get())
                    ? (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(path.get()))
                    : Json.object();
        } catch (IOException e) {
            throw new UncheckedIOException("The Stripe twin cannot read its state " + path.get(), e);
        }
    }

    void save(ObjectNode state) {
        path.ifPresent(file -> {
            try {
                replace(file, Json.MAPPER.writeValueAsBytes(state));
            } catch (IOException e) {
                throw new UncheckedIOException("The Stripe twin cannot keep its state in " + file, e);
            }
        });
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectory(file.getParent());
    }

    private static void syncDirectory(Path directory) throws IOException {
        // A rename is durable once its directory is; Windows cannot open one and does not need it.
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }
}
