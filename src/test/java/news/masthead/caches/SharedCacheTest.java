package news.masthead.caches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.story.AccessClass;
import news.masthead.story.Press;
import news.masthead.web.Links;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real nginx with our configuration keeps for others, and what it does not. */
@SiteTest
class SharedCacheTest {

    @Inject
    Given given;

    @Inject
    Press press;

    @Inject
    Site site;

    @Inject
    Origin origin;

    private Nginx nginx;

    @BeforeEach
    void open() {
        nginx = Nginx.start(site.url().getPort());
    }

    @AfterEach
    void close() {
        nginx.close();
    }

    @Test
    void asks_for_what_is_the_same_for_everybody_once_in_a_second() {
        Printed free = given.aStory(AccessClass.FREE);
        Printed premium = given.aStory(AccessClass.PREMIUM);
        for (String path : List.of("/", "/section/markets", "/robots.txt", free.path(), premium.path())) {
            assertEquals(1, withinASecond(() -> {
                Answer first = anybody().get(path);
                assertEquals(200, first.status(), path);
                assertEquals(first.withoutDate(), anybody().get(path).withoutDate());
                assertEquals(
                        first.text(),
                        anybody().cookie("reader", "somebody").get(path).text());
                assertEquals("", first.header("X-Accel-Expires"), "that is between the site and nginx");
            }));
        }
    }

    @Test
    void gives_a_free_story_whole_and_of_a_premium_one_the_free_part() {
        Printed free = given.aStory(AccessClass.FREE);
        Printed premium = given.aStory(AccessClass.PREMIUM);
        for (int visit = 0; visit < 2; visit++) {
            assertTrue(anybody().get(free.path()).says(Given.GATED));
            assertFalse(anybody().get(premium.path()).says(Given.GATED));
            assertTrue(anybody().get(premium.path()).says("Subscribe to read the full story"));
        }
    }

    @Test
    void counts_every_reading_of_a_metered_story_and_keeps_none() throws IOException {
        List<Printed> stories = given.stories(4, AccessClass.METERED);
        Answer first = anybody().get(stories.getFirst().path());
        assertTrue(first.says("2 of 3 free articles left"));
        String reader = first.header("Set-Cookie").replaceAll("reader=([^;]+);.*", "$1");
        for (Printed story : stories.subList(1, 3)) {
            assertTrue(anybody().cookie("reader", reader).get(story.path()).says(Given.GATED));
        }
        Printed last = stories.getLast();
        assertFalse(anybody().cookie("reader", reader).get(last.path()).says(Given.GATED));
        Answer another = anybody().get(last.path());
        assertTrue(another.says("2 of 3 free articles left"), "somebody's wall is not everybody's");
        assertFalse(another.header("Set-Cookie").contains(reader));
        assertEquals(0, nginx.kept());
    }

    @Test
    void forgets_the_words_of_a_story_that_is_not_free_any_more() {
        Printed story = given.aStory(AccessClass.FREE);
        assertTrue(anybody().get(story.path()).says(Given.GATED));
        press.correct(
                story.story().id,
                Given.copy(story.story().headline, AccessClass.METERED, Optional.empty()),
                Optional.empty(),
                "Meera Joshi");
        Seconds.awaitBegin();
        Answer peek = anybody().with("Sec-Purpose: prefetch").get(story.path());
        assertEquals(503, peek.status());
        assertFalse(peek.says(Given.GATED));
        assertTrue(anybody().get(story.path()).says("2 of 3 free articles left"));
    }

    @Test
    void spends_nothing_on_a_head_and_gives_the_next_reader_the_story() {
        Printed story = given.aStory(AccessClass.METERED);
        Answer head = anybody().head(story.path());
        assertEquals(200, head.status());
        assertEquals("", head.header("Set-Cookie"));
        assertEquals("", head.text());
        assertTrue(anybody().get(story.path()).says(Given.GATED));

        Printed free = given.aStory(AccessClass.FREE);
        assertEquals(200, anybody().head(free.path()).status());
        assertTrue(anybody().get(free.path()).says(Given.GATED), "a head is not kept in the page's place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "__Host-session", "gift", "__Host-gift", "SESSION", "\tsession", "\"session\""})
    void neither_gives_nor_takes_where_a_reader_may_be_somebody(String cookie) throws IOException {
        Printed story = given.aStory(AccessClass.FREE);
        Function<Visitor, Answer> visit = visitor -> visitor.cookie(cookie, "x").get(story.path());
        assertEquals(2, withinASecond(() -> {
            visit.apply(anybody());
            visit.apply(anybody());
        }));
        assertEquals(0, nginx.kept());
        assertEquals(2, withinASecond(() -> {
            anybody().get(story.path());
            visit.apply(anybody());
        }));
    }

