package news.masthead.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Copy;
import news.masthead.story.Illustration;
import news.masthead.story.Order;
import news.masthead.story.Pictures;
import news.masthead.story.Press;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import news.masthead.story.Withdrawals;
import news.masthead.web.Links;
import org.junit.jupiter.api.Test;

/** A story that must leave the paper, with everything that happens to it at the same time. */
@SiteTest
class KillTest {

    private static final String NOTICE = "This story has been withdrawn.";

    @Inject
    Given given;

    @Inject
    Press press;

    @Inject
    Archive archive;

    @Inject
    Pictures pictures;

    @Inject
    Withdrawals withdrawals;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Clock clock;

    @Test
    void fifty_kills_at_once_among_corrections_withholds_and_releases_end_killed_with_one_set_of_receipts()
            throws Exception {
        long id = given.aStory(AccessClass.FREE).story().id;
        List<Callable<Void>> orders = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            orders.add(order(() -> press.kill(id, NOTICE, "forged", "Meera Joshi")));
            orders.add(order(() -> given.aStory(AccessClass.FREE)));
            orders.add(order(() -> press.correct(id, copy("Corrected"), Optional.empty(), "Asha Rao")));
            orders.add(order(() -> press.withhold(id, anOrder())));
            orders.add(order(() -> press.release(id, "Asha Rao")));
        }
        Collections.shuffle(orders, ThreadLocalRandom.current());

        try (ExecutorService desks = Executors.newFixedThreadPool(32)) {
            for (Future<Void> order : desks.invokeAll(orders)) {
                order.get();
            }
        }

