package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import news.masthead.jobs.RecurringJob;

/**
 * Takes the files that agencies drop by FTP or by hand. A file is taken when its size and its time stood still between two looks, then it moves
 * to {@code .done} beside it, or to {@code .error} if it cannot be read. What cannot be read while it is fresh is taken for a transfer that
 * stalled and left alone for a while. A file that cannot be kept stays where it is and is tried again.
 */
@ApplicationScoped
class DropFolder implements RecurringJob {

    private static final Duration STANDS_STILL = Duration.ofSeconds(2);
    private static final Duration A_TRANSFER_STALLS = Duration.ofMinutes(2);
    private static final int HASH_IN_NAME = 12;

    /** So many in a row, and it is not the files. */
    private static final int MOST_FAILURES = 3;

    /** The times of files are the machine's, wherever the site's own clock was moved to. */
    private final Clock machine = Clock.systemUTC();

    @Inject
    WireSettings settings;

    @Inject
    Agencies agencies;

    @Inject
    WireDesk desk;

    @Inject
    Transports transports;

    private final Map<Path, Look> lastLook = new ConcurrentHashMap<>();

    /** How often in a row a file could not be taken; those come last. */
    private final Map<Path, Integer> failures = new ConcurrentHashMap<>();

    private record Look(long size, FileTime changed) {

        static Look at(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Look(now.size(), now.lastModifiedTime());
        }

        boolean isFresh(Instant now) {
            return now.isBefore(changed.toInstant().plus(A_TRANSFER_STALLS));
        }
    }

    @Override
    public String name() {
        return "wire-drop-folder";
    }

    @Override
    public Duration pause() {
        return STANDS_STILL;
    }

    @Override
    public void run() {
        settings.dropFolder().ifPresent(this::look);
    }

    void look(Path folder) {
        agencies.all().keySet().forEach(source -> lookInto(folder.resolve(source), source));
    }

    private void lookInto(Path folder, String source) {
        Transports.Line line = new Transports.Line(Transports.Kind.FOLDER, source, "");
        try {
            Shelf.prepare(folder);
            String problem = emptied(folder, source);
            if (problem.isEmpty()) {
                transports.worked(line);
            } else {
                transports.failed(line, problem);
            }
        } catch (IOException | RuntimeException closed) {
            transports.failed(line, "The folder cannot be used; nothing is taken from it: " + closed);
        }
    }

    /**
     * Takes what stands still. One bad file stops no other.
     *
     * @return what went wrong, in a sentence; empty for nothing
     */
    private String emptied(Path folder, String source) throws IOException {
        List<Path> files = files(folder);
        forgetAllBut(files, folder);
        String problem = "";
        int inARow = 0;
        for (Path file : files) {
            try {
                problem = standsStill(file) ? take(file, source).orElse(problem) : problem;
                inARow = 0;
            } catch (IOException | RuntimeException failure) {
                problem = file.getFileName() + " could not be taken; it is tried again: " + failure;
                failures.merge(file, 1, Integer::sum);
                inARow++;
            }
            if (inARow == MOST_FAILURES) {
                break;
            }
        }
        return problem;
    }

    private void forgetAllBut(List<Path> files, Path folder) {
        lastLook.keySet().removeIf(path -> path.getParent().equals(folder) && !files.contains(path));
        failures.keySet().removeIf(path -> path.getParent().equals(folder) && !files.contains(path));
    }

    /** Plain files only; a link could lead anywhere, and a dot hides what is still being sent. */
    private List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted(Comparator.<Path>comparingInt(file -> failures.getOrDefault(file, 0))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private boolean standsStill(Path file) throws IOException {
        Look look = Look.at(file);
        return look.equals(lastLook.put(file, look));
    }

    private Optional<String> take(Path file, String source) throws IOException {
        byte[] bytes = bytes(file);
        if (bytes.length > Delivery.LARGEST) {
            put(file, Shelf.ERROR, "too-large");
            return Optional.of(
                    file.getFileName() + " is larger than 5 MB and was not taken; it lies in " + Shelf.ERROR);
        }
        Delivery delivery = new Delivery(bytes, "", "drop", file.getFileName().toString());
        if (Look.at(file).isFresh(machine.instant()) && !desk.couldRead(source, delivery)) {
            return Optional.empty();
        }
        Receipt receipt = desk.accept(source, delivery);
        put(file, receipt.wasRead() ? Shelf.DONE : Shelf.ERROR, receipt.file().substring(0, HASH_IN_NAME));
        return Optional.empty();
    }

    /** Never through a link that took the file's place meanwhile, and never more than tells that it is too large. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(Delivery.LARGEST + 1);
        }
    }

    private void put(Path file, String folder, String mark) throws IOException {
        Shelf.put(file, folder, mark);
        lastLook.remove(file);
        failures.remove(file);
    }
}
