package news.masthead.caches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.story.AccessClass;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody asks in an odd way just before an ordinary reader does: the reader gets, byte for byte, what came before (web cache poisoning). */
@SiteTest
class CachePoisoningTest {

    private static final String EVIL = "evil.example";

    private static final List<String> HEADERS = List.of(
            "X-Forwarded-Host: " + EVIL,
            "X-Forwarded-Server: " + EVIL,
            "X-Forwarded-Proto: http",
            "X-Forwarded-Proto: " + EVIL,
            "X-Forwarded-Scheme: nothttps",
            "X-Forwarded-Ssl: off",
            "X-Forwarded-Port: 1337",
            "X-Forwarded-Prefix: /" + EVIL,
            "X-Forwarded-Path: /desk",
            "X-Forwarded-Uri: /desk",
            "X-Forwarded-For: 66.249.66.1",
            "X-Forwarded-For: 127.0.0.1, " + EVIL,
            "X-Forwarded: for=127.0.0.1;host=" + EVIL,
            "Forwarded: for=127.0.0.1;host=" + EVIL + ";proto=http",
            "X-Real-IP: 127.0.0.1",
            "X-Client-IP: 127.0.0.1",
            "X-Cluster-Client-IP: 127.0.0.1",
            "X-Remote-IP: 127.0.0.1",
            "X-Remote-Addr: 127.0.0.1",
            "X-Originating-IP: 127.0.0.1",
            "True-Client-IP: 127.0.0.1",
            "CF-Connecting-IP: 127.0.0.1",
            "Fastly-Client-IP: 127.0.0.1",
            "Client-IP: 127.0.0.1",
            "Via: 1.1 " + EVIL,
            "X-Host: " + EVIL,
            "X-Original-Host: " + EVIL,
            "X-HTTP-Host-Override: " + EVIL,
            "X-Backend-Host: " + EVIL,
            "X-Original-URL: /desk",
            "X-Rewrite-URL: /account",
            "X-Override-URL: /account",
            "X-HTTP-DestinationURL: http://" + EVIL + "/",
            "Destination: http://" + EVIL + "/",
            "Base-Url: http://" + EVIL + "/",
            "Request-Uri: /desk",
            "X-HTTP-Method-Override: POST",
            "X-HTTP-Method: DELETE",
            "X-Method-Override: HEAD",
            "X-Accel-Redirect: /desk",
            "X-Accel-Expires: 86400",
            "X-Sendfile: /etc/passwd",
            "X-Wap-Profile: http://" + EVIL + "/wap.xml",
            "X-Entitlement: subscriber",
            "X-Paywall-Result: ALLOW",
            "X-User-Id: 1",
            "X-Preview: true",
            "X-Requested-With: XMLHttpRequest",
            "X-Amz-Website-Redirect-Location: http://" + EVIL,
            "X-Timer: S1",
            "Surrogate-Capability: " + EVIL + "=ESI/1.0",
            "Surrogate-Control: max-age=86400",
            "Cache-Control: no-cache, max-age=0, no-transform",
            "Pragma: akamai-x-get-cache-key",
            "Accept: application/json",
            "Accept: " + EVIL,
            "Accept-Language: xx-evil",
            "Accept-Charset: utf-7",
            "Accept-Encoding: identity",
            "Accept-Encoding: gzip;q=0, evil",
            "Authorization: Basic ZXZpbDpldmls",
            "Authorization: Bearer " + EVIL,
            "Content-Type: application/x-www-form-urlencoded",
            "Origin: http://" + EVIL,
            "Referer: http://" + EVIL + "/",
            "User-Agent: Googlebot/2.1",
            "User-Agent: <script>" + EVIL + "</script>",
            "Cookie: reader=" + EVIL,
            "Cookie: lang=" + EVIL + "; theme=" + EVIL,
            "Cookie: session=" + EVIL,
            "Cookie: gift=" + EVIL,
            "Sec-Purpose: prefetch;prerender",
            "Sec-Fetch-Dest: iframe",
            "Sec-Fetch-Site: cross-site",
            "Range: bytes=0-9",
            "If-None-Match: *",
            "If-Match: \"evil\"",
            "If-Modified-Since: Thu, 26 Nov 2037 00:00:00 GMT",
            "If-Range: \"evil\"",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
            "Expect: 100-continue",
            "TE: trailers",
            "Max-Forwards: 0",
            "Traceparent: 00-evil",
            "X-Huge: " + "e".repeat(7_000),
            "X-Too-Huge: " + "e".repeat(9_000),
            "X_Forwarded_Host: " + EVIL,
            "X-Tab:\t" + EVIL,
            "X-Nothing:",
            "Bad Name: " + EVIL,
            "X-Bad-Value: \u0001" + EVIL);