        assertTrue(story(id).isKilled());
        assertEquals(
                1,
                archive.versionsOf(id).stream()
                        .filter(version -> version.change.startsWith("Killed"))
                        .count());
        List<Withdrawals.Line> lines = receipts(id);
        assertEquals(
                List.of("front and sections", "pictures", "story pages"),
                lines.stream().map(Withdrawals.Line::surface).sorted().toList());
    }

    @Test
    void every_surface_gives_a_receipt_within_a_second() throws Exception {
        long id = given.aStory(AccessClass.FREE).story().id;

        press.kill(id, NOTICE, "forged", "Meera Joshi");

        var order = withdrawals.lastOf(id).orElseThrow();
        for (Withdrawals.Line line : receipts(id)) {
            Duration took = Duration.between(order.receivedAt, line.droppedAt().orElseThrow());
            assertTrue(took.compareTo(Withdrawals.BOUND) < 0, line.surface() + " took " + took);
        }
        assertEquals(0, withdrawals.missing());
    }

    @Test
    void a_page_that_was_being_made_while_the_kill_came_is_not_served() throws Exception {
        String author = UUID.randomUUID().toString();
        press.enlist(author, "Kavita Rane", "");
        long id = press.publish(by(author, "Slow presses " + author), "Meera Joshi");
        String path = path(id);

        try (ExecutorService reader = Executors.newSingleThreadExecutor();
                Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("lock table author in access exclusive mode");
            Future<Response> page = reader.submit(() -> given().get(path));
            awaitOneThatWaitsFor("author");
            press.kill(id, NOTICE, "forged", "Asha Rao");
            assertFalse(page.isDone(), "the page is still being made");
            slow.rollback();

            page.get().then().statusCode(410).body(containsString(NOTICE), not(containsString("Slow presses")));
        }
    }

    @Test
    void its_picture_goes_with_it_and_comes_back_with_a_release() throws Exception {
        String picture = pictures.add(aPicture()).id;
        long id = press.publish(illustrated(picture), "Meera Joshi");
        String address = Links.picture(picture);
        String etag = given().get(address).then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", etag).get(address).then().statusCode(304);

        press.withhold(id, anOrder());
        given().header("If-None-Match", etag).get(address).then().statusCode(404);
        press.release(id, "Asha Rao");
        given().get(address).then().statusCode(200);
        given().get(path(id)).then().body(containsString(address), containsString("A caption."));

        press.kill(id, NOTICE, "forged", "Asha Rao");
        given().get(address).then().statusCode(404);
    }

    @Test
    void a_picture_that_another_story_shows_stays() throws Exception {
        String picture = pictures.add(aPicture()).id;
        long killed = press.publish(illustrated(picture), "Meera Joshi");
        press.publish(illustrated(picture), "Meera Joshi");

        press.kill(killed, NOTICE, "forged", "Asha Rao");

        given().get(Links.picture(picture)).then().statusCode(200);
    }

    @Test
    void a_withheld_story_answers_as_a_killed_one_until_it_is_released_as_it_was() {
        Printed printed = given.aStory(AccessClass.FREE);
        String before = given().get(printed.path()).asString();

        press.withhold(printed.story().id, anOrder());
        given().get(printed.path())
                .then()
                .statusCode(410)
                .body(containsString("withheld for now"), not(containsString(Given.GATED)));
        given().get("/").then().body(not(containsString(printed.story().headline)));
        press.release(printed.story().id, "Asha Rao");

        String after =
                given().get(printed.path()).then().statusCode(200).extract().asString();
        assertTrue(after.contains(Given.GATED));
        assertEquals(body(before), body(after));
        given().get("/section/markets").then().body(containsString(printed.story().headline));
    }

    private static String body(String page) {
        return page.replaceAll("(?s).*<div class=\"body\">|</article>.*", "");
    }

    /** Both may find that the story is not what they thought; that is no failure. */
    private static Callable<Void> order(Runnable verb) {
        return () -> {
            try {
                verb.run();
            } catch (UnfitCopy late) {
                assertTrue(late.getMessage().matches(".*(withheld|killed).*"), late.getMessage());
            }
            return null;
        };
    }

    private Order anOrder() {
        return Order.ofEditor("This story is withheld for now.", "a doubt", "Asha Rao", clock.instant());
    }

    /** Of the last withdrawal, all there. */
    private List<Withdrawals.Line> receipts(long id) throws InterruptedException {
        var order = withdrawals.lastOf(id).orElseThrow();
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        List<Withdrawals.Line> lines = withdrawals.linesOf(order);
        while (lines.stream().anyMatch(line -> line.droppedAt().isEmpty()) && System.nanoTime() < until) {
            Thread.sleep(20);
            lines = withdrawals.linesOf(order);
        }
        assertFalse(lines.isEmpty());
        return lines;
    }

    private void awaitOneThatWaitsFor(String table) throws Exception {
        try (Connection connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select 1 from pg_locks where not granted and relation = cast(? as regclass)")) {
            query.setString(1, table);
            for (int look = 0; look < 250; look++) {
                if (query.executeQuery().next()) {
                    return;
                }
                Thread.sleep(20);
            }
        }
        throw new AssertionError("Nobody waits for " + table);
    }

    private Story story(long id) {
        return archive.story(id).orElseThrow();
    }

    private String path(long id) {
        return Teasers.link(story(id));
    }

    private static Copy copy(String headline) {
        return Given.copy(headline, AccessClass.FREE, Optional.empty());
    }

    private static Copy by(String author, String headline) {
        Copy plain = copy(headline);
        return new Copy(
                plain.headline(),
                plain.teaser(),
                plain.section(),
                plain.access(),
                plain.opening(),
                plain.body(),
                List.of(),
                List.of(author),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Copy illustrated(String picture) {
        Copy plain = copy("Illustrated " + UUID.randomUUID());
        return new Copy(
                plain.headline(),
                plain.teaser(),
                plain.section(),
                plain.access(),
                plain.opening(),
                plain.body(),
                List.of(),
                List.of(),
                Optional.of(new Illustration(picture, "Cranes.", "A caption.", "A photographer")),
                Optional.empty(),
                Optional.empty());
    }

    /** No other test has this one. */
    private static byte[] aPicture() throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, ThreadLocalRandom.current().nextInt(0xFFFFFF));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
