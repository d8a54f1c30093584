package news.masthead.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How many decisions of each second are made and not yet accounted for in the database, in a file that is mapped into memory: the kernel keeps
 * it when the process is killed, and whoever opens it next reads what was lost. Any number of threads may count.
 *
 * <p>The file is a ring of {@value #SECONDS} words, each a second and a count. Two seconds that meet in a word, which takes an outage of more
 * than two hours, are counted under the earlier.
 */
final class Tally implements AutoCloseable {

    private static final int SECONDS = 8_192;
    private static final int COUNT_BITS = 24;
    private static final long COUNT = (1L << COUNT_BITS) - 1;
    private static final int FILES = 1_000;
    private static final VarHandle WORDS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Path path;
    private final FileChannel file;
    private final MappedByteBuffer words;

    private Tally(Path path, FileChannel file) throws IOException {
        this.path = path;
        this.file = file;
        this.words = file.map(FileChannel.MapMode.READ_WRITE, 0, (long) SECONDS * Long.BYTES);
    }

    /**
     * The first tally in a folder that no running process holds, with what stands in the others of that kind.
     *
     * @throws UncheckedIOException where the folder cannot be written
     */
    static Tally openIn(Path folder) {
        Tally ours = IntStream.rangeClosed(1, FILES)
                .mapToObj(number -> open(folder.resolve("decisions-" + number + ".tally")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Too many processes keep their tally in " + folder));
        ours.inherit(folder);
        return ours;
    }

    /** Takes over what dead processes left in files of their own. */
    private void inherit(Path folder) {
        try (DirectoryStream<Path> tallies = Files.newDirectoryStream(folder, "decisions-*.tally")) {
            for (Path other : tallies) {
                // To open and close one's own file again would give up its lock (fcntl, POSIX)
                if (!other.equals(path)) {
                    open(other).ifPresent(this::takeOver);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The tallies in " + folder + " cannot be read", unreadable);
        }
    }

    /** First counted here: if this process dies in between, some count twice, and none is forgotten. */
    private void takeOver(Tally dead) {
        try (dead) {
            dead.unsettled().forEach((second, decisions) -> {
                IntStream.range(0, decisions).forEach(each -> count(second));
                dead.settle(second, decisions);
            });
        }
    }

    /** None where another process holds it; the lock ends with its holder, however that ends. */
    private static Optional<Tally> open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (isHeld(file)) {
                file.close();
                return Optional.empty();
            }
            return Optional.of(new Tally(path, file));
        } catch (IOException unusable) {
            throw new UncheckedIOException("The tally of decisions " + path + " cannot be written", unusable);
        }
    }

    private static boolean isHeld(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        }
    }

    /** One more decision of that second. */
    void count(long second) {
        int at = at(second);
        long word;
        do {
            word = (long) WORDS.getVolatile(words, at);
        } while (!WORDS.compareAndSet(words, at, word, (word & COUNT) == 0 ? second << COUNT_BITS | 1 : word + 1));
    }

    /** So many of that second are accounted for: they are in the database, as decisions or as a loss. */
    void settle(long second, int decisions) {
        WORDS.getAndAdd(words, at(second), (long) -decisions);
    }

    /** What is not accounted for, by second. */
    Map<Long, Integer> unsettled() {
        Map<Long, Integer> unsettled = new TreeMap<>();
        for (int at = 0; at < SECONDS * Long.BYTES; at += Long.BYTES) {
            long word = (long) WORDS.getVolatile(words, at);
            if ((word & COUNT) > 0) {
                unsettled.merge(word >> COUNT_BITS, (int) (word & COUNT), Integer::sum);
            }
        }
        return unsettled;
    }

    /** To the disk, so that most of it outlives a power cut too. */
    void force() {
        words.force();
    }

    /** Leaves what is not accounted for to whoever opens the file next. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int at(long second) {
        return (int) (second % SECONDS) * Long.BYTES;
    }
}
