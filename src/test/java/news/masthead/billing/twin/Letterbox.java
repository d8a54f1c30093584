package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A site that only listens: it keeps what the twin of a newsstand sends it. */
final class Letterbox implements AutoCloseable {

    record Delivery(String payload, String signature) {

        long signedAt() {
            return Long.parseLong(signature.substring(2, signature.indexOf(',')));
        }

        boolean isRightlySigned() {
            try {
                return Webhook.Signature.verifyHeader(payload, signature, Newsstand.SECRET, 0);
            } catch (SignatureVerificationException wrong) {
                return false;
            }
        }
    }

    final List<Delivery> received = new CopyOnWriteArrayList<>();
    final AtomicInteger refusals = new AtomicInteger();

    /** Where set, a request is answered only when so many others wait for their answer too. */
    volatile CyclicBarrier meeting;

    private final Newsstand stand;
    private final HttpServer server;

    Letterbox(Newsstand stand) {
        this.stand = stand;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        stand.twin.deliverTo(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/billing/stripe/events"),
                Newsstand.SECRET);
    }

    Event event(Delivery delivery) {
        return event(delivery, Newsstand.SECRET);
    }

    /** As the SDK reads it. */
    Event event(Delivery delivery, String secret) {
        try {
            return Webhook.constructEvent(delivery.payload(), delivery.signature(), secret, 300, stand.clock);
        } catch (SignatureVerificationException e) {
            throw new AssertionError(e);
        }
    }

    List<Event> events() {
        return received.stream().map(this::event).toList();
    }

    /** Identifiers of all events of the twin, oldest first. */
    List<String> written() throws StripeException {
        return stand
                .stripe
                .v1()
                .events()
                .list(EventListParams.builder().setLimit(100L).build())
                .getData()
                .reversed()
                .stream()
                .map(Event::getId)
                .toList();
    }

    int undelivered() throws StripeException {
        return stand.stripe
                .v1()
                .events()
                .list(EventListParams.builder().setDeliverySuccess(false).build())
                .getData()
                .size();
    }

    void settle() throws InterruptedException {
        assertTrue(stand.twin.awaitDeliveries(Duration.ofSeconds(20)), "webhooks are still underway");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Delivery(payload, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
        meet();
        exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 500 : 200, -1);
        exchange.close();
    }

    private void meet() {
        try {
            if (meeting != null) {
                meeting.await(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException(alone);
        }
    }
}
