package news.masthead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import news.masthead.given.Size;
import org.junit.jupiter.api.Test;

/**
 * An agency that keeps sending while the power fails again and again: what it sent is there once, whatever answer it got and whatever it never
 * heard. Nine of ten items are pushed until they are acknowledged; every tenth is left in the drop folder and never looked after again.
 */
class KilledIngestIT {

    private static final int ITEMS = Size.of(500, 5_000);
    private static final int KILLS = Size.of(5, 50);
    private static final int SENDERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String GUID = "tag:meridianwire.example,2011:newsml_MW4T0001";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void nothing_is_lost_or_doubled_however_often_the_process_is_killed() throws Exception {
        var data = LocalSite.emptyData("killed-ingest");
        var port = LocalSite.anyFreePort();
        var story = Files.readString(Path.of("src/test/resources/wire/newsml-g2-story.xml"));
        var site = LocalSite.startBare(data, port);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            var pushed = URI.create("http://localhost:" + port + "/wire/meridian");
            var dropped = data.resolve("drop/meridian");
            IntStream.range(0, SENDERS).forEach(sender -> senders.submit(() -> send(story, pushed, dropped)));
            for (int kills = 1; kills <= KILLS; kills++) {
                awaitAcknowledged(kills * (ITEMS * 9 / 10) / (KILLS + 1));
                Thread.sleep(RandomGenerator.getDefault().nextInt(50));
                site.kill();
                site = LocalSite.startBare(data, port);
            }
            awaitAcknowledged(ITEMS * 9 / 10);
            awaitRead(data);
            System.out.printf(
                    "Wire ingest: %d items, %d kills -9, %d sent again although they were kept%n",
                    ITEMS, KILLS, number(data, "select count(*) from wire_file where arrivals > 1"));
            assertEquals(ITEMS, number(data, "select count(*) from wire_item"), "items, each once");
            assertEquals(ITEMS, number(data, "select count(distinct guid) from wire_item"), "none is lost");
            assertEquals(ITEMS, number(data, "select count(*) from wire_outcome where outcome = 'ACCEPTED'"));
            assertEquals(0, number(data, "select count(*) from wire_outcome where outcome <> 'ACCEPTED'"));
        } finally {
            over.set(true);
            senders.shutdownNow();
            site.close();
        }
    }

    private void send(String story, URI pushed, Path dropped) {
        for (int number = next.getAndIncrement(); number < ITEMS; number = next.getAndIncrement()) {
            var file = story.replace(GUID, GUID + "-" + number);
            if (number % 10 == 0) {
                drop(dropped, number, file);
            } else {
                push(pushed, file);
            }
        }
    }

    private void push(URI pushed, String file) {
        var request = HttpRequest.newBuilder(pushed)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer local-meridian")
                .POST(BodyPublishers.ofString(file))
                .build();
        while (!over.get()) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 202) {
                    acknowledged.incrementAndGet();
                    return;
                }
                Thread.sleep(20);
            } catch (IOException noAnswer) {
                pause();
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    /** As an agency's FTP client does: written under a hidden name, then renamed. */
    private static void drop(Path folder, int number, String file) {
        try {
            Files.createDirectories(folder);
            var hidden = Files.writeString(folder.resolve("." + number), file);
            Files.move(hidden, folder.resolve(number + ".xml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }

    private void awaitAcknowledged(int wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged.get() < wanted) {
            assertTrue(System.nanoTime() < deadline, acknowledged.get() + " of " + wanted + " are acknowledged");
            pause();
        }
    }

    private static void awaitRead(Path data) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number(data, "select count(*) from wire_file where read_at is not null") < ITEMS) {
            assertTrue(System.nanoTime() < deadline, "every file is read to its end");
            pause();
        }
    }

    private static long number(Path data, String question) throws IOException, SQLException {
        try (var connection = LocalSite.database(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
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
