package news.masthead.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.masthead.identity.Reader;
import news.masthead.values.Publication;
import org.jboss.logging.Logger;

/**
 * Keeps what the gate decided, so that it can be explained. Nobody waits for it: decisions go into a buffer and are written in batches within a
 * second. What the buffer cannot hold while the database is away, and what a crash takes with it, is counted by the second in which it was
 * decided.
 */
@ApplicationScoped
public class DecisionLog {

    private static final Logger LOG = Logger.getLogger(DecisionLog.class);

    /** In the buffer, and as many rows again in the batch: about 100 MB while the database is away. */
    private static final int ROOM = 100_000;

    private static final long PAUSE_MILLIS = 300;

    @Inject
    DecisionSettings settings;

    @Inject
    DecisionTable table;

    @Inject
    DecisionMetrics metrics;

    @Inject
    Publication publication;

    private final int room;
    private final ArrayBlockingQueue<Noted> buffer;
    private final Map<Long, Integer> lost = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("decision-log").unstarted(work));

    private Tally tally;
    private Batch batch;
    private boolean complained;

    DecisionLog() {
        this(ROOM);
    }

    DecisionLog(int room) {
        this.room = room;
        buffer = new ArrayBlockingQueue<>(room);
    }

    /** Before the first reader can ask for anything. What an earlier process left in the tally is what it lost. */
    void start(@Observes @Priority(1) StartupEvent starting) {
        batch = new Batch(publication.zone());
        metrics.begin(() -> buffer.size() + batch.size());
        tally = Tally.openIn(settings.tally());
        tally.unsettled().forEach(this::lose);
        thread.scheduleWithFixedDelay(this::flush, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent ending) {
        thread.shutdown();
        flush();
        // What a full batch left in the buffer
        flush();
        tally.close();
    }

    /** Takes note of a decision. Never waits and never fails. */
    void note(Reader reader, Trace trace) {
        metrics.decided(trace);
        Noted one = new Noted(reader, trace);
        if (one.canBeAskedAbout()) {
            long second = one.at().getEpochSecond();
            tally.count(second);
            if (!buffer.offer(one)) {
                lose(second, 1);
            }
        }
    }

    /** Writes what this node has decided until now, so that it is found. While the database is away it is kept for later. */
    public synchronized void flush() {
        Map<Long, Integer> losses = Map.copyOf(lost);
        gather();
        try {
            if (!batch.isEmpty() || !losses.isEmpty()) {
                table.write(batch.rows(), losses);
                settle(losses);
                batch.seconds().forEach(tally::settle);
                batch = new Batch(publication.zone());
                tally.force();
            }
            complained = false;
        } catch (DecisionTable.Refused refused) {
            LOG.errorf(refused, "%d rows of decisions are lost: the database does not take them", batch.size());
            batch.seconds().forEach(this::lose);
            batch = new Batch(publication.zone());
        } catch (RuntimeException away) {
            complain(away);
        }
    }

    private void gather() {
        for (Noted one = next(); one != null; one = next()) {
            batch.add(one);
        }
    }

    private Noted next() {
        return batch.size() < room ? buffer.poll() : null;
    }

    private void lose(long second, int decisions) {
        lost.merge(second, decisions, Integer::sum);
        metrics.lost(decisions);
    }

    private void settle(Map<Long, Integer> losses) {
        losses.forEach((second, written) -> {
            lost.computeIfPresent(second, (same, all) -> all > written ? Integer.valueOf(all - written) : null);
            tally.settle(second, written);
        });
    }

    /** Once for each time that the database goes away. */
    private void complain(RuntimeException away) {
        if (!complained) {
            LOG.warnf("Decisions wait for the database: %s", away.getCause());
        }
        complained = true;
    }
}
