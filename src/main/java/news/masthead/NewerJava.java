package news.masthead;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the same program under a newer Java of this machine when the running one is too old for it. */
final class NewerJava {
    private static final int OLDEST = 21;

    /** Tells the relaunched process who started it. */
    private static final String LAUNCHER = "news.masthead.launcher";

    private static final Pattern JDK_HOME = Pattern.compile("<jdkHome>\\s*([^<]+?)\\s*</jdkHome>");

    private NewerJava() {}

    /** @param release its feature release, such as 25 */
    record Jdk(Path home, int release) {
        /** Long-term support comes every two years: 21, 25, 29. https://www.oracle.com/java/technologies/java-se-support-roadmap.html */
        boolean isLongTerm() {
            return (release - OLDEST) % 4 == 0;
        }

        Path java() {
            return home.resolve("bin/java");
        }

        static Optional<Jdk> at(Path home) {
            var facts = new Properties();
            try (InputStream file = Files.newInputStream(home.resolve("release"))) {
                facts.load(file);
                var version = facts.getProperty("JAVA_VERSION", "").replace("\"", "");
                var jdk = new Jdk(home, Runtime.Version.parse(version).feature());
                return Files.isExecutable(jdk.java()) ? Optional.of(jdk) : Optional.empty();
            } catch (IOException | IllegalArgumentException notAJdk) {
                return Optional.empty();
            }
        }
    }

    static boolean isNeeded() {
        return Runtime.version().feature() < OLDEST;
    }

    /** The newest long-term release that is new enough, else the newest of the others. */
    static Optional<Jdk> best(Stream<Path> homes) {
        return homes.map(Jdk::at)
                .flatMap(Optional::stream)
                .filter(jdk -> jdk.release() >= OLDEST)
                .max(Comparator.comparing(Jdk::isLongTerm).thenComparing(Jdk::release));
    }

    /** Runs to the end of the relaunched process and returns its exit code; 1 where there is no newer Java. */
    static int relaunch(String... args) {
        var best = best(homes());
        if (best.isEmpty()) {
            System.err.println("Masthead needs Java " + OLDEST + " or newer: this is Java "
                    + Runtime.version().feature() + ", and no newer one was found on this machine.");
            return 1;
        }
        try {
            return await(
                    new ProcessBuilder(command(best.get(), args)).inheritIO().start());
        } catch (IOException problem) {
            System.err.println(
                    "Masthead could not be started with " + best.get().java() + ": " + problem.getMessage());
            return 1;
        }
    }

    /** In a relaunched process: ends it when its launcher is gone, however that one died. */
    static void endWithLauncher() {
        var launcher = Long.getLong(LAUNCHER);
        if (launcher != null) {
            ProcessHandle.of(launcher)
                    .ifPresentOrElse(process -> process.onExit().thenRun(() -> System.exit(1)), () -> System.exit(1));
        }
    }

    private static int await(Process child) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            child.destroy();
            waitFor(child);
        }));
        return waitFor(child);
    }

    private static int waitFor(Process child) {
        try {
            return child.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static List<String> command(Jdk jdk, String... args) {
        var command = new ArrayList<String>();
        command.add(jdk.java().toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib:jdwp")) // its port is taken by this process
                .forEach(command::add);
        command.add("-D" + LAUNCHER + "=" + ProcessHandle.current().pid());
        command.add("-jar");
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(args));
        return command;
    }

    private static Stream<Path> homes() {
        var home = Path.of(System.getProperty("user.home"));
        var named =
                Stream.of(System.getenv("JAVA_HOME")).filter(Objects::nonNull).map(Path::of);
        var folders = Stream.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/usr/java"),
                Path.of("/opt"),
                Path.of("/opt/java"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                home.resolve("Library/Java/JavaVirtualMachines"),
                home.resolve(".sdkman/candidates/java"),
                home.resolve(".jdks"),
                home.resolve(".gradle/jdks"),
                home.resolve(".asdf/installs/java"),
                home.resolve(".local/share/mise/installs/java"));
        return Stream.of(named, folders.flatMap(NewerJava::within), toolchains(home.resolve(".m2/toolchains.xml")))
                .flatMap(paths -> paths);
    }

    /** https://maven.apache.org/guides/mini/guide-using-toolchains.html */
    private static Stream<Path> toolchains(Path file) {
        try {
            return JDK_HOME.matcher(Files.readString(file)).results().map(found -> Path.of(found.group(1)));
        } catch (IOException | InvalidPathException absent) {
            return Stream.empty();
        }
    }

    private static Stream<Path> within(Path folder) {
        try (var children = Files.list(folder)) {
            return children.flatMap(child -> Stream.of(child, child.resolve("Contents/Home"))).toList().stream();
        } catch (IOException absent) {
            return Stream.empty();
        }
    }
}
