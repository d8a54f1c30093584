package news.masthead;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Something the program does instead of serving the site, and then ends: {@code java -jar quarkus-run.jar wire parse FILE}.
 * Main finds the providers with {@link ServiceLoader}.
 */
public interface Command {
    /** The words that name it, as {@code wire parse}. */
    List<String> words();

    /** One line for the list of commands. */
    String summary();

    /**
     * Runs to its end. Whatever goes wrong is a sentence on {@code err}.
     *
     * @param arguments what follows its words
     * @return the exit code: 0, 1 if some of the work could not be done, 2 if it was called wrongly
     */
    int run(List<String> arguments, PrintStream out, PrintStream err);

    /** All there are. */
    static List<Command> all() {
        return ServiceLoader.load(Command.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** The one whose words {@code arguments} begin with. */
    static Optional<Command> named(List<String> arguments) {
        return all().stream()
                .filter(command -> arguments.size() >= command.words().size())
                .filter(command -> arguments.subList(0, command.words().size()).equals(command.words()))
                .findFirst();
    }
}
