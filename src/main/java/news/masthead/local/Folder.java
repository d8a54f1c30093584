package news.masthead.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Whole folders, copied and deleted. */
final class Folder {
    private Folder() {}

    /** Deletes it with all that it holds; nothing happens where it is absent. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Copies it over {@code target}; what is only there stays. */
    static void copy(Path folder, Path target) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.toList()) {
                var copy = target.resolve(folder.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
