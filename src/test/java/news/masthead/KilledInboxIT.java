package news.masthead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.masthead.given.Size;
import org.junit.jupiter.api.Test;

/**
 * Stripe keeps sending while the power fails again and again: an event that was acknowledged is there and was heard, each event is there once,
 * and each thing that happened to money is noted once.
 */
class KilledInboxIT {

    private static final int EVENTS = Size.of(200, 2_000);
    private static final int KILLS = Size.of(5, 100);
    private static final int READERS = Size.of(10, 50);
    private static final int SENDERS = 8;
    private static final long PAISE = 90_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> TYPES =
            List.of("customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    private Path data;
    private int port;
    private String secret;
    private URI stripe;
    private String key;

    @Test
    void no_event_is_lost_and_nothing_is_noted_twice_however_often_the_process_is_killed() throws Exception {
        data = LocalSite.emptyData("killed-inbox");
        port = LocalSite.anyFreePort();
        LocalSite site = LocalSite.startBare(data, port);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            know(site);
            List<String> subscriptions = sell();
            IntStream.range(0, SENDERS).forEach(sender -> senders.submit(() -> send(subscriptions)));
            for (int kills = 1; kills <= KILLS; kills++) {
                awaitAcknowledged(kills * EVENTS / (KILLS + 1));
                Thread.sleep(RandomGenerator.getDefault().nextInt(60));
                site.kill();
                site = LocalSite.startBare(data, port);
            }
            awaitAcknowledged(EVENTS);
            awaitHeard();
            System.out.printf(
                    "Webhooks: %d events sent %d times, %d kills -9, %d in the inbox, %d heard, %d facts of %d subscriptions%n",
                    EVENTS,
                    sent.get(),
                    KILLS,
                    ours(""),
                    ours("and state = 'HEARD'"),
                    number("select count(*) from billing_fact"),
                    READERS);
            assertEquals(EVENTS, ours(""), "events, each once");
            assertEquals(EVENTS, ours("and state = 'HEARD'"), "none is lost");
            assertEquals(
                    READERS, number("select count(*) from billing_fact where kind = 'PAID'"), "payments, each once");
            assertEquals(READERS * PAISE, number("select sum(paise) from billing_fact where kind = 'PAID'"));
            assertEquals(READERS, number("select count(*) from billing_fact where kind = 'BEGAN'"));
            assertEquals(READERS, number("select count(*) from entitlement where cause_kind = 'SUBSCRIPTION'"));
        } finally {
            over.set(true);
            senders.shutdownNow();
            site.close();
        }
    }

    private void know(LocalSite site) throws IOException {
        secret = site.environment().get("STRIPE_WEBHOOK_SECRET");
        stripe = URI.create(site.environment().get("STRIPE_TWIN_URL"));
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        key = "sk_test_" + secrets.getProperty("stripe-key");
    }

    /** Readers who have paid at Stripe, of whom we know the customer. */
    private List<String> sell() throws Exception {
        String price = ask(
                        "/v1/prices",
                        Map.of(
                                "unit_amount", Long.toString(PAISE),
                                "currency", "inr",
                                "recurring[interval]", "month",
                                "recurring[interval_count]", "3",
                                "product_data[name]", "Digital access"))
                .path("id")
                .asText();
        List<String> subscriptions = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            String customer = ask("/v1/customers", Map.of("email", "reader" + reader + "@reader.example"))
                    .path("id")
                    .asText();
            admit(reader, customer);
            String session = ask(
                            "/v1/checkout/sessions",
                            Map.of(
                                    "mode",
                                    "subscription",
                                    "customer",
                                    customer,
                                    "line_items[0][price]",
                                    price,
                                    "line_items[0][quantity]",
                                    "1",
                                    "success_url",
                                    "http://localhost:" + port + "/"))
                    .path("id")
                    .asText();
            post(stripe.resolve("/_twin/pay/" + session), Map.of("outcome", "pay", "card", "good"));
            subscriptions.add(
                    get("/v1/checkout/sessions/" + session).path("subscription").asText());
        }
        return subscriptions;
    }

    private void admit(int reader, String customer) throws IOException, SQLException {
        try (Connection database = LocalSite.database(data);
                var account = database.prepareStatement("""
                        with made as (insert into account (subject, name, email, created_at)
                            values (?, 'Asha Rao', ?, now()) returning id)
                        insert into stripe_customer (account, claim, claimed_at, customer)
                        select id, gen_random_uuid(), now(), ? from made""")) {
            account.setString(1, "reader-" + reader);
            account.setString(2, "reader" + reader + "@reader.example");
            account.setString(3, customer);
            account.executeUpdate();
        }
    }

    private void send(List<String> subscriptions) {
        for (int number = next.getAndIncrement(); number < EVENTS; number = next.getAndIncrement()) {
            String body = """
                    {"id":"evt_killed_%d","object":"event","type":"%s","created":%d,"livemode":false,"api_version":"2026-07-29.dahlia",
                     "data":{"object":{"id":"%s","object":"subscription"}}}""".formatted(
                            number,
                            TYPES.get(number % TYPES.size()),
                            Instant.now().getEpochSecond(),
                            subscriptions.get(number % subscriptions.size()));
            sendUntilTaken(body);
        }
    }

    private void sendUntilTaken(String body) {
        while (!over.get()) {
            try {
                sent.incrementAndGet();
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://localhost:" + port + "/billing/stripe/events"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Stripe-Signature", signed(body))
                        .POST(BodyPublishers.ofString(body))
                        .build();
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    acknowledged.incrementAndGet();
                    return;
                }
                pause();
            } catch (IOException noAnswer) {
                pause();
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private String signed(String body) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    body, secret, Instant.now().getEpochSecond());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode ask(String path, Map<String, String> form) throws Exception {
        return json.readTree(post(stripe.resolve(path), form));
    }

    private JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(stripe.resolve(path))
                .header("Authorization", "Bearer " + key)
                .build();
        return json.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private String post(URI address, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 400, () -> address + ": " + answer.body());
        return answer.body();
    }

    private void awaitAcknowledged(int wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged.get() < wanted) {
            assertTrue(System.nanoTime() < deadline, acknowledged.get() + " of " + wanted + " are acknowledged");
            pause();
        }
    }

    private void awaitHeard() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number("select count(*) from stripe_event where state = 'WAITING'") > 0) {
            assertTrue(System.nanoTime() < deadline, "every event is heard");
            pause();
        }
    }

    private long ours(String more) throws Exception {
        return number("select count(*) from stripe_event where id like 'evt_killed_%' " + more);
    }

    private long number(String question) throws Exception {
        try (Connection connection = LocalSite.database(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
