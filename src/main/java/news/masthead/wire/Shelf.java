package news.masthead.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a drop folder keeps what was taken from it, as evidence: nothing on it is ever written over. */
final class Shelf {

    static final String DONE = ".done";
    static final String ERROR = ".error";

    private static final int LONGEST_NAME = 240;
    private static final int START_KEPT = 13;

    private Shelf() {}

    /**
     * Makes the folder with its shelf, before anything is taken that could then not be put away.
     *
     * @throws IOException if it cannot be made or written to
     */
    static void prepare(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(DONE));
        Files.createDirectories(folder.resolve(ERROR));
        for (Path needed : new Path[] {folder, folder.resolve(DONE), folder.resolve(ERROR)}) {
            if (!Files.isWritable(needed)) {
                throw new FileSystemException(needed.toString(), null, "not writable for this process");
            }
        }
    }

    /** Moves a file to the shelf beside it, under its own name after a mark, and a number where that is taken. */
    static void put(Path file, String shelf, String mark) throws IOException {
        String name = shortened(mark + "-" + file.getFileName());
        Path target = file.resolveSibling(shelf).resolve(name);
        for (int number = 2; !moved(file, target); number++) {
            target = target.resolveSibling(number + "-" + name);
        }
    }

    private static boolean moved(Path file, Path target) throws IOException {
        try {
            Files.move(file, target);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    /** File systems take 255 bytes; mark and ending are kept. */
    private static String shortened(String name) {
        String kept = name;
        while (kept.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            kept = kept.substring(0, START_KEPT) + kept.substring(START_KEPT + 1);
        }
        return kept;
    }
}
