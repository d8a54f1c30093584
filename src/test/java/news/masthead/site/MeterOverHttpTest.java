package news.masthead.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.given.DatabaseOutage;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.given.Size;
import news.masthead.identity.Accounts;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import news.masthead.jobs.Broadcast;
import news.masthead.site.Browsing.Page;
import news.masthead.story.AccessClass;
import news.masthead.story.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The meter as readers, machines and people who try meet it. */
@SiteTest
class MeterOverHttpTest {

    private static final int TABS = 100;

    @Inject
    Given given;

    @Inject
    Press press;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Broadcast broadcast;

    private Browsing browsing;

    @BeforeEach
    void connect() {
        browsing = new Browsing(RestAssured.port);
    }

    @Test
    void M1_a_hundred_tabs_of_a_registered_reader_get_exactly_five_bodies() throws Exception {
        String session = "session=" + given.aReader().session();
        assertEquals(5, openedOf(session, given.stories(TABS, AccessClass.METERED)));
    }

    @Test
    void a_hundred_tabs_of_each_of_many_readers_get_exactly_three_bodies() throws Exception {
        List<Printed> stories = given.stories(TABS, AccessClass.METERED);
        int readers = Size.of(50, 1_000);
        int over = 0;
        int under = 0;
        for (int reader = 0; reader < readers; reader++) {
            String cookie = browsing.open(stories.get(reader % TABS)).cookie();
            long opened = openedOf(cookie, stories);
            over += opened > 3 ? 1 : 0;
            under += opened < 3 ? 1 : 0;
        }
        System.out.printf(
                "Meter: %,d readers with %d tabs each over HTTP, %d over the limit, %d under-served%n",
                readers, TABS, over, under);
        assertEquals(0, over);
        assertEquals(0, under);
    }

    @Test
    void M2_one_story_in_a_hundred_tabs_is_one_spend() throws Exception {
        List<Printed> stories = given.stories(3, AccessClass.METERED);
        String cookie = browsing.open(stories.get(0)).cookie();
        assertEquals(TABS, openedOf(cookie, Collections.nCopies(TABS, stories.get(1))));
        assertTrue(browsing.open(cookie, stories.get(1)).body().contains("1 of 3 free articles left"));
    }

    @Test
    void M3_a_cookie_that_is_put_back_counts_on() {
        List<Printed> stories = given.stories(5, AccessClass.METERED);
        Page first = browsing.open(stories.get(0));
        for (Printed story : stories.subList(1, 3)) {
            Page next = browsing.open(first.cookie(), story);
            assertTrue(next.isOpen());
            assertEquals(Optional.empty(), next.setCookie(), "there is but one state of it");
        }
        assertFalse(browsing.open(first.cookie(), stories.get(3)).isOpen());
        assertFalse(browsing.open(first.cookie(), stories.get(4)).isOpen());
    }

