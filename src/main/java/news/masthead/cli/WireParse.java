package news.masthead.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import news.masthead.Command;
import news.masthead.wire.Delivery;
import news.masthead.wire.format.UnreadableWire;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireReader;

/**
 * {@code wire parse [--root DIR] [--profiles FILE] [--agency ID] FILE...}: shows what the wire desk would read in files, one JSON line an item
 * ({@link ParsedLine}), without a database. A folder stands for all files below it, {@code -} for names on the standard input.
 */
public final class WireParse implements Command {

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
        try {
            return new Run(WireParseOptions.of(arguments), out, err).toTheEnd();
        } catch (WireParseOptions.Wrong wrong) {
            err.println(wrong.getMessage());
            err.println("wire parse " + summary());
            return 2;
        }
    }

    private record Run(WireParseOptions options, PrintStream out, PrintStream err) {

        int toTheEnd() {
            boolean all = true;
            try (Stream<Path> files = options.files()) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    all &= parse(file);
                }
            }
            out.flush();
            return all && !out.checkError() ? 0 : 1;
        }

        /** False for a file that is not there; one that cannot be read as wire copy is a line like any other. */
        private boolean parse(Path file) {
            try {
                if (Files.size(file) > Delivery.LARGEST) {
                    out.println(ParsedLine.unreadable(name(file), "The file is larger than 5 MB."));
                    return true;
                }
                List<WireCopy> copies = WireReader.read(Files.readAllBytes(file), "", options.dialect());
                for (int i = 0; i < copies.size(); i++) {
                    out.println(ParsedLine.of(
                            name(file), i + 1, copies.get(i), Clock.systemUTC().instant()));
                }
                return true;
            } catch (UnreadableWire unreadable) {
                out.println(ParsedLine.unreadable(name(file), unreadable.getMessage()));
                return true;
            } catch (IOException problem) {
                err.println(file + " cannot be opened: " + problem.getMessage());
                return false;
            }
        }

        private String name(Path file) {
            return options.root()
                    .relativize(file.toAbsolutePath().normalize())
                    .toString()
                    .replace('\\', '/');
        }
    }
}
