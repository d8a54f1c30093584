package news.masthead.wire.transport;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import news.masthead.jobs.RecurringJob;
import news.masthead.wire.Transports;
import org.jboss.logging.Logger;

/**
 * Attends to every configured mailbox, each on a thread of its own, in rounds: the job gives it to one node at a time, and a node that dies is
 * relieved by another.
 */
@ApplicationScoped
class Mailboxes implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(Mailboxes.class);
    private static final Duration ROUND = Duration.ofMinutes(5);
    private static final Duration LONGEST_LISTENING = Duration.ofMinutes(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 5;

    @Inject
    MailboxSettings settings;

    @Inject
    MailIntake intake;

    @Inject
    Transports transports;

    @Inject
    Clock clock;

    private final Set<MailboxVisit> listening = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mailbox-alarm").factory());
    private Postponed postponed;

    @PostConstruct
    void begin() {
        postponed = new Postponed(clock);
    }

    @Override
    public String name() {
        return "wire-mailboxes";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        Map<String, MailboxSettings.Mailbox> all = settings.all();
        long end = System.nanoTime() + ROUND.toNanos();
        if (!all.isEmpty()) {
            try (ExecutorService each = Executors.newFixedThreadPool(all.size())) {
                all.forEach((name, mailbox) -> each.execute(() -> attend(name, mailbox, end)));
            }
        }
    }

    /** Before the jobs are told to end, which wait for this one. */
    void stop(@Observes @Priority(1) ShutdownEvent stopping) {
        stopped.countDown();
        listening.forEach(this::wake);
        alarms.shutdownNow();
    }

    /**
     * Takes what comes, at least once, until it is time to end.
     *
     * @param end by {@link System#nanoTime}
     */
    void attend(String name, MailboxSettings.Mailbox mailbox, long end) {
        Transports.Line line = new Transports.Line(Transports.Kind.MAILBOX, "", name);
        int failures = 0;
        do {
            try (MailboxVisit visit = new MailboxVisit(name, mailbox, intake, postponed)) {
                do {
                    visit.takeAll();
                    failures = 0;
                    transports.worked(line);
                } while (awaitNews(visit, mailbox.pause(), end));
            } catch (MessagingException | RuntimeException failure) {
                transports.failed(line, sentence(failure));
                rest(FIRST_RETRY.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)), end);
                failures++;
            }
        } while (isOn(end));
    }

    private boolean awaitNews(MailboxVisit visit, Duration pause, long end) throws MessagingException {
        if (isOn(end) && !visit.hasNews()) {
            if (visit.isTold()) {
                listen(visit, end);
            } else {
                rest(pause, end);
            }
        }
        return isOn(end);
    }

    private void listen(MailboxVisit visit, long end) throws MessagingException {
        long longest = Math.min(LONGEST_LISTENING.toNanos(), Math.max(0, end - System.nanoTime()));
        ScheduledFuture<?> alarm = alarms.schedule(() -> wake(visit), longest, TimeUnit.NANOSECONDS);
        listening.add(visit);
        try {
            visit.listen();
        } finally {
            listening.remove(visit);
            alarm.cancel(false);
        }
    }

    private void wake(MailboxVisit visit) {
        try {
            visit.wake();
        } catch (MessagingException | RuntimeException broken) {
            LOG.debugf(broken, "The connection is broken; who listens on it is told the same");
        }
    }

    private void rest(Duration pause, long end) {
        try {
            stopped.await(Math.min(pause.toNanos(), Math.max(0, end - System.nanoTime())), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOn(long end) {
        return stopped.getCount() > 0 && !Thread.currentThread().isInterrupted() && System.nanoTime() < end;
    }

    private static String sentence(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return failure.getMessage() + (cause == failure ? "" : ": " + cause.getMessage());
    }
}
