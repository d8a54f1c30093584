package news.masthead.wire.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

    private final Reach reach = new Reach(Set.of(), InetAddress::getAllByName);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "[::1]",
                "::",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "[::ffff:10.0.0.1]",
                "::ffff:a9fe:a9fe",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "2002:7f00:1::1",
                "2001::1",
                "2001:db8::1",
                "100::1",
                "localhost",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "127.0.0.1.",
                "0",
                "1.2.3.256"
            })
    void nothing_that_is_not_public_or_not_clear_is_reached(String host) {
        assertThrows(UnknownHostException.class, () -> reach.resolve(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "[2a00:1450:4001::1]",
                "2606:4700::1111",
                "2001:4860:4860::8888"
            })
    void what_is_public_is_reached(String host) throws UnknownHostException {
        assertEquals(1, reach.resolve(host).length);
    }

    @Test
    void a_name_with_one_address_that_is_not_public_is_refused_whole() throws UnknownHostException {
        InetAddress[] both = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};

        assertThrows(Reach.Forbidden.class, () -> new Reach(Set.of(), host -> both).resolve("feed.example"));
    }

    @Test
    void an_address_that_the_operator_allows_is_reached() throws UnknownHostException {
        InetAddress inside = InetAddress.getByName("10.0.0.1");
        Reach allowing = new Reach(Set.of(inside), InetAddress::getAllByName);

        assertArrayEquals(new InetAddress[] {inside}, allowing.resolve("10.0.0.1"));
        assertThrows(Reach.Forbidden.class, () -> allowing.resolve("10.0.0.2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://feed.example/",
                "gopher://feed.example/",
                "jar:http://feed.example!/x",
                "http://user:secret@feed.example/",
                "http://user@feed.example/",
                "http:///path",
                "http://feed.example:22/",
                "https://feed.example:8443/",
                "//feed.example:25/x",
                "http://[fe80::1%25eth0]/",
                "http://feed.example\\@evil.example/",
                "http://feed .example/",
                "mailto:a@b.example",
                "https://feed.example:0/"
            })
    void no_redirection_leads_where_no_feed_may_be(String location) throws FeedAddress.Unfit {
        FeedAddress feed = FeedAddress.configured(URI.create("http://feed.example/news.xml"));

        assertThrows(FeedAddress.Unfit.class, () -> feed.redirected(location));
    }

    @Test
    void a_redirection_may_be_relative_or_to_https_and_never_back_to_http() throws FeedAddress.Unfit {
        FeedAddress feed = FeedAddress.configured(URI.create("http://feed.example:8080/news.xml"));

        assertEquals(
                "http://feed.example:8080/new.xml", feed.redirected("new.xml").shown());
        FeedAddress secret = feed.redirected("https://other.example/x?key=1");
        assertEquals("https://other.example/x", secret.shown());
        assertThrows(FeedAddress.Unfit.class, () -> secret.redirected("http://other.example/x"));
    }

    @Test
    void a_server_may_ask_for_at_most_a_day_of_rest() {
        assertEquals(Optional.of(Duration.ofSeconds(120)), RetryAfter.read("120", NOW));
        assertEquals(Optional.of(Duration.ofMinutes(10)), RetryAfter.read("Thu, 26 Nov 2026 03:10:00 GMT", NOW));
        assertEquals(Optional.of(Duration.ZERO), RetryAfter.read("Thu, 26 Nov 2026 02:10:00 GMT", NOW));
        assertEquals(Optional.of(Duration.ofHours(24)), RetryAfter.read("99999999999999999999", NOW));
        assertEquals(Optional.of(Duration.ofHours(24)), RetryAfter.read("Thu, 26 Nov 2099 02:10:00 GMT", NOW));
        for (String nonsense : new String[] {null, "", "soon", "-5", "1e3", "१२"}) {
            assertTrue(RetryAfter.read(nonsense, NOW).isEmpty(), nonsense);
        }
    }
}
