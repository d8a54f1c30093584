package news.masthead.subscription;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.masthead.subscription.FunnelRows.Dated;
import news.masthead.values.Publication;
import org.jboss.logging.Logger;

/**
 * From the wall to a subscription, counted by day and story, and told of nobody: what is counted here has no reader and no instant, and
 * {@link Crowd} sees to it that it cannot be laid beside those who bought. Walls and looks at the plans are gathered in memory and written every
 * few seconds, so that nobody waits for them; a crash loses those few seconds. Walls that a shared cache answered are not seen here.
 */
@ApplicationScoped
public class Funnel {

    private static final Logger LOG = Logger.getLogger(Funnel.class);
    private static final long PAUSE_SECONDS = 5;

    /** Different stories between two writings; more are counted for none. */
    private static final int ROOM = 10_000;

    @Inject
    FunnelRows rows;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    private final Map<Place, Long> gathered = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("funnel").unstarted(work));
    private boolean complained;

    private record Place(LocalDate day, Step step, String section, long story) {}

    void start(@Observes StartupEvent starting) {
        thread.scheduleWithFixedDelay(this::flush, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent ending) {
        thread.shutdown();
        flush();
    }

    /** A reader met the wall of a story. Never waits and never fails. */
    public void wall(String section, long story) {
        gather(new Place(today(), Step.WALL, section, story));
    }

    /** Somebody looks at the plans, from a story or not. Never waits and never fails. */
    public void plans(Optional<Long> story) {
        gather(new Place(today(), Step.PLANS, "", story.orElse(0L)));
    }

    /** A payment page was opened. Belongs into the transaction that writes it down. */
    public void checkout(Optional<Long> story) {
        rows.add(today(), new Steps("", story.orElse(0L), Step.CHECKOUT, 1));
    }

    /** It was paid. Belongs into the transaction that writes it down. */
    public void paid(Optional<Long> story) {
        rows.add(today(), new Steps("", story.orElse(0L), Step.PAID, 1));
    }

    /**
     * All that was counted in those days of the publisher's zone; counts by story are for the eye of staff, who should not be shown small ones.
     *
     * @param until exclusive
     */
    public List<Steps> between(LocalDate from, LocalDate until) {
        return rows.between(from, until);
    }

    /** Writes what this node has gathered. While the database is away it is kept for later. */
    public synchronized void flush() {
        List<Dated> batch = new ArrayList<>();
        for (Place place : gathered.keySet()) {
            Long times = gathered.remove(place);
            batch.add(new Dated(place.day, new Steps(place.section, place.story, place.step, times)));
        }
        // Walls first, for the other steps look for them; and on every node in one order, so that none waits for
        // another in a ring
        batch.sort(Comparator.comparing((Dated one) -> one.steps().step())
                .thenComparing(one -> one.steps().story())
                .thenComparing(Dated::day));
        try {
            if (!batch.isEmpty()) {
                rows.addAll(batch);
            }
            complained = false;
        } catch (RuntimeException away) {
            batch.forEach(one -> gather(
                    new Place(
                            one.day(),
                            one.steps().step(),
                            one.steps().section(),
                            one.steps().story()),
                    one.steps().times()));
            complain(away);
        }
    }

    private void gather(Place place) {
        boolean room = gathered.size() < ROOM || gathered.containsKey(place);
        gather(room ? place : new Place(place.day, place.step, "", 0), 1);
    }

    private void gather(Place place, long times) {
        gathered.merge(place, times, Long::sum);
    }

    private void complain(RuntimeException away) {
        if (!complained) {
            LOG.warnf("Steps to a subscription wait for the database: %s", away);
        }
        complained = true;
    }

    private LocalDate today() {
        return clock.instant().atZone(publication.zone()).toLocalDate();
    }
}
