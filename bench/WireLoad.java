import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Pushes wire items to a running site, each in a file of its own and with a guid of its own, and prints the seconds that took:
 * {@code java WireLoad URL TEMPLATES RUN ITEMS SENDERS}. A template is named for its agency up to the first hyphen and holds {@code @GUID@} and
 * {@code @NUMBER@} where items differ. An answer other than that the item was accepted ends the run.
 */
public final class WireLoad {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger next = new AtomicInteger();
    private final String url;
    private final List<Template> templates;
    private final String run;
    private final int items;

    private record Template(String agency, String file) {
        static Template of(Path path) {
            try {
                return new Template(path.getFileName().toString().split("-")[0], Files.readString(path));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        String item(String run, int number) {
            return file.replace("@GUID@", run + "-" + number + "@load.example").replace("@NUMBER@", run + " " + number);
        }
    }

    private WireLoad(String url, List<Template> templates, String run, int items) {
        this.url = url;
        this.templates = templates;
        this.run = run;
        this.items = items;
    }

    public static void main(String... args) throws Exception {
        try (var files = Files.list(Path.of(args[1]))) {
            var templates = files.sorted().map(Template::of).toList();
            new WireLoad(args[0], templates, args[2], Integer.parseInt(args[3])).push(Integer.parseInt(args[4]));
        }
    }

    private void push(int senders) throws Exception {
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(senders)) {
            var work = IntStream.range(0, senders).<Callable<Void>>mapToObj(sender -> this::send).toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        System.out.printf("%.3f%n", (System.nanoTime() - began) / 1e9);
    }

    private Void send() throws IOException, InterruptedException {
        for (int number = next.getAndIncrement(); number < items; number = next.getAndIncrement()) {
            var template = templates.get(number % templates.size());
            var request = HttpRequest.newBuilder(URI.create(url + "/" + template.agency()))
                    .header("Authorization", "Bearer local-" + template.agency())
                    .POST(BodyPublishers.ofString(template.item(run, number)))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 202 || !answer.body().contains("\"accepted\"")) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
        return null;
    }
}
