package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import news.masthead.jobs.RecurringJob;
import org.jboss.logging.Logger;

/**
 * Takes the files that agencies drop by FTP or by hand. A file is taken when its size and its time stood still between two looks, then it moves
 * to {@code .done} beside it, or to {@code .error} if it cannot be read.
 */
@ApplicationScoped
class DropFolder implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(DropFolder.class);
    private static final Duration STANDS_STILL = Duration.ofSeconds(2);
    private static final int HASH_IN_NAME = 12;

    @Inject
    WireSettings settings;

    @Inject
    Agencies agencies;

    @Inject
    WireDesk desk;

    private final Map<Path, Look> lastLook = new ConcurrentHashMap<>();

    private record Look(long size, FileTime changed) {}

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
        try {
            Files.createDirectories(folder);
            List<Path> files = files(folder);
            lastLook.keySet().removeIf(path -> path.getParent().equals(folder) && !files.contains(path));
            for (Path file : files) {
                if (standsStill(file)) {
                    take(file, source);
                }
            }
        } catch (IOException | RuntimeException again) {
            LOG.warnf(again, "The drop folder of %s could not be emptied; it is tried again", source);
        }
    }

    /** Plain files only; a link could lead anywhere, and a dot hides what is still being sent. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private boolean standsStill(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Look look = new Look(now.size(), now.lastModifiedTime());
        return look.equals(lastLook.put(file, look));
    }

    private void take(Path file, String source) throws IOException {
        if (Files.size(file) > Delivery.LARGEST) {
            LOG.errorf("%s from %s is larger than 5 MB and was not taken", file.getFileName(), source);
            move(file, ".error", "too-large");
            return;
        }
        Receipt receipt = desk.accept(
                source,
                new Delivery(
                        Files.readAllBytes(file), "", "drop", file.getFileName().toString()));
        move(file, receipt.wasRead() ? ".done" : ".error", receipt.file().substring(0, HASH_IN_NAME));
    }

    private void move(Path file, String folder, String mark) throws IOException {
        Path target = Files.createDirectories(file.resolveSibling(folder)).resolve(mark + "-" + file.getFileName());
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        lastLook.remove(file);
    }
}
