package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Sends each event to the site's webhook until a 2xx answers it. What has not arrived is told by the event itself
 * ({@code pending_webhooks}), so nothing is forgotten by a restart. https://docs.stripe.com/webhooks#retries
 */
final class Deliveries {

    private record Endpoint(URI uri, String secret) {}

    private static final int ATTEMPTS = 12;
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Hours hours;
    private final ScheduledExecutorService executor;
    private final Courier courier = new Courier();
    /** How many copies of an event are still on their way. */
    private final Map<String, Integer> underway = new ConcurrentHashMap<>();

    private final List<String> held = new ArrayList<>();
    private final List<Stranger.Met> met = new CopyOnWriteArrayList<>();

    private volatile Optional<Endpoint> endpoint = Optional.empty();
    private volatile DeliveryMode mode = DeliveryMode.FAITHFUL;

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

    /** All that have not arrived, those included whose attempts were exhausted or that were lost; not what was dropped for ever. */
    void redeliver() {
        ledger.read(() -> ledger.all("event").stream()
                        .filter(Deliveries::isPending)
                        .map(Json::id)
                        .toList())
                .forEach(this::send);
    }

    /** Sends what was held back, one after the other, in an order that the given source of chance makes. */
    void release(RandomGenerator chance) {
        List<String> events;
        synchronized (held) {
            events = new ArrayList<>(held);
            held.clear();
        }
        Collections.shuffle(events, java.util.Random.from(chance));
        events.forEach(event -> underway.put(event, 1));
        executor.execute(() -> events.forEach(event -> attempt(event, 1)));
    }

    /** Called while the event is being written: it leaves once the ledger lets it be read, hence when it is on disk. */
    void send(String event) {
        DeliveryMode current = mode;
        int departures = current.atOnce() ? 1 : current.copies();
        if (endpoint.isEmpty()) {
            return;
        }
        if (current.held()) {
            synchronized (held) {
                held.add(event);
            }
        } else if (underway.putIfAbsent(event, departures) == null) {
            for (int copy = 0; copy < departures; copy++) {
                attemptIn(current.delay().plusMillis(random(current.spread())), event, 1);
            }
        }
    }

    /** True once nothing is underway; false if the time is over before. What a mode loses or holds is not waited for. */
    boolean areDoneWithin(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!underway.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        return underway.isEmpty();
    }

    List<Stranger.Met> met() {
        return List.copyOf(met);
    }

    private void attemptIn(Duration wait, String event, int attempt) {
        executor.schedule(() -> attempt(event, attempt), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(String event, int attempt) {
        DeliveryMode current = mode;
        Optional<Endpoint> target = endpoint;
        ObjectNode body = ledger.read(() -> ledger.find(event).orElseThrow().deepCopy());
        String type = Json.text(body, "type");
        if (current.drops(type)) {
            drop(event);
        } else if (target.isEmpty() || current.loses(type)) {
            isDone(event);
        } else if (isAccepted(target.get(), body, current)) {
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

    private void drop(String event) {
        ledger.write(() -> ledger.find(event)
                .orElseThrow()
                .withObjectProperty(Ledger.PRIVATE)
                .put("dropped", true));
        isDone(event);
    }

    private void isDone(String event) {
        underway.computeIfPresent(event, (id, copies) -> copies == 1 ? null : copies - 1);
    }

    private boolean isAccepted(Endpoint target, ObjectNode event, DeliveryMode current) {
        for (Stranger stranger : current.beside()) {
            Letter letter = stranger.after(event, target.secret(), hours.now());
            met.add(new Stranger.Met(stranger, courier.carry(letter, target.uri())));
        }
        String[] secrets = current.rollingFrom()
                .map(old -> new String[] {old, target.secret()})
                .orElseGet(() -> new String[] {target.secret()});
        Letter letter = Letter.signed(event.toString(), hours.now(), secrets);
        return courier.carryAtOnce(letter, current.atOnce() ? current.copies() : 1, target.uri()) / 100 == 2;
    }

    private static boolean isPending(ObjectNode event) {
        return event.get("pending_webhooks").intValue() > 0
                && !event.path(Ledger.PRIVATE).path("dropped").asBoolean();
    }

    private static Duration waitAfter(int attempt) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempt - 1, 10));
        return wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY;
    }

    private static long random(Duration spread) {
        return spread.isZero() ? 0 : ThreadLocalRandom.current().nextLong(spread.toMillis());
    }
}
