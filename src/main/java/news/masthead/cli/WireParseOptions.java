package news.masthead.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.masthead.wire.format.Dialect;

/**
 * How {@code wire parse} was called.
 *
 * @param root what the names in the lines are relative to; absolute
 * @param names as they were typed
 */
record WireParseOptions(Path root, Dialect dialect, List<String> names) {

    /** The message says what is wrong with the call. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence);
        }
    }

    static WireParseOptions of(List<String> arguments) {
        Path root = Path.of("");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--root" -> root = Path.of(valueOf(arguments, i++));
                case String option
                when option.startsWith("--") -> throw new Wrong("There is no option " + option + ".");
                case String name -> names.add(name);
            }
        }
        if (names.isEmpty()) {
            throw new Wrong("Name at least one file.");
        }
        return new WireParseOptions(root.toAbsolutePath().normalize(), ANY, names);
    }

    private static final Dialect ANY = new Dialect(
            List.of("Reuters", "AFP", "AP", "dpa", "IANS", "PTI", "ANI", "AAP", "Kyodo"),
            ZoneOffset.UTC,
            "",
            Optional.of(Pattern.compile(
                    "--\\s*IANS(\\s+[a-z/]{2,20})?|PTI( [A-Z]{2,4}){1,4}|[a-z]{2,3}(/[a-z]{2,3}){1,4}")));

    private static String valueOf(List<String> arguments, int option) {
        if (option + 1 >= arguments.size()) {
            throw new Wrong(arguments.get(option) + " needs a value.");
        }
        return arguments.get(option + 1);
    }

    /** Every file that is named, in order; a folder's by name. */
    Stream<Path> files() {
        return names.stream()
                .flatMap(name -> name.equals("-") ? standardInput() : Stream.of(name))
                .map(this::found)
                .flatMap(WireParseOptions::filesIn);
    }

    private static Stream<String> standardInput() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines();
    }

    private Path found(String name) {
        Path here = Path.of(name);
        return Files.exists(here) ? here : root.resolve(name);
    }

    private static Stream<Path> filesIn(Path path) {
        try {
            return Files.isDirectory(path)
                    ? Files.walk(path).filter(Files::isRegularFile).sorted()
                    : Stream.of(path);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
