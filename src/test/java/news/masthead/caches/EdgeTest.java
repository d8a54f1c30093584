package news.masthead.caches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nginx refuses, rewrites and takes away before the site hears of it. */
@SiteTest
class EdgeTest {

    private static final Pattern READ_BY_NAME =
            Pattern.compile("(?:getHeader(?:String)?|HeaderParam)\\(\"([A-Za-z-]+)\"");
    private static final Pattern READ_BY_CONSTANT =
            Pattern.compile("(?:request\\.getHeader(?:String)?|HeaderParam)\\(HttpHeaders\\.([A-Z_]+)");
    private static final Pattern SAID = Pattern.compile("says\\(\"([A-Za-z-]+)\"");

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
    void answers_for_its_own_host_alone() {
        for (String host : List.of("evil.example", "127.0.0.1", "localhost.evil.example", "")) {
            assertEquals(0, reader().with("Host: " + host).get("/").status() % 400, host);
        }
        assertEquals(200, reader().get("/").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/",
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/metrics",
                "/q/dev-ui",
                "//q/health",
                "/./q/metrics",
                "/%71/health",
                "/q%2fhealth",
                "/q/%68ealth",
                "/desk/../q/metrics",
                "/desk/..%2fq/metrics",
                "/assets/../q/health",
                "/assets/..%2f..%2fq/health",
                "/q;x/health",
                "/q/;x/health",
                "/q/health;x",
                "/Q/health",
                "/q\\health",
                "/q/metrics?x=1",
                "/q//metrics",
                "/article/..;/q/health",
                "/q/../q/health",
                "/section/%2e%2e/q/metrics",
                "/%2e/q/health",
                "/robots.txt/../q/health"
            })
    void the_operators_door_is_not_here(String path) {
        Answer answer = reader().get(path);
        assertTrue(answer.status() == 404 || answer.status() == 400, path + ": " + answer.status());
        assertFalse(answer.says("checks") || answer.says("http_server_requests"));
    }

    @Test
    void passes_on_what_the_site_reads_and_nothing_else() {
        Map<String, String> heard = heard(reader().with("X-Forwarded-For: 66.249.66.1")
                .with("X-Forwarded-Host: evil.example")
                .with("X-Forwarded-Prefix: /evil")
                .with("X-Original-URL: /desk")
                .with("X-HTTP-Method-Override: POST")
                .with("Forwarded: for=1.2.3.4")
                .with("User-Agent: Somebody")
                .with("Cookie: a=1")
                .with("Cookie: b=2")
                .with("Proxy: http://evil.example"));
        assertEquals("127.0.0.1", heard.get("X-Forwarded-For"));
        assertEquals("localhost", heard.get("X-Forwarded-Host"));
        assertEquals("localhost", heard.get("Host"));
        assertEquals("Somebody", heard.get("User-Agent"));
        assertEquals("a=1; b=2", heard.get("Cookie"));
        heard.keySet().removeAll(passedOn());
        assertEquals(Set.of(), heard.keySet());
    }

    /** Else something would work on the site's own port and not in production. */
    @Test
    void every_header_that_the_site_reads_is_passed_on() throws IOException {
        Set<String> missing = read();
        assertTrue(missing.contains("Stripe-Signature") && missing.contains("If-None-Match"), missing.toString());
        missing.removeAll(passedOn());
        assertEquals(Set.of(), missing);
    }

    @Test
    void says_on_its_own_answers_too_how_a_browser_is_to_take_them() {
        Map<String, Answer> own = Map.of(
                "404", reader().get("/q/health"),
                "413", reader().with("Content-Length: 5242881").send("POST", "/wire/ins", ""),
                "400", reader().with("X-Long: " + "x".repeat(9_000)).get("/"),
                "414", reader().get("/" + "x".repeat(9_000)),
                "405", reader().send("TRACE", "/", ""));
        own.forEach((status, answer) -> {
            assertEquals(status, Integer.toString(answer.status()));
            assertEquals(
                    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
                    answer.header("Content-Security-Policy"));
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("no-store", answer.header("Cache-Control"));
            assertEquals("nginx", answer.header("Server"), "without its version");
        });
    }

    @Test
    void leaves_the_sites_own_headers_as_they_are() {
        for (String path : List.of("/", "/nowhere", "/subscribe")) {
            Answer direct = Visitor.to(site.url().getPort()).get(path);
            Answer here = reader().get(path);
            for (String name : List.of(
                    "Content-Security-Policy",
                    "X-Content-Type-Options",
                    "Referrer-Policy",
                    "Cache-Control",
                    "ETag",
                    "Vary")) {
                assertEquals(direct.header(name), here.header(name), path + " " + name);
            }
        }
    }

    @Test
    void takes_a_body_as_large_as_the_site_does() {
        Answer answer = reader().with("Content-Length: 5242880").send("POST", "/wire/nobody", "x".repeat(5_242_880));
        assertFalse(answer.status() == 413 || answer.status() == 0, "status " + answer.status());
    }

    @Test
    void writes_down_nothing_about_anybody() throws IOException {
        reader().get("/section/markets");
        reader().get("/desk");
        assertEquals("", Files.readString(nginx.log()));
    }

    @Test
    void speaks_tls_and_http_2_and_sends_everybody_there() throws Exception {
        try (Nginx secure = Nginx.startWithTls(site.url().getPort());
                HttpClient browser = HttpClient.newBuilder()
                        .sslContext(Certificate.trusted())
                        .build()) {
            HttpResponse<String> page = browser.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + secure.port() + "/"))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(200, page.statusCode());
            assertEquals(HttpClient.Version.HTTP_2, page.version());
            assertEquals(
                    "max-age=63072000",
                    page.headers().firstValue("Strict-Transport-Security").orElse(""));
            Answer plain = Visitor.to(secure.plainPort()).get("/section/markets?page=2");
            assertEquals(301, plain.status());
            assertEquals("https://localhost/section/markets?page=2", plain.header("Location"));
            assertEquals(
                    0,
                    Visitor.to(secure.plainPort())
                            .with("Host: evil.example")
                            .get("/")
                            .status());
        }
    }

    private Map<String, String> heard(Visitor visitor) {
        List<Origin.Asked> asked = origin.during(() -> visitor.get("/subscribe"));
        return asked.getFirst().headers();
    }

    private static Set<String> passedOn() {
        try {
            return Pattern.compile("proxy_set_header ([A-Za-z-]+) ")
                    .matcher(Files.readString(Path.of("docker", "nginx.conf")))
                    .results()
                    .map(line -> line.group(1))
                    .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static Set<String> read() throws IOException {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/news/masthead"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .filter(one -> !one.toString().contains("/twin/"))
                    .toList()) {
                String code = Files.readString(file);
                Stream.of(READ_BY_NAME, SAID)
                        .flatMap(pattern -> pattern.matcher(code).results())
                        .map(found -> found.group(1))
                        .forEach(names::add);
                READ_BY_CONSTANT.matcher(code).results().map(EdgeTest::named).forEach(names::add);
            }
        }
        return names;
    }

    private static String named(MatchResult constant) {
        return constant.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Visitor reader() {
        return Visitor.to(nginx.port());
    }
}
