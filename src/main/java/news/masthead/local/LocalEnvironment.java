package news.masthead.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The addresses, accounts and secrets of a local site, as shell lines in {@code data/local.env} and readably on the console. */
final class LocalEnvironment {
    static final String FILE = "local.env";

    private final Map<String, String> values = new LinkedHashMap<>();

    LocalEnvironment put(String name, Object value) {
        values.put(name, value.toString());
        return this;
    }

    LocalEnvironment putAccounts() {
        for (var account : LocalAccount.values()) {
            put(account + "_USER", account.email());
            put(account + "_PASSWORD", account.password());
        }
        return this;
    }

    void write(Path file) {
        try {
            Files.writeString(file, shellLines());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** {@code NAME='value'} lines that any POSIX shell can source. */
    String shellLines() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "='" + entry.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
    }
}
