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
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps the ledger in one file: a line of JSON for each change, with every object that it touched. A change is on disk before {@link #append}
 * returns. A line that a kill tore was heard by nobody and is ignored. Reading ends with {@link #compact}, which puts one line in place of all.
 */
final class StateFile {

    private static final byte END = '\n';

    private final Optional<Path> path;
    private FileChannel journal;

    StateFile(Optional<Path> path) {
        this.path = path.map(Path::toAbsolutePath);
    }

    boolean isKept() {
        return path.isPresent();
    }

    /**
     * Each change that was kept, oldest first; none if there is no file yet.
     *
     * @throws UncheckedIOException if a line that is whole cannot be read; the file is then left as it is
     */
    void replay(Consumer<ObjectNode> change) {
        if (path.isPresent() && Files.exists(path.get())) {
            try {
                read(Files.readAllBytes(path.get()), change);
            } catch (IOException | ClassCastException e) {
                throw new UncheckedIOException(
                        "The Stripe twin cannot read its state " + path.get(), new IOException(e));
            }
        }
    }

    /** From now on the file begins with this, which stands for all that was in it. */
    void compact(ObjectNode state) {
        path.ifPresent(file -> {
            try {
                replace(file, line(state));
                journal = FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND));
            } catch (IOException e) {
                throw cannotKeep(e);
            }
        });
    }

    void append(ObjectNode change) {
        if (journal != null) {
            try {
                write(journal, line(change));
            } catch (IOException e) {
                throw cannotKeep(e);
            }
        }
    }

    /** The first line was put in its place whole, so it must be readable, with or without its end; only a later one can be torn. */
    private static void read(byte[] content, Consumer<ObjectNode> change) throws IOException {
        int from = 0;
        while (from < content.length) {
            int end = endOfLine(content, from);
            if (end < content.length || from == 0) {
                change.accept((ObjectNode) Json.MAPPER.readTree(Arrays.copyOfRange(content, from, end)));
            }
            from = end + 1;
        }
    }

    private static int endOfLine(byte[] content, int from) {
        int end = from;
        while (end < content.length && content[end] != END) {
            end++;
        }
        return end;
    }

    private static ByteBuffer line(ObjectNode object) throws IOException {
        byte[] text = Json.MAPPER.writeValueAsBytes(object);
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = END;
        return ByteBuffer.wrap(line);
    }

    private static void replace(Path file, ByteBuffer content) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(out, content);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectory(file.getParent());
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        out.force(false);
    }

    private static void syncDirectory(Path directory) throws IOException {
        // A rename is durable once its directory is; Windows cannot open one and does not need it.
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }

    private UncheckedIOException cannotKeep(IOException cause) {
        return new UncheckedIOException("The Stripe twin cannot keep its state in " + path.orElseThrow(), cause);
    }
}
