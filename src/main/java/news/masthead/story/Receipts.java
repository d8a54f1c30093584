package news.masthead.story;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has every surface of this node drop what was withdrawn, and writes down that it did. What it is to do, it looks up: whatever it missed while
 * the node was cut off, it does later. A thread of its own, since nobody may wait for it.
 */
@ApplicationScoped
class Receipts {

    private static final Logger LOG = Logger.getLogger(Receipts.class);

    @Inject
    @All
    List<Surface> surfaces;

    @Inject
    ReceiptBook book;

    @Inject
    Clock clock;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("receipts").unstarted(work));

    /** The last withdrawal before this process began: it holds nothing older. Null until it is known. */
    private Long start;

    /** Soon, on another thread. */
    void catchUp() {
        thread.execute(this::dropWhatWasWithdrawn);
    }

    void stop(@Observes ShutdownEvent ending) {
        thread.shutdownNow();
    }

    private void dropWhatWasWithdrawn() {
        try {
            start = start == null ? Long.valueOf(book.last()) : start;
            boolean all = true;
            for (ReceiptBook.Order order : book.notReceipted(start, surfaces.size())) {
                for (Surface surface : surfaces) {
                    all &= dropped(surface, order);
                }
            }
            again(!all);
        } catch (SQLException silent) {
            LOG.warnf("Receipts have to wait for the database: %s", silent);
            again(true);
        }
    }

    private boolean dropped(Surface surface, ReceiptBook.Order order) throws SQLException {
        try {
            surface.drop(order.story());
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The %s did not drop story %s; it is tried again", surface.name(), order.story());
            return false;
        }
        book.write(order, surface.name(), clock.instant());
        return true;
    }

    private void again(boolean needed) {
        if (needed && !thread.isShutdown()) {
            thread.schedule(this::dropWhatWasWithdrawn, 1, TimeUnit.SECONDS);
        }
    }
}
