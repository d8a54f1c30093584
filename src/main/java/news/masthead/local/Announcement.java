package news.masthead.local;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Tells on the console where everything is, once the site answers. */
@ApplicationScoped
class Announcement {
    @Inject
    LocalSettings settings;

    void tell(@ObservesAsync HttpServerStart started) throws IOException {
        if (settings.data().isPresent()) {
            System.out.println(words(settings.data().get()));
        }
    }

    static String words(Path data) throws IOException {
        var file = data.resolve(LocalEnvironment.FILE);
        return Files.readAllLines(file).stream()
                .map(line -> line.split("=", 2))
                .map(pair -> "  %-22s %s".formatted(pair[0], pair[1].substring(1, pair[1].length() - 1)))
                .collect(Collectors.joining(
                        "\n", "\nMasthead runs in local mode. For shells, all this is in " + file + ":\n", "\n"));
    }
}