    @ParameterizedTest
    @EnumSource(AccessClass.class)
    void never_gives_a_subscribers_page_to_anybody_else_nor_the_other_way_round(AccessClass access) throws IOException {
        Printed story = given.aStory(access);
        Visitor subscriber = anybody().cookie("session", given.aSubscriber().session());
        Answer theirs = subscriber.get(story.path());
        assertTrue(theirs.says(Given.GATED) && theirs.says(Links.ACCOUNT));
        Answer mine = anybody().get(story.path());
        assertFalse(mine.says("href=\"" + Links.ACCOUNT + "\""), "an anonymous page offers no account");
        assertEquals(access == AccessClass.PREMIUM, !mine.says(Given.GATED));
        assertEquals(theirs.text(), subscriber.get(story.path()).text());
        if (access != AccessClass.FREE) {
            assertFalse(nginx.holds(Given.GATED));
        }
    }

    @Test
    void keeps_nothing_of_desk_account_and_log_in_and_no_cookie() throws IOException {
        Visitor editor = anybody().cookie("session", given.anEditor().session());
        for (String path : List.of("/desk", "/desk/stories", "/account", "/subscribe", "/login", "/logout")) {
            editor.get(path);
            anybody().get(path);
            anybody().get(path);
        }
        for (Printed story : given.stories(5, AccessClass.METERED)) {
            assertTrue(anybody().get(story.path()).header("Set-Cookie").startsWith("reader="));
        }
        assertEquals(0, nginx.kept());
        assertFalse(nginx.holds("Set-Cookie"));
    }

    @Test
    void knows_pages_again_and_gives_no_part_of_one() {
        Printed story = given.aStory(AccessClass.PREMIUM);
        Answer whole = anybody().get(story.path());
        Visitor again = anybody().with("If-None-Match: " + whole.header("ETag"));
        assertEquals(304, again.get(story.path()).status());
        Visitor signedIn = anybody().cookie("session", given.aReader().session());
        String theirs = signedIn.get(story.path()).header("ETag");
        assertEquals(
                304, signedIn.with("If-None-Match: " + theirs).get(story.path()).status());
        Answer ranged = anybody().with("Range: bytes=0-99").get(story.path());
        assertEquals(200, ranged.status());
        assertEquals(whole.text(), ranged.text());
        assertEquals(200, anybody().get(story.path()).status(), "a 304 takes no page's place");
    }

    @Test
    void asks_the_site_for_each_query_it_does_not_know() throws IOException {
        assertEquals(2, withinASecond(() -> {
            anybody().get("/?utm_source=a");
            anybody().get("/?utm_source=a");
        }));
        assertEquals(0, nginx.kept());
        anybody().get("/section/markets?page=2");
        assertEquals(1, nginx.kept());
    }

    @Test
    void keeps_the_files_of_the_release() throws IOException {
        assertEquals(1, withinASecond(() -> {
            assertEquals(200, anybody().get("/assets/css/base.css").status());
            assertEquals(200, anybody().get("/assets/css/base.css").status());
        }));
        assertEquals(404, anybody().get("/assets/css/none.css").status());
        assertEquals(1, nginx.kept());
    }

    @Test
    void keeps_no_fault() throws IOException {
        for (String path :
                List.of("/section/nowhere", "/article/markets/nothing.html", "/nowhere", "/section/markets?page=0")) {
            assertEquals(404, anybody().get(path).status());
        }
        anybody().send("POST", "/", "");
        assertEquals(0, nginx.kept());
    }

    /** How often the site is asked, where all of it happens within one second of the clock. */
    private int withinASecond(Runnable visits) {
        for (int attempt = 0; attempt < 5; attempt++) {
            Seconds.awaitBegin();
            long second = Seconds.now();
            int asked = origin.during(visits).size();
            if (Seconds.now() == second) {
                return asked;
            }
        }
        throw new AssertionError("This machine is too slow to visit twice within a second");
    }

    private Visitor anybody() {
        return Visitor.to(nginx.port());
    }
}
