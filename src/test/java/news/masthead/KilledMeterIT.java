package news.masthead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import news.masthead.given.Size;
import org.junit.jupiter.api.Test;

/**
 * Readers who open stories while the power fails again and again. Whatever a reader was shown is spent afterwards, and read again for nothing; and
 * nobody has been given more than the limit.
 */
class KilledMeterIT {

    private static final int KILLS = Size.of(3, 25);
    private static final int SPENDS_BETWEEN = Size.of(60, 200);
    private static final int LIMIT = 3;
    private static final int STORIES = 6;
    private static final int READERS_AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String GATED = "Kanarienvogel";
    private static final Map<String, String> TOKEN =
            Map.of("MASTHEAD_EDITOR_API_TOKEN", "a token of at least thirty-two characters");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<Served> served = new ConcurrentLinkedQueue<>();
    private final AtomicInteger shown = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    /** Whom the site has met, and which stories it has shown to the end. */
    private record Served(String cookie, Set<URI> stories) {}

    @Test
    void no_spend_that_a_reader_saw_is_lost_however_often_the_process_is_killed() throws Exception {
        var data = LocalSite.emptyData("killed-meter");
        var port = LocalSite.anyFreePort();
        var site = LocalSite.startBare(data, port, TOKEN);
        ExecutorService readers = Executors.newFixedThreadPool(READERS_AT_ONCE);
        try {
            List<URI> stories = publish(port);
            IntStream.range(0, READERS_AT_ONCE).forEach(reader -> readers.submit(() -> read(stories)));
            for (int kill = 1; kill <= KILLS; kill++) {
                awaitShown(kill * SPENDS_BETWEEN);
                Thread.sleep(RandomGenerator.getDefault().nextInt(50));
                site.kill();
                site = LocalSite.startBare(data, port, TOKEN);
            }
            over.set(true);
            readers.shutdown();
            assertTrue(readers.awaitTermination(1, TimeUnit.MINUTES));
            check(stories);
        } finally {
            over.set(true);
            readers.shutdownNow();
            site.close();
        }
    }

    private void check(List<URI> stories) throws Exception {
        int spends = 0;
        int lost = 0;
        int tooMany = 0;
        for (Served reader : served) {
            for (URI story : reader.stories) {
                spends++;
                lost += isOpen(ask(story, reader.cookie)) ? 0 : 1;
            }
            int open = 0;
            for (URI story : stories) {
                open += isOpen(ask(story, reader.cookie)) ? 1 : 0;
            }
            tooMany += open > LIMIT ? 1 : 0;
        }
        System.out.printf(
                "Meter: %d readers, %d spends, %d kills -9, %d spends lost, %d readers over the limit%n",
                served.size(), spends, KILLS, lost, tooMany);
        assertTrue(spends >= KILLS * SPENDS_BETWEEN);
        assertEquals(0, lost);
        assertEquals(0, tooMany);
    }

    /** One reader after the other, each until the limit or until the site is gone. */
    private void read(List<URI> stories) {
        while (!over.get()) {
            List<URI> chosen = new ArrayList<>(stories);
            Collections.shuffle(chosen);
            try {
                HttpResponse<String> first = ask(chosen.get(0), "");
                if (!isOpen(first)) {
                    pause();
                    continue;
                }
                String cookie =
                        first.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
                Served reader = new Served(cookie, Collections.synchronizedSet(new HashSet<>(chosen.subList(0, 1))));
                served.add(reader);
                shown.incrementAndGet();
                for (URI story : chosen.subList(1, LIMIT)) {
                    if (isOpen(ask(story, cookie))) {
                        reader.stories.add(story);
                        shown.incrementAndGet();
                    }
                }
            } catch (IOException gone) {
                pause();
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private HttpResponse<String> ask(URI story, String cookie) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(story).timeout(Duration.ofSeconds(20)).header("Cookie", cookie);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static boolean isOpen(HttpResponse<String> page) {
        return page.statusCode() == 200 && page.body().contains(GATED);
    }

    private List<URI> publish(int port) throws Exception {
        List<URI> stories = new ArrayList<>();
        for (int number = 0; number < STORIES; number++) {
            var story = """
                    {"headline": "Harbour cranes stand still %d", "section": "markets", "access": "metered",
                     "teaser": "Dock workers stayed at home.",
                     "body": "<p>Mumbai: Dock workers stayed at home on Monday.</p><p>Ships waited.</p><p>%s sang.</p>"}
                    """.formatted(number, GATED);
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/stories"))
                    .header("Authorization", "Bearer " + TOKEN.get("MASTHEAD_EDITOR_API_TOKEN"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(story))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertEquals(201, answer.statusCode(), answer.body());
            stories.add(URI.create(answer.headers().firstValue("Location").orElseThrow()));
        }
        return stories;
    }

    private void awaitShown(int wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (shown.get() < wanted) {
            assertTrue(System.nanoTime() < deadline, shown.get() + " of " + wanted + " stories are shown");
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
