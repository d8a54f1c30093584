package news.masthead.billing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The line between the site and the twin. Faithful unless told otherwise. */
public final class Line implements AutoCloseable {

    private static final List<String> PASSED_ON =
            List.of("Authorization", "Stripe-Version", "Idempotency-Key", "Content-Type");

    private static final List<String> PASSED_BACK =
            List.of("Content-Type", "Stripe-Should-Retry", "Idempotent-Replayed", "Request-Id");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI twin;
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final Queue<String> changes = new ConcurrentLinkedQueue<>();
    private volatile boolean cut;

    private Line(URI twin) throws IOException {
        this.twin = twin;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
    }

    static Line to(URI twin) throws IOException {
        return new Line(twin);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Until {@link #mend}, nothing comes through in either direction. */
    void cut() {
        cut = true;
    }

    /** The next changes are made at the twin, but its answers do not come back. */
    void loseAnswers(int count) {
        answersToLose.set(count);
    }

    /** The paths of all changes that were asked for while something was done, other than moves of test clocks; a preview changes nothing. */
    List<String> changesDuring(Runnable work) {
        changes.clear();
        work.run();
        return changes.stream()
                .filter(path -> !path.startsWith("/v1/test_helpers/"))
                .filter(path -> !path.equals("/v1/invoices/create_preview"))
                .toList();
    }

    void mend() {
        cut = false;
        answersToLose.set(0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (cut) {
                return;
            }
            HttpResponse<byte[]> answer = client.send(copy(exchange), HttpResponse.BodyHandlers.ofByteArray());
            boolean change = !exchange.getRequestMethod().equals("GET");
            if (change) {
                changes.add(exchange.getRequestURI().getPath());
            }
            if (change && answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return;
            }
            PASSED_BACK.forEach(name -> answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest copy(HttpExchange exchange) throws IOException {
        HttpRequest.Builder copy = HttpRequest.newBuilder(
                        twin.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (String header : PASSED_ON) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                copy.header(header, value);
            }
        }
        return copy.build();
    }
}
