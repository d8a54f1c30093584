package news.masthead.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is tried, one to a line, in {@code src/test/resources/probe}; lines that begin with a hash are notes. */
final class Lists {

    private Lists() {}

    static List<String> of(String name) {
        try (InputStream in = Lists.class.getResourceAsStream("/probe/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
