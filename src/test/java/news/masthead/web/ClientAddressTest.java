package news.masthead.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On real connections from 127.0.0.1, which is a proxy of ours for one of the servers and anybody for the other. */
class ClientAddressTest {

    private static Vertx vertx;
    private static int open;
    private static int behindProxies;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() throws Exception {
        vertx = Vertx.vertx();
        open = serve(new ClientAddress(Optional.empty(), false));
        behindProxies =
                serve(new ClientAddress(Optional.of(List.of("127.0.0.0/8", "192.0.2.0/28", "2001:db8::7")), true));
    }

    @AfterAll
    static void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "X-Forwarded",
                "X-Real-IP",
                "True-Client-IP",
                "CF-Connecting-IP",
                "CF-Connecting-IPv6",
                "Fastly-Client-IP",
                "Fly-Client-IP",
                "X-Client-IP",
                "Client-IP",
                "X-Cluster-Client-IP",
                "X-Originating-IP",
                "X-Remote-IP",
                "X-Remote-Addr",
                "X-Azure-ClientIP",
                "X-Appengine-User-IP",
                "X-ProxyUser-Ip",
                "Forwarded-For",
                "X-Original-Forwarded-For",
                "X-Forwarded-Trusted-Proxy"
            })
    void without_a_proxy_no_header_changes_it(String header) throws Exception {
        assertEquals("127.0.0.1", ask(open, header, "203.0.113.9"));
        if (!header.equals("X-Forwarded-For")) {
            assertEquals("127.0.0.1", ask(behindProxies, header, "203.0.113.9"), "our proxies speak one language");
        }
    }

    @Test
    void the_standard_s_header_does_not_either() throws Exception {
        assertEquals("127.0.0.1", ask(open, "Forwarded", "for=203.0.113.9;proto=https"));
        assertEquals("127.0.0.1", ask(behindProxies, "Forwarded", "for=203.0.113.9;proto=https"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.9                            | 203.0.113.9
            6.6.6.6, 203.0.113.9                   | 203.0.113.9
            6.6.6.6, 203.0.113.9, 192.0.2.3        | 203.0.113.9
            192.0.2.3, 203.0.113.9, 192.0.2.3      | 203.0.113.9
            6.6.6.6,203.0.113.9,2001:db8::7        | 203.0.113.9
            203.0.113.9:51234                      | 203.0.113.9
            ::ffff:203.0.113.9                     | 203.0.113.9
            2001:db8:9::1                          | 2001:db8:9:0:0:0:0:1
            [2001:db8:9::1]:443                    | 2001:db8:9:0:0:0:0:1
            6.6.6.6, unknown                       | 127.0.0.1
            6.6.6.6, _hidden, 192.0.2.3            | 192.0.2.3
            6.6.6.6,                               | 127.0.0.1
            evil.example                           | 127.0.0.1
            192.0.2.3                              | 192.0.2.3
            """)
    void behind_ours_the_right_most_hop_that_is_none_of_ours_counts(String written, String client) throws Exception {
        assertEquals(client, ask(behindProxies, "X-Forwarded-For", written));
    }

    @Test
    void several_headers_are_one_list() throws Exception {
        assertEquals(
                "203.0.113.9",
                ask(behindProxies, "X-Forwarded-For", "6.6.6.6", "X-Forwarded-For", "203.0.113.9, 192.0.2.3"));
    }

    @Test
    void a_proxy_that_is_no_address_stops_the_start_with_a_sentence() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new ClientAddress(Optional.of(List.of("10.0.0.0/8", "proxy.example")), true));
        assertTrue(refusal.getMessage().contains("\"proxy.example\" is no network"), refusal.getMessage());
    }

    private static int serve(ClientAddress address) throws Exception {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(
                        request -> request.response().end(address.of(request).getHostAddress()));
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    private String ask(int port, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .headers(headers)
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
