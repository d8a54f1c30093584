package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.Stranger;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Size;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes of events that arrive as they should not. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class HostileInboxTest {

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Postman postman;

    @Inject
    StripeClient stripe;

    @Inject
    Customers customers;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @Test
    @Case(21)
    @Case(24)
    void among_forgeries_and_strangers_every_step_of_a_life_ends_right() {
        twin.deliver(
                DeliveryMode.FAITHFUL.inPairs().rolling(Backdrop.OLD_SECRET).among(Stranger.values()));
        int before = twin.strangers().size();
        Buyer reader = till.aReader();
        till.pay(reader.subscribe("quarterly").header("Location"), Card.GOOD);
        postman.agreed(reader);
        till.moveWithoutReconcile(reader, till.periodEnd(reader).plus(Duration.ofMinutes(61)));
        postman.agreed(reader);

        List<Stranger.Met> met = twin.strangers().stream().skip(before).toList();
        assertTrue(met.size() > 7 * 5, "strangers came beside each of a handful of events: " + met.size());
        met.forEach(one -> assertEquals(one.stranger().isGenuine() ? 200 : 400, one.status(), one::toString));
        assertTrue(postman.parked(StripeEvent.Reason.OTHER_MODE) > 0);
        assertTrue(postman.parked(StripeEvent.Reason.OTHER_TRAIN) > 0);
        assertTrue(postman.parked(StripeEvent.Reason.UNKNOWN_TYPE) > 0);
    }

    @Test
    @Case(1)
    void created_and_updated_at_the_same_moment_make_one_subscription() throws Exception {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        Buyer reader = till.aReader();
        till.pay(reader.subscribe("quarterly").header("Location"), Card.GOOD);
        String object = "{\"object\":\"subscription\",\"id\":\"%s\"}"
                .formatted(till.subscriptionsAtStripe(reader).get(0).getId());
        List<String> types = List.of("customer.subscription.created", "customer.subscription.updated");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < Size.of(20, 200); i++) {
                postman.forget(reader);
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<String>> sent = types.stream()
                        .map(type -> threads.submit(() -> {
                            together.await();
                            return postman.deliver(type, object, "{}");
                        }))
                        .toList();
                for (Future<String> event : sent) {
                    postman.heard(event.get());
                }
                assertEquals(List.of("RUNNING"), postman.states(reader));
            }
        }
    }

    @Test
    @Case(5)
    void the_same_event_ten_times_at_once_has_one_effect() throws Exception {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        Buyer reader = till.aReader();
        till.pay(reader.subscribe("quarterly").header("Location"), Card.GOOD);
        String id = "evt_" + UUID.randomUUID();
        String body = postman.body(
                id,
                "invoice.paid",
                "{\"object\":\"subscription\",\"id\":\"%s\"}"
                        .formatted(till.subscriptionsAtStripe(reader).get(0).getId()),
                "{}");
        try (ExecutorService senders = Executors.newFixedThreadPool(10)) {
            for (Future<Integer> answer : senders.invokeAll(IntStream.range(0, 10)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(i -> () -> postman.status(body))
                    .toList())) {
                assertEquals(200, answer.get());
            }
        }
        postman.heard(id);
        assertEquals(1, postman.events(id));
        assertEquals(1, postman.facts(reader, "PAID"));
        assertEquals(1, postman.facts(reader, "BEGAN"));
    }

    @Test
    @Case(12)
    void a_customer_who_was_deleted_at_stripe_has_no_access_and_an_account_page() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        postman.agreed(reader);
        twin.deliver(DeliveryMode.FAITHFUL.losing("customer.subscription.deleted"));

        StripeFailure.asking(() -> stripe.v1().customers().delete(customers.ensure(reader.account())));

        Eventually.holds(() -> assertFalse(till.isEntitled(reader)));
        assertEquals(200, till.again(reader).planPage().statusCode());
        assertEquals(303, till.again(reader).subscribe("quarterly").statusCode());
        assertEquals(1, till.openPages(reader), "a fresh customer may buy");
    }

    @Test
    @Case(34)
    void while_nobody_can_look_into_events_each_is_acknowledged_within_a_second() throws Exception {
        line.cut();
        long[] waits = new long[Size.of(100, 1_000)];
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < waits.length; i++) {
            long start = System.nanoTime();
            ids.add(postman.deliver(
                    "customer.subscription.updated", "{\"object\":\"subscription\",\"id\":\"sub_1\"}", "{}"));
            waits[i] = System.nanoTime() - start;
        }
        Arrays.sort(waits);
        long p99 = waits[waits.length * 99 / 100] / 1_000_000;
        assertTrue(p99 < 1_000, "one in a hundred waited longer than " + p99 + " ms");
        assertTrue(metrics.get("masthead.billing.events.waiting").gauge().value() >= waits.length);
        assertTrue(
                metrics.get("masthead.billing.events.waiting.seconds").gauge().value() >= 0);

        line.mend();
        ids.forEach(postman::heard);
    }

    @Test
    @Case(34)
    void while_the_database_is_away_stripe_is_asked_to_come_again_and_nothing_is_lost() throws Exception {
        String id = "evt_" + UUID.randomUUID();
        String body = postman.body(id, "invoice.paid", "{}", "{}");
        admitConnections(false);
        try {
            assertEquals(500, postman.status(body));
        } finally {
            admitConnections(true);
        }
        Eventually.holds(() -> assertEquals(200, postman.status(body)));
        postman.heard(id);
        assertEquals(1, postman.events(id));
    }

    /** As if it were stopped: who is connected is thrown out, and nobody gets in. */
    private void admitConnections(boolean admit) throws SQLException {
        try (Connection elsewhere = DriverManager.getConnection(
                        database.replace("/postgres", "/template1"), "postgres", "postgres");
                var statement = elsewhere.createStatement()) {
            statement.execute("alter database postgres allow_connections " + admit);
            if (!admit) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
            }
        }
    }
}
