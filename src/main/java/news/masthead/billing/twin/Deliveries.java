package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Sends each event to the site's webhook, signed by the SDK's own function, until a 2xx answers it. What has not arrived is told by the
 * event itself ({@code pending_webhooks}), so nothing is forgotten by a restart. https://docs.stripe.com/webhooks#retries
 */
final class Deliveries {

    private record Endpoint(URI uri, String secret) {}

    private static final int ATTEMPTS = 12;
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Hours hours;
    private final ScheduledExecutorService executor;
    /** How many copies of an event are still on their way. */
    private final Map<String, Integer> underway = new ConcurrentHashMap<>();

    private volatile Optional<Endpoint> endpoint = Optional.empty();
    private volatile DeliveryMode mode = DeliveryMode.FAITHFUL;
    private HttpClient client;

    Deliveries(Ledger ledger, Hours hours, ScheduledExecutorService executor) {
        this.ledger = ledger;
        this.hours = hours;
        this.executor = executor;
    }

    boolean hasEndpoint() {
        return endpoint.isPresent();
    }

    /** From now on, and with what earlier could not be delivered. */
    void to(URI uri, String secret) {
        endpoint = Optional.of(new Endpoint(uri, secret));
        redeliver();
    }

    void in(DeliveryMode newMode) {
        mode = newMode;
    }

    /** All that have not arrived, those included whose attempts were exhausted or that were lost. */
    void redeliver() {
        ledger.read(() -> ledger.all("event").stream()
                        .filter(Deliveries::isPending)
                        .map(Json::id)
                        .toList())
                .forEach(this::send);
    }

    /** Called while the event is being written: it leaves once the ledger lets it be read, hence when it is on disk. */
    void send(String event) {
        DeliveryMode current = mode;
        if (endpoint.isPresent() && underway.putIfAbsent(event, current.copies()) == null) {
            for (int copy = 0; copy < current.copies(); copy++) {
                attemptIn(current.delay().plusMillis(random(current.spread())), event, 1);
            }
        }
    }

    /** True once nothing is underway; false if the time is over before. What a mode loses is not waited for. */
    boolean areDoneWithin(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!underway.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        return underway.isEmpty();
    }

    private void attemptIn(Duration wait, String event, int attempt) {
        executor.schedule(() -> attempt(event, attempt), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(String event, int attempt) {
        Optional<Endpoint> target = endpoint;
        ObjectNode body = ledger.read(() -> ledger.find(event).orElseThrow().deepCopy());
        if (target.isEmpty() || mode.loses(Json.text(body, "type"))) {
            isDone(event);
        } else if (isAccepted(target.get(), body.toString())) {
            arrived(event);
        } else if (attempt < ATTEMPTS && !executor.isShutdown()) {
            attemptIn(waitAfter(attempt), event, attempt + 1);
        } else {
            isDone(event);
        }
    }

    private void arrived(String event) {
        ledger.write(() -> ledger.find(event).orElseThrow().put("pending_webhooks", 0));
        isDone(event);
    }

    private void isDone(String event) {
        underway.computeIfPresent(event, (id, copies) -> copies == 1 ? null : copies - 1);
    }

    private boolean isAccepted(Endpoint target, String payload) {
        try {
            HttpRequest request = HttpRequest.newBuilder(target.uri())
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                    .header(
                            "Stripe-Signature",
                            Webhook.Signature.generateSignatureHeader(payload, target.secret(), hours.now()))
                    .POST(HttpRequest.BodyPublishers.ofString(payload, StandardCharsets.UTF_8))
                    .build();
            return client().send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            // Nobody listens (yet), or not long enough: the next attempt follows.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This JDK cannot sign webhooks", e);
        }
    }

    /** Made when the first event leaves, for it takes longer to make than the whole twin. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
        }
        return client;
    }

    private static boolean isPending(ObjectNode event) {
        return event.get("pending_webhooks").intValue() > 0;
    }

    private static Duration waitAfter(int attempt) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempt - 1, 10));
        return wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY;
    }

    private static long random(Duration spread) {
        return spread.isZero() ? 0 : ThreadLocalRandom.current().nextLong(spread.toMillis());
    }
}
