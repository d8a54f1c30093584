package news.masthead.billing.twin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Stands in for Stripe in local mode and in tests: an HTTP server on the loopback address that keeps customers, prices, Checkout
 * sessions, subscriptions and invoices, and sends signed webhooks. Every request, answer and event is held against the contract that
 * Stripe's own types make ({@code src/main/resources/stripe-contract}); every rule of behaviour names the page of docs.stripe.com it is
 * taken from; what is not modelled answers 501. It proves shapes and documented behaviour, and nothing that only Stripe can show.
 */
public final class StripeTwin implements AutoCloseable {

    /**
     * @param port of the loopback address; 0 takes any that is free
     * @param state the file that keeps everything over a restart, kill -9 included; empty keeps it in memory
     * @param apiKey the key that requests must carry, {@code sk_test_...}
     * @param webhookSecret signs the webhooks, {@code whsec_...}
     * @param webhook where events are sent; empty until {@link #deliverTo}
     * @param clock the time of everything that is on no test clock, and of the webhooks' signatures
     * @param retries how long after each failed payment of a renewal the next attempt is made
     * @param afterRetries what becomes of the subscription when the last of them has failed
     * @param notice how long before a renewal it is told of
     * @param feeBasisPoints what Stripe keeps of each charge, in hundredths of a percent
     */
    public record Options(
            int port,
            Optional<Path> state,
            String apiKey,
            String webhookSecret,
            Optional<URI> webhook,
            Clock clock,
            List<Duration> retries,
            AfterRetries afterRetries,
            Duration notice,
            long feeBasisPoints) {

        private static final long TWO_PERCENT = 200;
        private static final Duration WEEK = Duration.ofDays(7);
        private static final List<Duration> RETRIES =
                List.of(Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7));

        public Options {
            Objects.requireNonNull(state);
            Objects.requireNonNull(apiKey);
            Objects.requireNonNull(webhookSecret);
            Objects.requireNonNull(webhook);
            Objects.requireNonNull(clock);
            Objects.requireNonNull(afterRetries);
            Objects.requireNonNull(notice);
            retries = List.copyOf(retries);
        }

        /** Any free port, in memory, no webhook yet, retries after 3, 5 and 7 days and then the end, a week's notice, fees of 2 %. */
        public static Options of(String apiKey, String webhookSecret, Clock clock) {
            return new Options(
                    0,
                    Optional.empty(),
                    apiKey,
                    webhookSecret,
                    Optional.empty(),
                    clock,
                    RETRIES,
                    AfterRetries.CANCEL,
                    WEEK,
                    TWO_PERCENT);
        }

        public Options onPort(int number) {
            return new Options(
                    number,
                    state,
                    apiKey,
                    webhookSecret,
                    webhook,
                    clock,
                    retries,
                    afterRetries,
                    notice,
                    feeBasisPoints);
        }

        public Options keptIn(Path file) {
            return new Options(
                    port,
                    Optional.of(file),
                    apiKey,
                    webhookSecret,
                    webhook,
                    clock,
                    retries,
                    afterRetries,
                    notice,
                    feeBasisPoints);
        }

        public Options sendingTo(URI uri) {
            return new Options(
                    port,
                    state,
                    apiKey,
                    webhookSecret,
                    Optional.of(uri),
                    clock,
                    retries,
                    afterRetries,
                    notice,
                    feeBasisPoints);
        }

        public Options retryingAfter(Duration... waits) {
            return new Options(
                    port,
                    state,
                    apiKey,
                    webhookSecret,
                    webhook,
                    clock,
                    List.of(waits),
                    afterRetries,
                    notice,
                    feeBasisPoints);
        }

        public Options endingWith(AfterRetries last) {
            return new Options(
                    port, state, apiKey, webhookSecret, webhook, clock, retries, last, notice, feeBasisPoints);
        }

        /** Renewals are told of that long before, as the account's settings have it. */
        public Options tellingOfRenewals(Duration before) {
            return new Options(
                    port, state, apiKey, webhookSecret, webhook, clock, retries, afterRetries, before, feeBasisPoints);
        }

