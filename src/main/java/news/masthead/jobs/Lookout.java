package news.masthead.jobs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Asks one question on behalf of everybody who comes: at most ten times a second, and nobody waits for the answer longer than 0.3 s, so that a
 * database that is silent keeps no reader from a page that lies in memory.
 */
public final class Lookout {

    private static final Logger LOG = Logger.getLogger(Lookout.class);
    private static final long FRESH_ENOUGH = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long WORTH_WAITING = TimeUnit.MILLISECONDS.toNanos(300);

    private final Runnable question;
    private final Executor thread = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("lookout").unstarted(work));
    private CompletableFuture<Void> answer = CompletableFuture.completedFuture(null);
    private volatile long askedAt = System.nanoTime() - FRESH_ENOUGH;

    public Lookout(Runnable question) {
        this.question = question;
    }

    /** Returns when the question was answered a moment ago, or when waiting has become worse than not knowing. */
    public void look() {
        try {
            asked().get(Math.max(0, askedAt + WORTH_WAITING - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            LOG.debugf("No answer: %s", silent);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CompletableFuture<Void> asked() {
        if (answer.isDone() && System.nanoTime() - askedAt >= FRESH_ENOUGH) {
            askedAt = System.nanoTime();
            answer = CompletableFuture.runAsync(question, thread);
        }
        return answer;
    }
}
