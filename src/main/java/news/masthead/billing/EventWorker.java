package news.masthead.billing;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import news.masthead.jobs.RecurringJob;

/**
 * Hears the events that wait in the inbox, on every node, a batch at a time. Events of one subscription that came close together are followed
 * by one look at Stripe, which began after all of them. It is woken by each event; that it comes round by itself is what makes it certain.
 */
@ApplicationScoped
class EventWorker implements RecurringJob {

    /** The more are taken at once, the more of them one look answers. */
    private static final int BATCH = 4000;

    private static final int LOOKS_AT_ONCE = 6;

    /** What is not reached by then is left to whoever takes it next, before it could be taken while it is in hand. */
    private static final Duration SHIFT = EventInbox.TAKEN.multipliedBy(2).dividedBy(3);

    /** A checkout causes a dozen events within a moment; and in a flood, this is the time that is left to those who acknowledge it. */
    private static final Duration GATHERING = Duration.ofMillis(300);

    @Inject
    EventInbox inbox;

    @Inject
    Hearing hearing;

    @Inject
    StripeSync sync;

    @Inject
    Pace pace;

    @Inject
    MeterRegistry metrics;

    private final AtomicBoolean isCalled = new AtomicBoolean();
    private volatile boolean isStopping;
    private final ScheduledExecutorService caller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stripe-inbox").factory());
    private final ExecutorService looks = Executors.newFixedThreadPool(
            LOOKS_AT_ONCE, Thread.ofPlatform().daemon().name("stripe-look-", 1).factory());

    @Override
    public String name() {
        return "stripe-inbox";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        List<EventInbox.Taken> batch;
        do {
            batch = inbox.take(BATCH);
            hear(batch);
        } while (batch.size() == BATCH && !isStopping);
    }

    /** An event has come in. */
    void call() {
        if (isCalled.compareAndSet(false, true)) {
            caller.schedule(this::answer, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        isStopping = true;
        caller.shutdownNow();
        looks.shutdown();
    }

    private void answer() {
        isCalled.set(false);
        try {
            run();
        } catch (RuntimeException problem) {
            Log.error("The events that wait were not heard, and will be when the job comes round", problem);
        }
    }

    /** What dies before it is closed is heard again, which does no harm. */
    private void hear(List<EventInbox.Taken> batch) {
        long over = System.nanoTime() + SHIFT.toNanos();
        Map<String, StripeSync.Found> found = new ConcurrentHashMap<>();
        Hearing.Syncing once = id -> found.computeIfAbsent(id, this::look);
        List<Future<Outcome>> underway = new ArrayList<>();
        batch.forEach(event -> underway.add(
                looks.submit(() -> isStopping || System.nanoTime() > over ? Outcome.NOT_REACHED : hear(event, once))));
        Map<Outcome, List<String>> events = new EnumMap<>(Outcome.class);
        for (int i = 0; i < batch.size(); i++) {
            events.computeIfAbsent(await(underway.get(i)), outcome -> new ArrayList<>())
                    .add(batch.get(i).id());
        }
        inbox.heard(events.getOrDefault(Outcome.HEARD, List.of()));
        inbox.giveBack(events.getOrDefault(Outcome.NOT_REACHED, List.of()));
    }

    private enum Outcome {
        HEARD,
        /** Parked, or tried again after a pause. */
        PUT_ASIDE,
        NOT_REACHED
    }

    private StripeSync.Found look(String subscription) {
        pace.await();
        return sync.sync(subscription);
    }

    private Outcome hear(EventInbox.Taken event, Hearing.Syncing syncing) {
        try {
            Optional<Hearing.Parked> parked = hearing.hear(head(event), syncing);
            parked.ifPresent(why -> park(event, why));
            return parked.isEmpty() ? Outcome.HEARD : Outcome.PUT_ASIDE;
        } catch (RuntimeException problem) {
            Log.errorf(
                    problem, "Stripe event %s was not heard at try %d, and is tried again", event.id(), event.tries());
            inbox.again(event);
            return Outcome.PUT_ASIDE;
        }
    }

    private void park(EventInbox.Taken event, Hearing.Parked why) {
        Log.infof("Stripe event %s is parked: %s", event.id(), why.note());
        metrics.counter(
                        "masthead.billing.events.parked",
                        "reason",
                        why.reason().name().toLowerCase(Locale.ROOT))
                .increment();
        inbox.park(event.id(), why.reason(), why.note());
    }

    private static EventHead head(EventInbox.Taken event) {
        try {
            return EventHead.read(event.raw());
        } catch (EventHead.NotAnEvent impossible) {
            throw new IllegalStateException("Event " + event.id() + " was kept and cannot be read", impossible);
        }
    }

    private static Outcome await(Future<Outcome> look) {
        try {
            return look.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while events were being heard", stopping);
        } catch (ExecutionException problem) {
            throw new IllegalStateException("An event could be neither heard nor put off", problem);
        }
    }
}
