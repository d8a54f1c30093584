package news.masthead.wire.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.masthead.SiteTest;
import news.masthead.wire.Feed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SiteTest
class FeedsTest {

    private static final int ITEMS = 50;

    @Inject
    Feeds feeds;

    @Inject
    Clock clock;

    @Inject
    Rows rows;

    private final String id = UUID.randomUUID().toString();

    private FeedServer server;
    private Fetch fetch;

    @BeforeEach
    void a_server() throws IOException {
        server = new FeedServer("127.0.0.2", 0);
        fetch = new Fetch(new Reach(Set.of(InetAddress.getByName("127.0.0.2")), InetAddress::getAllByName));
    }

    @AfterEach
    void no_server() throws IOException {
        fetch.close();
        server.close();
    }

    @Test
    void a_changed_item_is_a_new_version_of_that_item_and_all_others_end_as_duplicates() throws Exception {
        server.answers(rss(0));
        look();
        assertEquals(List.of("50 ACCEPTED"), outcomes());

        server.answers(rss(17));
        look();

        assertEquals(List.of("49 DUPLICATE", "51 ACCEPTED"), outcomes());
        assertEquals(List.of("1 SUPERSEDED", "50 NEW"), standings());
        assertEquals(
                List.of("NEW", "SUPERSEDED"),
                rows.query("select standing from wire_item where guid like ? order by 1", "%" + id + "-17"));
    }

    @Test
    void bytes_that_did_not_change_change_nothing() throws Exception {
        server.answers(rss(0));

        look();
        look();

        assertEquals(2, server.timesAsked());
        assertEquals(List.of("50 ACCEPTED"), outcomes());
        assertEquals(List.of("1"), rows.query("select arrivals from wire_file where name = ?", shown()));
    }

    @Test
    void the_server_is_asked_only_for_what_is_newer_than_what_was_kept() throws Exception {
        server.answers(exchange -> {
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            FeedServer.send(exchange, known ? 304 : 200, known ? "" : rss(0));
        });

        try (AutoCloseable refused = rows.refusing(shown())) {
            look();
            assertEquals(List.of(), cursor("etag"));
            assertTrue(error().contains("could not be kept"), error());
        }
        look();
        assertEquals(List.of("\"v1\""), cursor("etag"));
        assertEquals(List.of("50 ACCEPTED"), outcomes());
        look();

        assertEquals(3, server.timesAsked());
        assertEquals(List.of("0"), cursor("failures"));
    }

    @Test
    void garbage_lies_in_quarantine_and_the_next_good_answer_is_taken() throws Exception {
        server.answers("<html><body>Maintenance " + id);
        look();
        assertEquals(List.of("1 QUARANTINED"), outcomes());
        assertTrue(error().contains("quarantine"), error());
        assertEquals(List.of("1"), cursor("failures"));

        server.answers(rss(0));
        look();

        assertEquals(List.of("1 QUARANTINED", "50 ACCEPTED"), outcomes());
        assertEquals(List.of("0"), cursor("failures"));
    }

    @Test
    void what_came_back_well_after_a_failure_is_no_failure() throws Exception {
        server.answers(rss(0));
        look();
        server.answers(exchange -> exchange.sendResponseHeaders(500, -1));
        look();
        server.answers(rss(0));

        look();

        assertEquals(List.of("0"), cursor("failures"));
        assertEquals(List.of("50 ACCEPTED"), outcomes());
    }

    @Test
    void a_server_that_wants_rest_gets_it() throws Exception {
        server.answers(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7200");
            exchange.sendResponseHeaders(503, -1);
        });
        Instant before = clock.instant();

        look();
        look();

        assertEquals(1, server.timesAsked());
        assertTrue(!nextAt().isBefore(before.plus(Duration.ofHours(2))), nextAt().toString());
    }

    @Test
    void a_feed_that_fails_is_asked_ever_more_seldom_but_every_hour_or_so() throws Exception {
        server.answers(exchange -> exchange.sendResponseHeaders(500, -1));
        Duration last = Duration.ofMinutes(1);
        for (int failure = 1; failure <= 9; failure++) {
            Instant before = clock.instant();
            feeds.look("cpa", new Every(server.url(), Duration.ofMinutes(1)), fetch);
            Duration pause = Duration.between(before, nextAt());
            assertTrue(pause.compareTo(last.multipliedBy(9).dividedBy(10)) > 0, failure + " waits " + pause);
            assertTrue(pause.compareTo(Duration.ofMinutes(67)) < 0, failure + " waits " + pause);
            last = pause.compareTo(Duration.ofMinutes(50)) > 0
                    ? Duration.ofMinutes(50)
                    : pause.multipliedBy(3).dividedBy(2);
            rows.run("update wire_feed set next_at = now() - interval '1 second' where url = '" + server.url() + "'");
        }
        assertEquals(9, server.timesAsked());
    }

    @Test
    void a_feed_that_cannot_be_fetched_at_all_is_told_of() throws Exception {
        String ftp = "ftp://user:secret@feed.example/" + id;

        feeds.look("cpa", new Every(URI.create(ftp), Duration.ZERO), fetch);

        assertEquals(
                List.of("It cannot be fetched: an address that is neither http: nor https:."),
                rows.query("select error from wire_transport where name = ?", "ftp://feed.example/" + id));
    }

    private void look() {
        feeds.look("cpa", new Every(server.url(), Duration.ZERO), fetch);
    }

    /** The address, which is the name of the files that come from it. */
    private String shown() {
        return server.url().toString();
    }

    private List<String> outcomes() throws SQLException {
        return rows.query("""
                select count(*) || ' ' || outcome from wire_outcome o
                join wire_file f on f.source = o.source and f.hash = o.file_hash
                where f.name = ? group by outcome order by 1""", shown());
    }

    private List<String> standings() throws SQLException {
        return rows.query("""
                select count(*) || ' ' || standing from wire_item
                where guid like ? group by standing order by 1""", "%" + id + "%");
    }

    private List<String> cursor(String column) throws SQLException {
        return rows.query("select " + column + " from wire_feed where url = ?", shown());
    }

    private Instant nextAt() throws SQLException {
        return Instant.ofEpochMilli(Long.parseLong(
                cursor("floor(extract(epoch from next_at) * 1000)::bigint").getFirst()));
    }

    private String error() throws SQLException {
        return rows.query("select error from wire_transport where name = ?", shown())
                .getFirst();
    }

    /**
     * @param changed number of the item whose words are others than at first; 0 for none
     */
    private String rss(int changed) {
        return IntStream.rangeClosed(1, ITEMS)
                .mapToObj(number -> """
                        <item><guid isPermaLink="false">%1$s-%2$d</guid><title>Pier %2$d of %1$s opens</title>
                        <pubDate>Thu, 26 Nov 2026 02:%2$02d:00 GMT</pubDate>
                        <description>Pier %2$d was opened on Thursday%3$s.</description></item>""".formatted(id, number, number == changed ? ", and closed again" : ""))
                .collect(Collectors.joining(
                        "\n",
                        "<rss version=\"2.0\"><channel><title>Coastal</title><link>https://cpa.example/</link>"
                                + "<description>Piers</description>",
                        "</channel></rss>"));
    }

    private record Every(URI url, Duration pause) implements Feed {}
}