        public Options keepingFees(long basisPoints) {
            return new Options(
                    port, state, apiKey, webhookSecret, webhook, clock, retries, afterRetries, notice, basisPoints);
        }
    }

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration ADVANCE = Duration.ofMillis(20);

    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService background = Executors.newScheduledThreadPool(
            4, Thread.ofPlatform().daemon().name("stripe-twin-", 1).factory());
    private final Violations violations = new Violations();
    private final Faults faults = new Faults();
    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Controls controls;

    private StripeTwin(Options options) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        ledger = new Ledger(new StateFile(options.state()));
        Hours hours = new Hours(options.clock(), ledger);
        deliveries = new Deliveries(ledger, hours, background);
        Assembly parts = new Assembly(options, ledger, hours, deliveries, violations, url(), this::soon);
        server.createContext("/v1/", parts.api(options.apiKey(), url(), faults));
        server.createContext("/", parts.pages());
        server.createContext(Portal.PATH, parts.portalPages());
        controls = parts.controls();
        parts.resume(url());
        options.webhook().ifPresent(webhook -> deliveries.to(webhook, options.webhookSecret()));
        background.scheduleWithFixedDelay(
                () -> tick(parts.timeline()), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        server.setExecutor(requests);
        server.start();
    }

    /** @throws UncheckedIOException if the port is taken or the state cannot be read */
    public static StripeTwin start(Options options) {
        try {
            return new StripeTwin(options);
        } catch (IOException e) {
            throw new UncheckedIOException("The Stripe twin cannot listen on port " + options.port(), e);
        }
    }

    /** What {@code StripeClient.builder().setApiBase} takes. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Sends the events from now on here, with those that have not arrived yet. */
    public void deliverTo(URI webhook, String secret) {
        deliveries.to(webhook, secret);
    }

    /** How webhooks are sent from now on. */
    public void deliver(DeliveryMode mode) {
        deliveries.in(mode);
    }

    /** How requests are answered from now on. */
    public void answer(ApiMode mode) {
        faults.in(mode);
    }

    /** Sends what {@link DeliveryMode#heldBack} has kept, in a random order, each after the answer to the one before. */
    public void release(RandomGenerator chance) {
        deliveries.release(chance);
    }

    /** Everything that was sent beside the events by {@link DeliveryMode#among}, with the site's answers. */
    public List<Stranger.Met> strangers() {
        return deliveries.met();
    }

    /** Sends again whatever has not arrived: lost in a hostile mode, or refused until the attempts were exhausted. */
    public void redeliver() {
        deliveries.redeliver();
    }

    /** Waits until no webhook is underway; false if that takes longer. */
    public boolean awaitDeliveries(Duration time) throws InterruptedException {
        return deliveries.areDoneWithin(time);
    }

    /**
     * A reader's bank disputes what was paid.
     *
     * @param payment a charge, or a payment intent that has one
     * @param reason as Stripe names it, such as {@code fraudulent}: https://docs.stripe.com/api/disputes/object#dispute_object-reason
     * @return the dispute's id
     */
    public String dispute(String payment, String reason) {
        return Json.id(ledger.write(() -> controls.dispute(payment, reason)));
    }

    /** The bank decides a dispute, whatever was said to it. */
    public void decide(String dispute, boolean won) {
        ledger.write(() -> controls.decide(dispute, won));
    }

    /**
     * The bank gives its last word on a payment intent that is {@code processing}, or its owner answers one that is
     * {@code requires_action}.
     */
    public void close(String payment, boolean yes) {
        ledger.write(() -> controls.close(payment, yes));
    }

    /** Whether Indian cards are debited from now on by the rules of India: by mandate, and a day after a notice. */
    public void ruleAsInIndia(boolean rule) {
        controls.rule(rule);
    }

    /** Each place where the twin itself broke Stripe's contract; empty in every test that passes. */
    public List<String> violations() {
        return violations.all();
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
        background.shutdownNow();
        try {
            background.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Ledger ledger() {
        return ledger;
    }

    private void soon(Runnable work) {
        background.schedule(work, ADVANCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick(Timeline timeline) {
        try {
            timeline.catchUp();
        } catch (RuntimeException e) {
            // A periodic task that throws is never run again.
            violations.add("clock", List.of(e.toString()));
        }
    }
}