    @Test
    void M7_reading_again_and_a_second_device_are_free() {
        List<Printed> stories = given.stories(6, AccessClass.METERED);
        Person reader = given.aReader();
        Sessions.Tokens tokens = new Sessions.Tokens("", Optional.empty());
        String phone = sessions.open(
                        accounts.find(reader.account()).orElseThrow(), Set.of(Role.READER), tokens, "another device")
                .orElseThrow();
        for (Printed story : stories.subList(0, 5)) {
            for (String session : List.of(reader.session(), phone, reader.session())) {
                assertTrue(browsing.open("session=" + session, story).isOpen());
            }
        }
        assertFalse(browsing.open("session=" + phone, stories.get(5)).isOpen());
        assertFalse(browsing.open("session=" + reader.session(), stories.get(5)).isOpen());
        assertTrue(browsing.open("session=" + phone, stories.get(0)).isOpen(), "spent ones stay open");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sec-Purpose    | prefetch
            Sec-Purpose    | prefetch;prerender
            Sec-Purpose    | prefetch;anonymous-client-ip
            Purpose        | prefetch
            X-Moz          | prefetch
            Sec-Fetch-Dest | empty
            Sec-Fetch-Dest | iframe
            Sec-Fetch-Dest | image
            Sec-Fetch-Dest | script
            Sec-Fetch-Dest | serviceworker
            User-Agent     | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)
            User-Agent     | Mozilla/5.0 (compatible; bingbot/2.0)
            User-Agent     | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)
            User-Agent     | Mozilla/5.0 (compatible; ClaudeBot/1.0)
            User-Agent     | CCBot/2.0
            User-Agent     | facebookexternalhit/1.1
            User-Agent     | Twitterbot/1.0
            User-Agent     | WhatsApp/2.23.20.0
            User-Agent     | TelegramBot (like TwitterBot)
            User-Agent     | Slackbot-LinkExpanding 1.0
            User-Agent     | LinkedInBot/1.0
            User-Agent     | Mozilla/5.0 (compatible; Discordbot/2.0)
            User-Agent     | SkypeUriPreview
            """)
    void M8_who_looks_ahead_spends_nothing_and_gets_no_body(String header, String value) throws Exception {
        List<Printed> stories = given.stories(2, AccessClass.METERED);
        String cookie = browsing.open(stories.get(0)).cookie();
        String session = "session=" + given.aReader().session();
        long before = spends();
        for (String who : List.of("", cookie, session)) {
            String[] headers =
                    who.isEmpty() ? new String[] {header, value} : new String[] {header, value, "Cookie", who};
            Page page = browsing.open(stories.get(1), headers);
            assertFalse(page.isOpen());
            assertEquals(Optional.empty(), page.setCookie());
            assertEquals("", browsing.head(stories.get(1), headers).body());
        }
        assertEquals(before, spends());
    }

    @Test
    void M8_HEAD_errors_and_304_spend_nothing() throws Exception {
        Printed story = given.aStory(AccessClass.METERED);
        Printed killed = given.aStory(AccessClass.METERED);
        press.kill(killed.story().id, "This story has been withdrawn.", "it was forged", "Meera Joshi");
        String session = "session=" + given.aReader().session();
        long before = spends();
        for (String who : List.of("reader=", session)) {
            assertEquals(200, browsing.head(story, "Cookie", who).status());
            assertEquals(410, browsing.open(who, killed).status());
            assertEquals(
                    301, browsing.open(who, at(story, "/markets/", "/economy/")).status());
            assertEquals(404, browsing.open(who, at(story, ".html", ".htm")).status());
        }
        assertEquals(before, spends());
    }

    @Test
    void M8_a_page_that_costs_a_story_is_never_answered_with_nothing() {
        Printed story = given.aStory(AccessClass.METERED);
        var first = RestAssured.given().get(story.path());
        Page again = browsing.open(
                story, "Cookie", "reader=" + first.cookie("reader"), "If-None-Match", first.header("ETag"));
        assertEquals(200, again.status());
        assertTrue(again.isOpen());
    }

    @Test
    void M9_a_loop_without_a_cookie_meets_the_registration_wall_and_harms_nobody_else() throws Exception {
        Printed story = given.aStory(AccessClass.METERED);
        int reads = Size.of(200, 1_000);
        String known = browsing.openFrom("203.0.113.77", given.aStory(AccessClass.METERED))
                .cookie();
        List<Callable<Page>> loop = new ArrayList<>();
        for (int read = 0; read < reads; read++) {
            String address = "203.0.113." + read % 256;
            loop.add(() -> browsing.openFrom(address, story));
        }
        List<Page> pages = Browsing.atOnce(loop);
        long opened = pages.stream().filter(Page::isOpen).count();
        System.out.printf(
                "Network budget: a loop of %,d reads without a cookie got %d bodies over HTTP%n", reads, opened);
        assertEquals(59, opened, "60 an hour, one of them taken before");
        assertTrue(pages.stream()
                .filter(page -> !page.isOpen())
                .allMatch(page -> page.status() == 200
                        && page.body().contains("Sign up free to read this story.")
                        && page.setCookie().isEmpty()));

        assertTrue(browsing.openFrom("203.0.113.9", story, "Cookie", known).isOpen(), "who is known reads on");
        String session = "session=" + given.aReader().session();
        assertTrue(browsing.openFrom("203.0.113.9", story, "Cookie", session).isOpen());
        assertTrue(
                browsing.openFrom("203.0.113.9", given.aStory(AccessClass.FREE)).isOpen());
        assertTrue(browsing.openFrom("203.0.112.9", story).isOpen(), "the neighbour has a budget of its own");
        assertFalse(browsing.openFrom("198.51.100.1, 203.0.113.9", story).isOpen(), "the right-most hop counts");
        assertFalse(
                browsing.openFrom("203.0.113.9", story, "X-Real-IP", "198.51.100.1", "Forwarded", "for=198.51.100.1")
                        .isOpen());
    }

    @Test
    void M11_without_its_book_the_meter_stays_shut() throws Exception {
        Printed story = given.aStory(AccessClass.METERED);
        Printed spent = given.aStory(AccessClass.METERED);
        String cookie = browsing.open(spent).cookie();
        assertTrue(browsing.open(cookie, spent).isOpen());
        browsing.head(story);
        try (DatabaseOutage outage = DatabaseOutage.begin()) {
            Page page = browsing.open(cookie, story);
            assertTrue(page.status() >= 500 && !page.isOpen(), "status " + page.status());
            assertTrue(browsing.open(cookie, spent).isOpen(), "what was spent is remembered");
        }
        for (int waited = 0; !broadcast.hears() && waited < 100; waited++) {
            Thread.sleep(100);
        }
        assertTrue(browsing.open(cookie, story).isOpen(), "and all is well again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "image", "object", "embed", "empty", "frame", "audio"})
    void M12_another_site_s_page_cannot_spend_a_reader_s_stories(String destination) throws Exception {
        Printed story = given.aStory(AccessClass.METERED);
        String session = "session=" + given.aReader().session();
        long before = spends();
        Page page =
                browsing.open(story, "Cookie", session, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", destination);
        assertFalse(page.isOpen());
        assertEquals(before, spends());
    }

    @Test
    void M13_a_subscriber_adds_nothing_to_any_meter() throws Exception {
        String subscriber = "session=" + given.aSubscriber().session();
        String editor = "session=" + given.anEditor().session();
        List<Printed> stories = Stream.of(AccessClass.values())
                .map(access -> given.aStory(access))
                .toList();
        long before = spends();
        for (Printed story : stories) {
            assertTrue(browsing.open(subscriber, story).isOpen());
            assertTrue(browsing.open(editor, story).isOpen());
        }
        assertEquals(before, spends());
    }

    @Test
    void M14_a_download_that_breaks_off_is_counted_once_however_often() throws Exception {
        List<Printed> stories = given.stories(3, AccessClass.METERED);
        String cookie = browsing.open(stories.get(0)).cookie();
        long before = spends();
        for (int time = 0; time < 10; time++) {
            breakOff(stories.get(1), cookie);
        }
        assertEquals(before + 1, spends());
        assertTrue(browsing.open(cookie, stories.get(1)).body().contains("1 of 3 free articles left"));
    }

    @Test
    void M15_a_story_that_becomes_premium_is_closed_for_who_spent_on_it_and_for_all_others() {
        List<Printed> stories = given.stories(2, AccessClass.METERED);
        String cookie = browsing.open(stories.get(0)).cookie();
        press.correct(
                stories.get(0).story().id,
                Given.copy(stories.get(0).story().headline, AccessClass.PREMIUM, Optional.empty()),
                Optional.empty(),
                "Meera Joshi");
        assertFalse(browsing.open(cookie, stories.get(0)).isOpen());
        assertFalse(browsing.open(stories.get(0)).isOpen());
        assertTrue(browsing.open(cookie, stories.get(1)).body().contains("1 of 3 free articles left"));
    }

    /** A tenth of the page is read, and then the connection is reset. */
    private static void breakOff(Printed story, String cookie) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setReceiveBufferSize(1_024);
            socket.setSoLinger(true, 0);
            String request = "GET " + story.path() + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            String head = new String(in.readNBytes(1_000), StandardCharsets.ISO_8859_1);
            assertTrue(head.startsWith("HTTP/1.1 200 "), head);
        }
    }

    private long openedOf(String cookie, List<Printed> stories) throws Exception {
        List<Callable<Page>> tabs = stories.stream()
                .map(story -> (Callable<Page>) () -> browsing.open(cookie, story))
                .toList();
        List<Page> pages = Browsing.atOnce(tabs);
        assertTrue(pages.stream().allMatch(page -> page.status() == 200));
        return pages.stream().filter(Page::isOpen).count();
    }

    private static Printed at(Printed story, String of, String other) {
        return new Printed(story.story(), story.path().replace(of, other));
    }

    private long spends() throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select count(*) + coalesce(sum(cardinality(stories)), 0) from meter")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
