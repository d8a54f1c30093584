package news.masthead;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.bootstrap.runner.RunnerClassLoader;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Where the process begins: finds a Java that is new enough, decides between local mode and production, starts the
 * stand-ins that local mode needs, then hands over to Quarkus.
 *
 * <p>The classes of this package are compiled for Java 17, so that a machine whose {@code java} is 17 gets an answer
 * instead of an {@code UnsupportedClassVersionError}. They name no class of another room.
 */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... args) {
        if (NewerJava.isNeeded()) {
            System.exit(NewerJava.relaunch(args));
        }
        NewerJava.endWithLauncher();
        if (args.length > 0) {
            System.exit(command(List.of(args)));
        }
        if (!(Main.class.getClassLoader() instanceof RunnerClassLoader)) {
            LaunchMode.set(LaunchMode.DEVELOPMENT); // Quarkus does so later, when the settings have been read
        }
        var settings = Settings.read();
        var room = ServiceLoader.load(StandIns.class).findFirst();
        var footing = Footing.of(settings, room.isPresent());
        if (!footing.problems().isEmpty()) {
            refuse(footing.problems());
        } else if (footing.standIns().isEmpty()) {
            Quarkus.run(args);
        } else {
            runLocally(room.orElseThrow(), footing, settings, args);
        }
    }

    private static int command(List<String> arguments) {
        var command = Command.named(arguments);
        if (command.isPresent()) {
            var own = arguments.subList(command.get().words().size(), arguments.size());
            return command.get()
                    .run(own, new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8), System.err);
        }
        System.err.println("Masthead has no command \"" + String.join(" ", arguments)
                + "\". Without one it serves the site; with:");
        Command.all().forEach(one -> System.err.println("  " + String.join(" ", one.words()) + "  " + one.summary()));
        return 2;
    }

    private static void runLocally(StandIns room, Footing footing, Settings settings, String... args) {
        try (var standIns = room.start(footing.standIns(), settings.site(), settings.port())) {
            Settings.provide(standIns.settings());
            if (!settings.configured("quarkus.http.host")) {
                Settings.provide("quarkus.http.host", "127.0.0.1"); // a stand-in is for this machine alone
            }
            if (LaunchMode.current() == LaunchMode.NORMAL) {
                footing.profile().ifPresent(profile -> Settings.provide("quarkus.profile", profile));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterTheSite(standIns), "stand-ins"));
            try {
                Quarkus.run(args);
            } finally {
                Settings.withdraw();
            }
        } catch (StandIns.CannotStart problem) {
            refuse(List.of(problem.getMessage()));
        }
    }

    /** All shutdown hooks run at once; the site must be able to finish its work on its database first. */
    private static void stopAfterTheSite(StandIns.Started standIns) {
        var site = Application.currentApplication();
        if (site != null) {
            site.awaitShutdown();
        }
        standIns.stop();
    }

    private static void refuse(List<String> problems) {
        System.err.println("Masthead does not start:");
        problems.forEach(problem -> System.err.println("  - " + problem));
        System.exit(1);
    }
}