    @Inject
    Given given;

    @Inject
    Site site;

    private Nginx nginx;

    /** A way to ask for a page. */
    private record Odd(String name, Function<String, Answer> ask) {}

    @BeforeEach
    void open() {
        nginx = Nginx.start(site.url().getPort());
    }

    @AfterEach
    void close() {
        nginx.close();
    }

    @Test
    void no_odd_request_changes_what_the_next_reader_gets() throws IOException {
        List<String> pages = List.of(
                "/",
                "/section/markets",
                "/section/markets?page=2",
                "/robots.txt",
                "/assets/css/base.css",
                "/nowhere",
                "/subscribe",
                given.aStory(AccessClass.FREE).path(),
                given.aStory(AccessClass.PREMIUM).path());
        List<Odd> odd = Stream.concat(headers(), shapes()).toList();
        List<String> poisoned = new ArrayList<>();
        int kept = 0;
        for (String page : pages) {
            // As it comes through, and as it comes from memory: the pieces may be cut differently
            Set<String> baseline = Stream.of(page, page)
                    .map(asked -> reader().get(asked).withoutDate())
                    .collect(Collectors.toSet());
            for (Odd way : odd) {
                nginx.forget();
                way.ask.apply(page);
                kept += nginx.kept() > 0 ? 1 : 0;
                if (!baseline.contains(reader().get(page).withoutDate())) {
                    poisoned.add(page + " after " + way.name);
                }
            }
        }
        System.out.printf(
                "cache poisoning: %d odd requests for each of %d pages; what %d of them were given was kept%n",
                odd.size(), pages.size(), kept);
        assertTrue(kept > odd.size(), "somebody's answer was kept for the next: " + kept);
        assertEquals(List.of(), poisoned);
    }

    private Stream<Odd> headers() {
        return HEADERS.stream()
                .map(line -> new Odd(line, page -> reader().with(line).get(page)));
    }

    private Stream<Odd> shapes() {
        return Stream.of(
                new Odd("another host", page -> reader().with("Host: " + EVIL).get(page)),
                new Odd(
                        "a host with a port",
                        page -> reader().with("Host: localhost:1337").get(page)),
                new Odd(
                        "a host in capitals",
                        page -> reader().with("Host: LOCALHOST").get(page)),
                new Odd(
                        "a host with a dot",
                        page -> reader().with("Host: localhost.").get(page)),
                new Odd(
                        "two hosts",
                        page -> reader().with("Host: localhost")
                                .with("Host: " + EVIL)
                                .get(page)),
                new Odd(
                        "no host",
                        page -> Visitor.to(nginx.port()).raw("GET " + page + " HTTP/1.1\r\nConnection: close\r\n\r\n")),
                new Odd("HTTP/1.0", page -> Visitor.to(nginx.port()).raw("GET " + page + " HTTP/1.0\r\n\r\n")),
                new Odd("HTTP/0.9", page -> Visitor.to(nginx.port()).raw("GET " + page + "\r\n")),
                new Odd("a whole address", page -> reader().get("http://" + EVIL + page)),
                new Odd("a whole address here", page -> reader().get("http://localhost" + page)),
                new Odd("a body", page -> reader().with("Content-Length: 6").send("GET", page, "page=9")),
                new Odd(
                        "a body in pieces",
                        page -> reader().with("Transfer-Encoding: chunked")
                                .send("GET", page, "6\r\npage=9\r\n0\r\n\r\n")),
                new Odd(
                        "two lengths",
                        page -> reader().with("Content-Length: 0")
                                .with("Transfer-Encoding: chunked")
                                .send("GET", page, "0\r\n\r\n")),
                new Odd(
                        "a parameter",
                        page -> reader().get(page + (page.contains("?") ? "&" : "?") + "utm_source=" + EVIL)),
                new Odd(
                        "a parameter twice",
                        page -> reader().get(page + (page.contains("?") ? "&" : "?") + "page=2&page=3")),
                new Odd("HEAD", page -> reader().head(page)),
                new Odd("OPTIONS", page -> reader().send("OPTIONS", page, "")),
                new Odd("TRACE", page -> reader().send("TRACE", page, "")),
                new Odd("POST", page -> reader().send("POST", page, "")),
                new Odd("PUT", page -> reader().send("PUT", page, "")),
                new Odd("get", page -> reader().send("get", page, "")),
                new Odd("PURGE", page -> reader().send("PURGE", page, "")));
    }

    private Visitor reader() {
        return Visitor.to(nginx.port());
    }
}
