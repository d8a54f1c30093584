package news.masthead.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.masthead.given.FromElsewhere;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;

/** Opens stories over HTTP, many at once, with the headers a test wants. */
final class Browsing {

    private final URI site;
    private final HttpClient direct = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final HttpClient proxy = FromElsewhere.proxy();

    Browsing(int port) {
        site = URI.create("http://127.0.0.1:" + port);
    }

    /** A page as it came. */
    record Page(int status, String body, Optional<String> setCookie) {

        boolean isOpen() {
            return body.contains(Given.GATED);
        }

        /** The anonymous reader's cookie that came with it, {@code name=value}. */
        String cookie() {
            return setCookie.orElseThrow().split(";")[0];
        }
    }

    /**
     * @param headers names and values in turn
     */
    Page open(Printed story, String... headers) {
        return send(direct, request(story, headers).build());
    }

    Page open(String cookie, Printed story) {
        return open(story, "Cookie", cookie);
    }

    Page head(Printed story, String... headers) {
        return send(
                direct,
                request(story, headers)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    /** As somebody at that address, through our proxy. */
    Page openFrom(String address, Printed story, String... headers) {
        return send(proxy, FromElsewhere.from(address, request(story, headers)).build());
    }

    /** All at once, as far as 32 connections go. */
    static <T> List<T> atOnce(List<Callable<T>> asks) throws InterruptedException {
        try (ExecutorService tabs = Executors.newFixedThreadPool(32)) {
            return tabs.invokeAll(asks).stream().map(Future::resultNow).toList();
        }
    }

    private HttpRequest.Builder request(Printed story, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(story.path()));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Page send(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.body(), answer.headers().firstValue("Set-Cookie"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(end);
        }
    }
}
