package news.masthead.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.Command;
import news.masthead.wire.Delivery;
import news.masthead.wire.format.UnreadableWire;
import news.masthead.wire.format.Verdict;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireMessage;
import news.masthead.wire.format.WireReader;

/**
 * {@code wire parse [--root DIR] [--profiles FILE] [--agency ID] FILE...}: shows what the wire desk would read in files, one JSON line an item
 * ({@link ParsedLine}), without a database. A folder stands for all files below it, {@code -} for names on the standard input.
 */
public final class WireParse implements Command {

    private static final String HELP = """
            Prints one line of JSON for each item in the files, as the wire desk would read it.

              --root DIR        the names of files in the lines, and names that are not found here, are relative to DIR
              --profiles FILE   agencies' profiles as a JSON object by id, laid over the shipped ones
              --agency ID       whose files they are; without it each file tells
              FILE              a file, a folder for all files below it, or - for names on the standard input, a line each

            Ends with 0, with 1 if a file could not be opened, with 2 if it was called wrongly. What is no wire copy is a line too: its action is
            quarantine.""";

    @Override
    public List<String> words() {
        return List.of("wire", "parse");
    }

    @Override
    public String summary() {
        return "[--root DIR] [--profiles FILE] [--agency ID] FILE...   what the wire desk reads in files, as JSON lines";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.println("wire parse " + summary());
            out.println();
            out.println(HELP);
            out.flush();
            return 0;
        }
        try {
            return new Run(WireParseOptions.of(arguments), Clock.systemUTC().instant(), out, err).toTheEnd();
        } catch (WireParseOptions.Wrong wrong) {
            err.println(wrong.getMessage());
            err.println("wire parse " + summary());
            return 2;
        }
    }

    private record Run(WireParseOptions options, Instant now, PrintStream out, PrintStream err) {

        int toTheEnd() {
            boolean all = true;
            for (String name : (Iterable<String>) options.all()::iterator) {
                all &= named(name);
                if (out.checkError()) { // Flushes; nobody reads on, as with | head
                    return 1;
                }
            }
            return all ? 0 : 1;
        }

        /** False if anything of that name could not be opened; the others go on. */
        private boolean named(String name) {
            try {
                Path here = Path.of(name);
                Path path = Files.exists(here) ? here : options.root().resolve(name);
                if (!Files.exists(path)) {
                    return cannotOpen(name, "there is no such file");
                }
                return Files.isDirectory(path) ? below(path) : parse(path);
            } catch (InvalidPathException noName) {
                return cannotOpen(name, "no file can have that name");
            }
        }

        /** In the order of their names. */
        private boolean below(Path folder) {
            boolean all = true;
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                    all &= parse(file);
                }
                return all;
            } catch (IOException | UncheckedIOException problem) {
                return cannotOpen(folder.toString(), problem.getMessage());
            }
        }

        /** What cannot be read as wire copy is a line like any other. */
        private boolean parse(Path file) {
            try {
                if (Files.size(file) > Delivery.LARGEST) {
                    out.println(ParsedLine.unreadable(name(file), "The file is larger than 5 MB."));
                } else {
                    print(file, Files.readAllBytes(file));
                }
                return true;
            } catch (IOException problem) {
                return cannotOpen(file.toString(), problem.getMessage());
            }
        }

        private void print(Path file, byte[] bytes) {
            try {
                List<WireCopy> copies = WireReader.read(bytes, "", options.dialect(bytes));
                Optional<Verdict> doubt = options.doubt(bytes).map(Verdict::quarantine);
                for (int i = 0; i < copies.size(); i++) {
                    WireCopy copy = copies.get(i);
                    out.println(ParsedLine.of(
                            name(file), i + 1, copy, doubt.orElseGet(() -> Verdict.of(WireMessage.of(copy), now))));
                }
            } catch (UnreadableWire unreadable) {
                out.println(ParsedLine.unreadable(name(file), unreadable.getMessage()));
            }
        }

        private boolean cannotOpen(String name, String reason) {
            err.println(name + " cannot be opened: " + reason + ".");
            return false;
        }

        private String name(Path file) {
            return options.root()
                    .relativize(file.toAbsolutePath().normalize())
                    .toString()
                    .replace('\\', '/');
        }
    }
}
