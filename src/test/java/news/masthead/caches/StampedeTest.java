package news.masthead.caches;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Together;
import news.masthead.story.AccessClass;
import news.masthead.web.Site;
import org.junit.jupiter.api.Test;

/** Two hundred readers at the same instant, before nginx holds anything. */
@SiteTest
class StampedeTest {

    private static final int READERS = 200;

    @Inject
    Given given;

    @Inject
    Site site;

    @Inject
    Origin origin;

    @Test
    void of_readers_of_the_front_page_few_get_through_to_the_site() throws Exception {
        long asked = stampede("/");
        assertTrue(asked <= READERS / 4, asked + " got through");
    }

    @Test
    void of_readers_of_a_free_story_all_are_answered_at_once() throws Exception {
        stampede(given.aStory(AccessClass.FREE).path());
    }

    private long stampede(String path) throws Exception {
        try (Nginx nginx = Nginx.start(site.url().getPort())) {
            CountDownLatch gathered = new CountDownLatch(READERS);
            AtomicInteger next = new AtomicInteger();
            long[] millis = new long[READERS];
            int asked = origin.during(() -> {
                        try {
                            Together.of(READERS, () -> {
                                gathered.countDown();
                                gathered.await();
                                long began = System.nanoTime();
                                assertTrue(Visitor.to(nginx.port()).get(path).status() == 200);
                                millis[next.getAndIncrement()] =
                                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                                return null;
                            });
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .size();
            Arrays.sort(millis);
            System.out.printf(
                    "stampede of %d readers at %s: %d asked the site, p50 %d ms, slowest %d ms%n",
                    READERS, path, asked, millis[READERS / 2], millis[READERS - 1]);
            return asked;
        }
    }
}
