import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends signed events to a running site at a steady rate, and asks for a page at another, and prints what both waited:
 * {@code java WebhookLoad URL PAGE STRIPE KEY SECRET JDBC RUN_IN SECONDS EVENTS READERS}, the last two a second. A wait counts from the instant at which the
 * request was due, so that a slow answer does not hide those behind it; none counts during the run-in, in which this program itself is compiled. The events are of subscriptions that readers of the site have paid. An answer other than 200 ends
 * the run, and so does an event that was acknowledged and is not in the inbox.
 */
public final class WebhookLoad {
    private static final int SUBSCRIPTIONS = 100;
    private static final List<String> TYPES = List.of("customer.subscription.updated", "customer.subscription.created");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String[] args;
    private final String run = Long.toString(System.nanoTime(), 36);

    private WebhookLoad(String[] args) {
        this.args = args;
    }

    public static void main(String... args) throws Exception {
        var load = new WebhookLoad(args);
        var subscriptions = load.sell();
        var events = load.steady(load.number(8), number -> load.event(subscriptions, number));
        var readers = load.steady(load.number(9), number -> load.page());
        System.out.printf("%s %s %.1f%n", events.await(), readers.await(), load.heardAfter());
        System.exit(0);
    }

    /** Requests that leave at their time, whatever has become of those before. */
    private Steady steady(int rate, Requests requests) {
        var steady = new Steady(rate, number(6), number(7));
        steady.thread = Thread.ofPlatform().start(() -> steady.run(requests));
        return steady;
    }

    private int number(int argument) {
        return Integer.parseInt(args[argument]);
    }

    interface Requests {
        HttpRequest number(int number) throws Exception;
    }

    private final class Steady {
        private final ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
        private final AtomicInteger wrong = new AtomicInteger();
        private Thread thread;
        private final int rate;
        private final int first;
        private final int count;
        private volatile long took;

        Steady(int rate, int runIn, int seconds) {
            this.rate = rate;
            this.first = rate * runIn;
            this.count = rate * (runIn + seconds);
        }

        void run(Requests requests) {
            long start = System.nanoTime() + 50_000_000;
            long began = start;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < count; i++) {
                    long due = start + (long) i * 1_000_000_000 / rate;
                    while (System.nanoTime() < due) {
                        Thread.sleep(0, 200_000);
                    }
                    int number = i;
                    began = i == first ? System.nanoTime() : began;
                    threads.submit(() -> one(requests, number, due));
                }
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            took = System.nanoTime() - began;
        }

        private void one(Requests requests, int number, long due) {
            try {
                int status = client.send(requests.number(number), BodyHandlers.discarding()).statusCode();
                wrong.addAndGet(status == 200 ? 0 : 1);
                if (number >= first) {
                    waits.add(System.nanoTime() - due);
                }
            } catch (Exception problem) {
                wrong.incrementAndGet();
            }
        }

        /** Answers a second, p50, p99 and the longest wait in milliseconds. */
        String await() throws InterruptedException {
            thread.join();
            if (wrong.get() > 0) {
                System.err.println(wrong + " of " + count + " were not answered by 200");
                System.exit(1);
            }
            long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
            return "%.0f %.2f %.2f %.2f".formatted(
                    (count - first) * 1e9 / took, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
        }

        private static double at(long[] sorted, double share) {
            return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
        }
    }

    private HttpRequest page() {
        return HttpRequest.newBuilder(URI.create(args[0] + args[1]))
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .build();
    }

    /** As large as Stripe's own: 4 kB. */
    private HttpRequest event(List<String> subscriptions, int number) throws Exception {
        var body = """
                {"id":"evt_%s_%d","object":"event","type":"%s","created":%d,"livemode":false,"api_version":"2026-07-29.dahlia",
                 "data":{"object":{"id":"%s","object":"subscription","description":"%s"}}}""".formatted(
                        run,
                        number,
                        TYPES.get(number % TYPES.size()),
                        Instant.now().getEpochSecond(),
                        subscriptions.get(number % subscriptions.size()),
                        "x".repeat(3_800));
        return HttpRequest.newBuilder(URI.create(args[0] + "/billing/stripe/events"))
                .header("Stripe-Signature", signature(body))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String signature(String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(args[4].getBytes(UTF_8), "HmacSHA256"));
        long now = Instant.now().getEpochSecond();
        return "t=" + now + ",v1=" + HexFormat.of().formatHex(mac.doFinal((now + "." + body).getBytes(UTF_8)));
    }

    /** Seconds after the last acknowledgement until every event of this run was heard. */
    private double heardAfter() throws Exception {
        long start = System.nanoTime();
        int sent = (number(6) + number(7)) * number(8);
        try (var database = DriverManager.getConnection(args[5], "postgres", "postgres")) {
            if (count(database, "id like 'evt_" + run + "_%'") != sent) {
                throw new IllegalStateException("An event that was acknowledged is not in the inbox");
            }
            while (count(database, "state = 'WAITING'") > 0) {
                Thread.sleep(100);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static int count(Connection database, String which) throws Exception {
        try (var rows = database.createStatement().executeQuery("select count(*) from stripe_event where " + which)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private List<String> sell() throws Exception {
        var price = id(post("/v1/prices", "unit_amount", "90000", "currency", "inr", "recurring[interval]", "month",
                "recurring[interval_count]", "3", "product_data[name]", "Digital access"));
        List<String> subscriptions = new ArrayList<>();
        try (var database = DriverManager.getConnection(args[5], "postgres", "postgres")) {
            for (int reader = 0; reader < SUBSCRIPTIONS; reader++) {
                var name = run + "-" + reader;
                var customer = id(post("/v1/customers", "email", name + "@reader.example"));
                admit(database, name, customer);
                var session = id(post("/v1/checkout/sessions", "mode", "subscription", "customer", customer,
                        "line_items[0][price]", price, "line_items[0][quantity]", "1", "success_url", args[0] + "/"));
                post("/_twin/pay/" + session, "outcome", "pay", "card", "good");
                subscriptions.add(field("subscription", post("GET", "/v1/checkout/sessions/" + session)));
            }
        }
        return subscriptions;
    }

    private static void admit(Connection database, String name, String customer) throws Exception {
        try (var insert = database.prepareStatement("""
                with made as (insert into account (subject, name, email, created_at) values (?, 'Asha Rao', ?, now()) returning id)
                insert into stripe_customer (account, claim, claimed_at, customer) select id, gen_random_uuid(), now(), ? from made""")) {
            insert.setString(1, name);
            insert.setString(2, name + "@reader.example");
            insert.setString(3, customer);
            insert.executeUpdate();
        }
    }

    private String post(String path, String... form) throws IOException, InterruptedException {
        boolean asks = path.equals("GET");
        var body = new StringBuilder();
        for (int i = 0; !asks && i < form.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(URLEncoder.encode(form[i], UTF_8)).append('=').append(URLEncoder.encode(form[i + 1], UTF_8));
        }
        var request = HttpRequest.newBuilder(URI.create(args[2] + (asks ? form[0] : path)))
                .header("Authorization", "Bearer " + args[3])
                .header("Content-Type", "application/x-www-form-urlencoded");
        var answer = client.send(asks ? request.build() : request.POST(BodyPublishers.ofString(body.toString())).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(Arrays.toString(form) + ": " + answer.body());
        }
        return answer.body();
    }

    private static String id(String json) {
        return field("id", json);
    }

    private static String field(String name, String json) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("No " + name + " in " + json);
        }
        return found.group(1);
    }
}
