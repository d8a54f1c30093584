package news.masthead.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.wire.Agency;
import news.masthead.wire.Profiles;
import news.masthead.wire.format.Dialect;

/**
 * How {@code wire parse} was called.
 *
 * @param root what the names in the lines are relative to; absolute
 * @param agency whose files they all are; none to tell it from each file
 * @param names as they were typed
 */
record WireParseOptions(Path root, Profiles profiles, Optional<Agency> agency, List<String> names) {

    /** The message says what is wrong with the call. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence);
        }
    }

    static WireParseOptions of(List<String> arguments) {
        Path root = Path.of("");
        Optional<String> profiles = Optional.empty();
        Optional<String> agency = Optional.empty();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--root" -> root = path(valueOf(arguments, i++));
                case "--profiles" -> profiles = Optional.of(valueOf(arguments, i++));
                case "--agency" -> agency = Optional.of(valueOf(arguments, i++));
                case String option
                when option.startsWith("-") && option.length() > 1 ->
                    throw new Wrong("There is no option " + option + ".");
                case String name -> names.add(name);
            }
        }
        if (names.isEmpty()) {
            throw new Wrong("Name at least one file.");
        }
        Profiles known = profiles(profiles);
        return new WireParseOptions(
                root.toAbsolutePath().normalize(), known, agency.map(id -> agency(known, id)), names);
    }

    private static String valueOf(List<String> arguments, int option) {
        if (option + 1 >= arguments.size()) {
            throw new Wrong(arguments.get(option) + " needs a value.");
        }
        return arguments.get(option + 1);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            throw new Wrong("No file can be called " + name + ".");
        }
    }

    private static Profiles profiles(Optional<String> file) {
        try {
            Profiles shipped = Profiles.shipped();
            return file.isEmpty() ? shipped : shipped.with(path(file.get()));
        } catch (IOException notThere) {
            throw new Wrong("The file of profiles " + file.orElse("") + " cannot be opened.");
        } catch (IllegalArgumentException wrong) {
            throw new Wrong(wrong.getMessage());
        }
    }

    private static Agency agency(Profiles profiles, String id) {
        return profiles.find(id)
                .orElseThrow(() -> new Wrong("There is no agency " + id + "; there are "
                        + String.join(", ", profiles.ids().stream().sorted().toList()) + "."));
    }

    /** How to read a file: as the agency does whose it is. */
    Dialect dialect(byte[] file) {
        return agency.map(Agency::dialect).orElseGet(() -> profiles.dialectOf(file));
    }

    /** Why nothing in a file may be used, whatever it is; none for an agency that the caller vouches for. */
    Optional<String> doubt(byte[] file) {
        return agency.isPresent() ? Optional.empty() : profiles.doubtOf(file);
    }

    /** Every name, those on the standard input among them. */
    Stream<String> all() {
        return names.stream().flatMap(name -> name.equals("-") ? standardInput() : Stream.of(name));
    }

    private static Stream<String> standardInput() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines();
    }
}
