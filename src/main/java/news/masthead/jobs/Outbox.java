package news.masthead.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The durable "later": a job put here inside a transaction runs after that transaction commits, on some node, at least once, and not at all if
 * it rolls back.
 */
@ApplicationScoped
public class Outbox {

    /** One is always with the mailboxes, where there are any. */
    private static final int THREADS = 6;

    /** A node that missed four beats is dead, and others take over what it was at; by default that would be half an hour. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Clock clock;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    @All
    List<Job> jobs;

    @Inject
    @All
    List<RecurringJob> recurring;

    private Map<String, OneTimeTask<Void>> tasks;
    private Scheduler scheduler;

    void start(@Observes StartupEvent starting) {
        tasks = jobs.stream().map(Outbox::task).collect(Collectors.toMap(Task::getName, Function.identity()));
        scheduler = Scheduler.create(dataSource, List.copyOf(tasks.values()))
                .startTasks(recurring.stream().map(Outbox::recurringTask).toList())
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LAST_WORDS)
                .enableImmediateExecution()
                .build();
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.stop();
    }

    /** Runs {@code job} with {@code key} as soon as the transaction around this call has committed; at once where there is none. */
    public void soon(Job job, String key) {
        at(clock.instant(), job, key);
    }

    /** As {@link #soon}, not before {@code due}. */
    public void at(Instant due, Job job, String key) {
        scheduler.scheduleIfNotExists(tasks.get(job.name()).instance(key + "@" + UUID.randomUUID()), due);
        if (transactions.getTransactionKey() != null) {
            transactions.registerInterposedSynchronization(new LookAtOnceAfterCommit());
        }
    }

    private static OneTimeTask<Void> task(Job job) {
        return Tasks.oneTime(job.name())
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 2))
                .execute((instance, context) -> job.run(keyOf(instance.getId())));
    }

    private static RecurringTask<Void> recurringTask(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.pause())).execute((instance, context) -> job.run());
    }

    private static String keyOf(String instanceId) {
        return instanceId.substring(0, instanceId.lastIndexOf('@'));
    }

    /** Spares the reader the wait for the next poll; the poll would find the row anyway. */
    private final class LookAtOnceAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                scheduler.triggerCheckForDueExecutions();
            }
        }
    }
}
