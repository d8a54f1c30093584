package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.Price;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private record Delivery(String payload, String signature) {}

    private final Newsstand stand = new Newsstand();
    private final List<Delivery> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer site;

    @BeforeEach
    void the_site_listens() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", this::take);
        site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        site.start();
        stand.twin.deliverTo(address(), Newsstand.SECRET);
    }

    @AfterEach
    void the_contract_was_kept() {
        site.stop(0);
        stand.close();
    }

    @Test
    void the_sdk_accepts_the_signature_and_only_with_the_right_secret() throws Exception {
        stand.customer();
        settle();

        Delivery delivery = received.getFirst();

        Event event =
                Webhook.constructEvent(delivery.payload(), delivery.signature(), Newsstand.SECRET, 300, stand.clock);
        assertEquals("customer.created", event.getType());
        assertTrue(event.getDataObjectDeserializer().getObject().isPresent());
        assertThrows(
                SignatureVerificationException.class,
                () -> Webhook.constructEvent(
                        delivery.payload(), delivery.signature(), "whsec_other", 300, stand.clock));
    }

    @Test
    void an_update_tells_what_was_before() throws Exception {
        stand.subscribe(stand.customer(), stand.quarterly(), "good");
        settle();

        Event update = stand.stripe
                .v1()
                .events()
                .list(EventListParams.builder()
                        .setType("customer.subscription.updated")
                        .build())
                .getData()
                .getFirst();

        assertEquals("incomplete", update.getData().getPreviousAttributes().get("status"));
        assertEquals(0, update.getPendingWebhooks());
    }

    @Test
    void what_is_refused_comes_again_until_it_is_taken() throws Exception {
        refusals.set(2);

        String customer = stand.customer().getId();
        settle();

        assertEquals(3, received.size());
        assertEquals(1, new HashSet<>(received.stream().map(Delivery::payload).toList()).size());
        assertTrue(received.getFirst().payload().contains(customer));
        assertEquals(0, undelivered());
    }

    @Test
    void shuffled_and_doubled_everything_comes_twice_and_out_of_order() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.shuffled().times(2));

        for (int reader = 0; reader < 3; reader++) {
            stand.subscribe(stand.customer(), price(reader), "good");
        }
        settle();

        List<String> ids = received.stream().map(this::event).map(Event::getId).toList();
        List<String> written = stand
                .stripe
                .v1()
                .events()
                .list(EventListParams.builder().setLimit(100L).build())
                .getData()
                .reversed()
                .stream()
                .map(Event::getId)
                .toList();
        assertEquals(2 * written.size(), ids.size());
        assertEquals(new HashSet<>(written), new HashSet<>(ids));
        assertNotEquals(written, ids.stream().distinct().toList());
    }

    @Test
    void what_was_lost_is_listed_as_undelivered_and_comes_when_told() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.losing("checkout.session.completed"));
        Session session = stand.session(stand.customer(), stand.quarterly());
        stand.press(session, "outcome=pay");
        settle();
        assertEquals(1, undelivered());
        int before = received.size();

        stand.twin.deliver(DeliveryMode.FAITHFUL);
        stand.twin.redeliver();
        settle();

        assertEquals(before + 1, received.size());
        assertEquals("checkout.session.completed", event(received.getLast()).getType());
        assertEquals(0, undelivered());
    }

    @Test
    void a_late_one_is_late() throws Exception {
        stand.twin.deliver(DeliveryMode.FAITHFUL.late(Duration.ofMillis(300)));
        long start = System.nanoTime();

        stand.customer();
        settle();

        assertTrue(System.nanoTime() - start >= 300_000_000L);
        assertEquals(1, received.size());
    }

    private Price price(int reader) throws Exception {
        return stand.price("plan-" + reader, 90_000, Interval.MONTH, 3);
    }

    private Event event(Delivery delivery) {
        try {
            return Webhook.constructEvent(delivery.payload(), delivery.signature(), Newsstand.SECRET, 300, stand.clock);
        } catch (SignatureVerificationException e) {
            throw new AssertionError(e);
        }
    }

    private int undelivered() throws Exception {
        return stand.stripe
                .v1()
                .events()
                .list(EventListParams.builder().setDeliverySuccess(false).build())
                .getData()
                .size();
    }

    private void settle() throws InterruptedException {
        assertTrue(stand.twin.awaitDeliveries(Duration.ofSeconds(20)), "webhooks are still underway");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + site.getAddress().getPort() + "/billing/stripe/events");
    }

    private void take(HttpExchange exchange) throws IOException {
        String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Delivery(payload, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
        exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 500 : 200, -1);
        exchange.close();
    }
}
