package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import news.masthead.jobs.Job;
import news.masthead.jobs.Outbox;
import org.jboss.logging.Logger;

/** Carries out an order of {@link Replays} a few files at a time, so that nothing else waits long; it goes on where a crash stopped it. */
@ApplicationScoped
class ReplayJob implements Job {

    private static final Logger LOG = Logger.getLogger(ReplayJob.class);
    private static final int FILES_AT_A_TIME = 25;

    @Inject
    Replays replays;

    @Inject
    Replay replay;

    @Inject
    Outbox outbox;

    @Override
    public String name() {
        return "wire-replay";
    }

    @Override
    public void run(String key) {
        ReplayOrder order = replays.find(Long.parseLong(key)).orElseThrow();
        List<Replays.Next> files = replays.next(order, FILES_AT_A_TIME);
        int read = order.filesRead;
        for (Replays.Next next : files) {
            again(next, order);
            if (!replays.hasRead(order.id, read++, next)) {
                return;
            }
        }
        if (files.isEmpty()) {
            replays.ends(order.id);
        } else {
            outbox.soon(this, key);
        }
    }

    /** One file that cannot be read again, for whatever reason, keeps no other from it. */
    private void again(Replays.Next next, ReplayOrder order) {
        try {
            replay.again(next.file(), order.orderedBy, order.id);
        } catch (RuntimeException unforeseen) {
            LOG.errorf(
                    unforeseen,
                    "File %s of %s could not be read again",
                    next.file().hash(),
                    next.file().source());
            replay.failed(next.file(), order, "It could not be read again; the log says why.");
        }
    }
}
