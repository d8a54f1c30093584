package news.masthead.wire.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 127.0.0.2 stands for the public network, 127.0.0.1 for what is inside. */
@Timeout(20)
class FetchTest {

    private FeedServer outside;
    private FeedServer inside;
    private Fetch fetch;

    @BeforeEach
    void two_servers() throws IOException {
        outside = new FeedServer("127.0.0.2", 0);
        inside = new FeedServer("127.0.0.1", outside.port());
        inside.answers("the secret of the inside");
        fetch = new Fetch(new Reach(Set.of(InetAddress.getByName("127.0.0.2")), InetAddress::getAllByName));
    }

    @AfterEach
    void no_server() throws IOException {
        fetch.close();
        outside.close();
        inside.close();
    }

    @Test
    void a_feed_is_fetched_with_what_the_server_says_of_it() throws Exception {
        outside.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=\"iso-8859-15\"");
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Thu, 26 Nov 2026 03:00:00 GMT");
            FeedServer.send(exchange, 200, "words");
        });

        Answer.Fresh fresh = assertInstanceOf(Answer.Fresh.class, get());

        assertArrayEquals("words".getBytes(StandardCharsets.UTF_8), fresh.bytes());
        assertEquals("iso-8859-15", fresh.charset());
        assertEquals(
                new Answer.Validators(outside.url().toString(), "\"v1\"", "Thu, 26 Nov 2026 03:00:00 GMT"),
                fresh.validators());
    }

    @Test
    void what_has_not_changed_is_not_sent_again() throws Exception {
        outside.answers(exchange -> {
            boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    && "yesterday".equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.sendResponseHeaders(same ? 304 : 500, -1);
        });

        assertInstanceOf(
                Answer.Unchanged.class, get(new Answer.Validators(outside.url().toString(), "\"v1\"", "yesterday")));
    }

    @Test
    void a_validator_is_for_the_address_that_gave_it_only() throws Exception {
        outside.answers(exchange -> exchange.sendResponseHeaders(
                exchange.getRequestHeaders().containsKey("If-None-Match") ? 304 : 500, -1));

        failed("HTTP 500", get(new Answer.Validators("http://elsewhere.example/", "\"v1\"", "")));
    }

    @Test
    void a_304_to_a_question_that_was_not_asked_is_no_answer() throws Exception {
        outside.answers(exchange -> exchange.sendResponseHeaders(304, -1));

        failed("HTTP 304", get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "//127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::ffff:7f00:1]:%d/",
                "http://0.0.0.0:%d/",
                "http://127.1:%d/",
                "http://2130706433:%d/",
                "http://0177.0.0.1:%d/",
                "http://0x7f.0.0.1:%d/",
                "http://127.0.0.1.:%d/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "http://10.0.0.1/",
                "http://127.0.0.2:22/",
                "http://user:secret@127.0.0.2:%d/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:%d/"
            })
    void no_redirection_leads_inside(String location) throws Exception {
        outside.redirectsTo(location.formatted(outside.port()));

        assertInstanceOf(Answer.Failed.class, get());

        assertEquals(0, inside.timesAsked());
        assertEquals(1, outside.timesAsked());
    }

    @Test
    void an_address_inside_is_not_fetched_however_it_is_configured() throws Exception {
        failed("not on the public network", fetch.get(FeedAddress.configured(inside.url()), Answer.Validators.NONE));
        assertEquals(0, inside.timesAsked());
    }

    @Test
    void a_name_is_looked_up_once_and_the_connection_is_made_to_what_was_judged() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        Reach rebinding = new Reach(
                Set.of(InetAddress.getByName("127.0.0.2")),
                host -> addresses(lookups.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.1"));
        outside.answers("from outside");
        try (Fetch fetching = new Fetch(rebinding)) {
            URI url = URI.create("http://feed.example:" + outside.port() + "/");

            Answer.Fresh fresh = assertInstanceOf(
                    Answer.Fresh.class, fetching.get(FeedAddress.configured(url), Answer.Validators.NONE));
            assertEquals("from outside", new String(fresh.bytes(), StandardCharsets.UTF_8));
            assertEquals(1, lookups.get());
            failed("not on the public network", fetching.get(FeedAddress.configured(url), Answer.Validators.NONE));
        }
        assertEquals(0, inside.timesAsked());
    }

    @Test
    void three_redirections_are_followed_and_a_fourth_is_not() throws Exception {
        outside.answers(exchange -> step(exchange, 3));
        assertInstanceOf(Answer.Fresh.class, get());

        outside.answers(exchange -> step(exchange, 4));
        failed("more than 3 times", get());
    }

    @Test
    void ten_megabytes_are_taken_and_a_byte_more_is_not() throws Exception {
        outside.answers("x".repeat(Fetch.LARGEST));
        assertInstanceOf(Answer.Fresh.class, get());

        outside.answers("x".repeat(Fetch.LARGEST + 1));
        failed("more than 10 MB", get());
    }

    @Test
    void a_gzip_bomb_is_not_unpacked_whole() throws Exception {
        outside.answers(exchange -> gzip(exchange, 500_000_000));

        failed("more than 10 MB", get());
    }

    @Test
    void what_is_compressed_is_unpacked_and_an_encoding_nobody_asked_for_is_refused() throws Exception {
        outside.answers(exchange -> gzip(exchange, 100));
        assertEquals(100, assertInstanceOf(Answer.Fresh.class, get()).bytes().length);

        outside.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            FeedServer.send(exchange, 200, "?");
        });
        failed("not asked for", get());
    }

    @Test
    void a_body_that_drips_is_given_up_after_five_seconds() throws Exception {
        outside.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 200; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                Thread.sleep(100);
            }
        });
        long start = System.nanoTime();

        failed("within 5 seconds", get());

        assertTrue(System.nanoTime() - start < Duration.ofSeconds(9).toNanos());
    }

    @Test
    void a_head_that_drips_is_given_up_too() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.2"))) {
            Thread dripping = Thread.ofVirtual().start(() -> drip(server));
            failed(
                    "within 5 seconds",
                    fetch.get(
                            FeedAddress.configured(URI.create("http://127.0.0.2:" + server.getLocalPort() + "/")),
                            Answer.Validators.NONE));
            dripping.interrupt();
        }
    }

    @Test
    void a_server_that_is_busy_says_when_to_come_again() throws Exception {
        outside.answers(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            exchange.sendResponseHeaders(429, -1);
        });

        assertEquals(
                Optional.of(Duration.ofMinutes(2)),
                assertInstanceOf(Answer.Failed.class, get()).retryAfter());
    }

    private Answer get() throws FeedAddress.Unfit {
        return get(Answer.Validators.NONE);
    }

    private Answer get(Answer.Validators validators) throws FeedAddress.Unfit {
        return fetch.get(FeedAddress.configured(outside.url()), validators);
    }

    private static void failed(String words, Answer answer) {
        String sentence = assertInstanceOf(Answer.Failed.class, answer).sentence();
        assertTrue(sentence.contains(words), sentence);
    }

    private static InetAddress[] addresses(String address) throws UnknownHostException {
        return InetAddress.getAllByName(address);
    }

    /** {@code /news.xml}, {@code /1}, {@code /2} and so on to the last, which is the feed. */
    private static void step(HttpExchange exchange, int last) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        int at = path.equals("news.xml") ? 0 : Integer.parseInt(path);
        if (at == last) {
            FeedServer.send(exchange, 200, "words");
        } else {
            exchange.getResponseHeaders().set("Location", "/" + (at + 1));
            exchange.sendResponseHeaders(307, -1);
        }
    }

    private static void gzip(HttpExchange exchange, int size) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        byte[] zeros = new byte[100];
        try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody(), 65_536)) {
            for (int sent = 0; sent < size; sent += zeros.length) {
                out.write(zeros);
            }
        }
    }

    private static void drip(ServerSocket server) {
        try (var socket = server.accept()) {
            for (byte b : ("HTTP/1.1 200 OK\r\nX-Slow: " + "x".repeat(500)).getBytes(StandardCharsets.US_ASCII)) {
                socket.getOutputStream().write(b);
                socket.getOutputStream().flush();
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
