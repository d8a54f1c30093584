package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import news.masthead.given.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {

    @TempDir
    private Path directory;

    private Newsstand open() {
        return new Newsstand(options -> options.keptIn(directory.resolve("stripe/state.json")));
    }

    @Test
    void a_restart_goes_on_where_it_was() throws Exception {
        Customer customer;
        Subscription subscription;
        Session open;
        TestClock clock;
        try (Newsstand before = open()) {
            clock = before.testClock();
            customer = before.customerOn(clock);
            subscription = before.subscribe(customer, before.quarterly(), "good");
            open = before.session(customer, before.price("yearly", 270_000, Interval.YEAR, 1));
        }
        try (Newsstand after = open()) {
            assertEquals("active", after.retrieve(subscription).getStatus());
            after.advance(clock, "2027-03-01T00:00:00Z");
            assertEquals(2, after.invoicesOf(subscription).size());
            Session still = after.retrieve(open);
            assertTrue(still.getUrl().startsWith(after.twin.url().toString()), "the page moved with the port");
            assertEquals(303, after.press(still, "outcome=pay").statusCode());
        }
    }

    @Test
    void an_idempotency_key_is_remembered_over_a_restart() throws Exception {
        RequestOptions key =
                RequestOptions.builder().setIdempotencyKey("cust:17").build();
        CustomerCreateParams asha =
                CustomerCreateParams.builder().setName("Asha").build();
        String first;
        try (Newsstand before = open()) {
            first = before.stripe.v1().customers().create(asha, key).getId();
        }
        try (Newsstand after = open()) {
            assertEquals(first, after.stripe.v1().customers().create(asha, key).getId());
        }
    }

    @Test
    void what_could_not_be_delivered_is_still_due_after_a_restart() throws Exception {
        try (Newsstand before = open()) {
            before.twin.deliverTo(URI.create("http://127.0.0.1:1/nobody"), Newsstand.SECRET);
            before.customer();
        }
        try (Newsstand after = open()) {
            List<Event> due = after.stripe
                    .v1()
                    .events()
                    .list(EventListParams.builder().setDeliverySuccess(false).build())
                    .getData();
            assertEquals(
                    List.of("customer.created"),
                    due.stream().map(Event::getType).toList());
        }
    }

    @Test
    void an_advance_that_was_interrupted_is_finished() throws Exception {
        TestClock clock;
        try (Newsstand before = open()) {
            clock = before.testClock();
        }
        Path file = directory.resolve("stripe/state.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"status\":\"ready\"", "\"status\":\"advancing\"")
                        .replace(
                                "\"status_details\":{}",
                                "\"status_details\":{\"advancing\":{\"target_frozen_time\":1800000000}}"));
        try (Newsstand after = open()) {
            for (int i = 0; i < 500 && !state(after, clock).getStatus().equals("ready"); i++) {
                Thread.sleep(10);
            }
            assertEquals(1_800_000_000L, state(after, clock).getFrozenTime());
        }
    }

    private static TestClock state(Newsstand stand, TestClock clock) throws Exception {
        return stand.stripe.v1().testHelpers().testClocks().retrieve(clock.getId());
    }

    @Test
    void a_damaged_state_is_an_error_and_is_left_alone() throws IOException {
        Path file = Files.writeString(directory.resolve("state.json"), "{\"objects\":[{");
        var options = StripeTwin.Options.of(Newsstand.KEY, Newsstand.SECRET, Clock.systemUTC())
                .keptIn(file);

        assertThrows(UncheckedIOException.class, () -> StripeTwin.start(options));

        assertEquals("{\"objects\":[{", Files.readString(file));
    }

    @Test
    void a_line_that_a_kill_tore_is_ignored_and_gone_after_the_next_start() throws Exception {
        Path file = directory.resolve("stripe/state.json");
        String whole;
        try (Newsstand before = open()) {
            whole = before.customer().getId();
            before.customer();
        }
        byte[] journal = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(journal, journal.length - 7));

        try (Newsstand after = open()) {
            assertEquals(List.of(whole), idsOf(after), "the torn change is as if it had never been");
            after.customer();
        }
        try (Newsstand later = open()) {
            assertEquals(2, idsOf(later).size());
        }
    }

    @Test
    void a_damaged_line_between_whole_ones_is_an_error_and_is_left_alone() throws Exception {
        Path file = directory.resolve("stripe/state.json");
        try (Newsstand before = open()) {
            before.customer();
            before.customer();
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(1, lines.get(1).substring(5));
        Files.write(file, lines);

        assertThrows(UncheckedIOException.class, this::open);

        assertEquals(lines, Files.readAllLines(file));
    }

    @Test
    void a_change_adds_what_it_changed_and_the_next_start_puts_one_line_in_place_of_all() throws Exception {
        Path file = directory.resolve("stripe/state.json");
        String customer;
        try (Newsstand before = open()) {
            before.subscribe(before.customer(), before.quarterly(), "good");
            customer = before.customer().getId();
            List<String> lines = Files.readAllLines(file);
            assertTrue(lines.getLast().contains(customer) && !lines.getLast().contains("\"sub_"));
        }
        try (Newsstand after = open()) {
            assertEquals(1, Files.readAllLines(file).size());
            assertEquals(2, idsOf(after).size());
        }
    }

    @Test
    void a_file_that_was_always_written_whole_is_read() throws Exception {
        Path file = Files.createDirectories(directory.resolve("stripe")).resolve("state.json");
        Files.writeString(
                file,
                "{\"objects\":[{\"id\":\"cus_old\",\"object\":\"customer\",\"deleted\":true}],\"answers\":{\"cust:17\":{\"at\":1}}}");
        try (Newsstand after = open()) {
            assertTrue(after.stripe.v1().customers().retrieve("cus_old").getDeleted());
            after.customer();
        }
        try (Newsstand later = open()) {
            assertEquals(1, idsOf(later).size());
        }
    }

    @Test
    void three_thousand_subscriptions_slow_no_request_down() throws Exception {
        int readers = Size.of(500, 3_000);
        try (Newsstand stand = open()) {
            Price price = stand.quarterly();
            for (int i = 0; i < readers; i++) {
                stand.subscribe(stand.customer(), price, "good");
            }
            Subscription last = stand.subscribe(stand.customer(), price, "good");
            long start = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                assertEquals(1, stand.invoicesOf(last).size());
                stand.customer();
            }
            Duration each = Duration.ofNanos((System.nanoTime() - start) / 200);
            assertTrue(each.toMillis() < 25, "a request takes " + each + " among " + readers + " subscriptions");
        }
    }

    private static List<String> idsOf(Newsstand stand) throws Exception {
        return stand.stripe.v1().customers().list().getData().stream()
                .map(Customer::getId)
                .toList();
    }

    @Test
    void a_kill_at_any_moment_loses_nothing_that_was_answered() throws Exception {
        Path file = directory.resolve("killed.json");
        List<String> answered = new ArrayList<>();
        Random random = new Random(7);
        for (int round = 0; round < 3; round++) {
            answered.addAll(writeUntilKilled(file, 100 + random.nextInt(400)));
        }
        assertFalse(answered.isEmpty());
        try (Newsstand after = new Newsstand(options -> options.keptIn(file))) {
            List<String> kept = StreamSupport.stream(
                            after.stripe
                                    .v1()
                                    .customers()
                                    .list()
                                    .autoPagingIterable()
                                    .spliterator(),
                            false)
                    .map(Customer::getId)
                    .toList();
            assertTrue(kept.containsAll(answered), "an answered customer is gone");
        }
    }

    /** Runs a twin in a process of its own, kills it hard in the middle of writing, and returns what it had answered. */
    private static List<String> writeUntilKilled(Path file, long millis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwinProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> answered = new ArrayList<>();
        try (var lines = process.inputReader()) {
            StripeClient client = StripeClient.builder()
                    .setApiKey(Newsstand.KEY)
                    .setApiBase(lines.readLine())
                    .build();
            Thread.ofVirtual().start(() -> killAfter(process, millis));
            while (true) {
                answered.add(client.v1()
                        .customers()
                        .create(CustomerCreateParams.builder().build())
                        .getId());
            }
        } catch (ApiConnectionException killed) {
            return answered;
        }
    }

    private static void killAfter(Process process, long millis) {
        try {
            Thread.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
