package news.masthead.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.masthead.LocalSite;
import org.junit.jupiter.api.Test;

/** Every page that a reader can reach by following links from the front of the demo newspaper. */
class EveryPageIT {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|\\$\\{|\\{[a-zA-Z_.:]+}|NOT_FOUND|lorem ipsum");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Deque<String> ahead = new ArrayDeque<>();

    @Test
    void answers_and_shows_no_raw_placeholder() throws Exception {
        URI site = LocalSite.shared().url();
        meet("/");
        meet("/no/such/page");
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            HttpRequest ask = HttpRequest.newBuilder(site.resolve(path)).build();
            HttpResponse<String> answer = http.send(ask, HttpResponse.BodyHandlers.ofString());
            assertTrue(
                    Set.of(200, 302, 303, 404, 503).contains(answer.statusCode()), path + ": " + answer.statusCode());
            assertEquals(path.equals("/no/such/page"), answer.statusCode() == 404, path + ": " + answer.statusCode());
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                read(path, answer.body());
            }
        }
        assertTrue(seen.stream().filter(path -> path.startsWith("/article/")).count() > 30, seen.toString());
    }

    private void read(String path, String page) {
        Matcher placeholder = PLACEHOLDER.matcher(page);
        assertTrue(!placeholder.find(), () -> path + " shows " + placeholder.group());
        Matcher links = LINK.matcher(page);
        while (links.find()) {
            meet(links.group(1).replace("&amp;", "&"));
        }
    }

    private void meet(String path) {
        if (seen.add(path)) {
            ahead.add(path);
        }
    }
}
