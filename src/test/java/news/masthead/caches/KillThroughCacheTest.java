package news.masthead.caches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.given.Size;
import news.masthead.story.AccessClass;
import news.masthead.story.Press;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A killed story that nginx holds, and a site that is silent behind it. */
@SiteTest
class KillThroughCacheTest {

    private static final String NOTICE = "This story has been withdrawn.";
    private static final long BOUND_MILLIS = 1_000;

    @Inject
    Given given;

    @Inject
    Press press;

    @Inject
    Site site;

    private Line line;
    private Nginx nginx;

    @BeforeEach
    void open() {
        line = Line.to(site.url().getPort());
        nginx = Nginx.start(line.port());
    }

    @AfterEach
    void close() {
        nginx.close();
        line.close();
    }

    @Test
    void is_gone_within_a_second_from_its_page_and_from_the_lists() throws Exception {
        long worst = 0;
        for (int time = 0; time < Size.of(6, 30); time++) {
            worst = Math.max(worst, lastSeenAfterItsKill(time));
        }
        System.out.println(
                "killed story: seen through nginx for at most " + worst + " ms after the order was carried out");
        assertTrue(worst <= BOUND_MILLIS, worst + " ms");
    }

    @Test
    void the_first_who_comes_some_time_after_a_kill_is_told() {
        Printed story = given.aStory(AccessClass.FREE);
        anybody().get(story.path());
        anybody().get("/section/markets");
        press.kill(story.story().id, NOTICE, "forged", "Meera Joshi");
        Seconds.awaitBegin();
        Seconds.awaitBegin();
        assertEquals(410, anybody().get(story.path()).status());
        assertFalse(anybody().get("/section/markets").says(story.story().headline));
    }

    @Test
    void does_not_come_back_when_the_site_is_silent_once_somebody_was_told() {
        Printed story = given.aStory(AccessClass.FREE);
        assertTrue(anybody().get(story.path()).says(Given.GATED));
        press.kill(story.story().id, NOTICE, "forged", "Meera Joshi");
        Seconds.awaitBegin();
        Answer told = anybody().get(story.path());
        assertEquals(410, told.status());
        line.cut();
        Seconds.awaitBegin();
        Answer old = anybody().get(story.path());
        assertEquals(410, old.status());
        assertEquals("stale", old.header("X-Degraded"));
        assertTrue(old.says(NOTICE));
        assertFalse(old.says(Given.GATED));
    }

    @Test
    void a_silent_site_leaves_the_anonymous_pages_and_says_that_they_are_old() {
        Printed free = given.aStory(AccessClass.FREE);
        Printed premium = given.aStory(AccessClass.PREMIUM);
        Visitor subscriber = anybody().cookie("session", given.aSubscriber().session());
        Answer page = anybody().get(free.path());
        anybody().get(premium.path());
        assertTrue(subscriber.get(premium.path()).says(Given.GATED));

        line.cut();
        Seconds.awaitBegin();

        Answer old = anybody().get(free.path());
        assertEquals(200, old.status());
        assertEquals("stale", old.header("X-Degraded"));
        assertEquals(page.text(), old.text());
        assertEquals(200, anybody().get(free.path() + "?utm_source=mail").status());
        Answer theirs = subscriber.get(premium.path());
        assertEquals(200, theirs.status());
        assertEquals("stale", theirs.header("X-Degraded"));
        assertFalse(theirs.says(Given.GATED));
        assertEquals("", theirs.header("Set-Cookie"));
        unreachable(subscriber.get("/account"));
        unreachable(anybody().get(given.aStory(AccessClass.FREE).path()));
        unreachable(anybody().send("POST", "/subscribe", ""));

        line.mend();
        assertTrue(subscriber.get(premium.path()).says(Given.GATED));
        assertEquals("", anybody().get(free.path()).header("X-Degraded"));
    }

    @Test
    void a_site_that_hangs_is_given_five_seconds() {
        Printed free = given.aStory(AccessClass.FREE);
        anybody().get(free.path());
        line.hang();
        Seconds.awaitBegin();
        long began = System.nanoTime();
        Answer old = anybody().get(free.path());
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        assertEquals("stale", old.header("X-Degraded"));
        assertTrue(old.says(Given.GATED));
        assertTrue(seconds < 8, seconds + " s");
    }

    private void unreachable(Answer answer) {
        assertEquals(503, answer.status());
        assertTrue(answer.says("Please try again in a minute"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    }

    /** In milliseconds; negative where it was gone before the order returned. */
    private long lastSeenAfterItsKill(int time) throws Exception {
        Printed story = given.aStory(AccessClass.FREE);
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<Long> lastSeen = reader.submit(() -> watch(story));
            // Anywhere in the second that nginx keeps a page for
            Thread.sleep(300 + time * 137L % 1_000);
            press.kill(story.story().id, NOTICE, "forged", "Meera Joshi");
            long carriedOut = System.nanoTime();
            return TimeUnit.NANOSECONDS.toMillis(lastSeen.get() - carriedOut);
        }
    }

    /** Looks again and again; when the story was last seen. */
    private long watch(Printed story) {
        long seen = System.nanoTime();
        long until = seen + TimeUnit.SECONDS.toNanos(4);
        while (System.nanoTime() < until) {
            Answer page = anybody().get(story.path());
            Answer list = anybody().get("/section/markets");
            if (page.status() == 200 || list.says(story.story().headline)) {
                seen = System.nanoTime();
            }
        }
        return seen;
    }

    private Visitor anybody() {
        return Visitor.to(nginx.port());
    }
}
