package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * How each way on which copy reaches us fares. A transport tells it after every look; what has not changed is written down and logged once a
 * minute at most.
 */
@ApplicationScoped
public class Transports {

    private static final Logger LOG = Logger.getLogger(Transports.class);
    private static final Duration UNCHANGED_IS_NEWS_AFTER = Duration.ofMinutes(1);
    private static final int LONGEST_SENTENCE = 500;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Inject
    Transports self;

    private final Map<Line, Told> lastTold = new ConcurrentHashMap<>();

    /** The kinds of transport. */
    public enum Kind {
        PUSH,
        FOLDER,
        MAILBOX,
        FEED
    }

    /**
     * One way in.
     *
     * @param source id of the agency; empty for a mailbox, which is for all of them
     * @param name tells it from others of its kind; no secret in it
     */
    public record Line(Kind kind, String source, String name) {

        @Override
        public String toString() {
            return switch (kind) {
                case PUSH -> "The push of " + source;
                case FOLDER -> "The drop folder of " + source;
                case MAILBOX -> "The mailbox " + name;
                case FEED -> "The feed " + name + " of " + source;
            };
        }
    }

    private record Told(String error, Instant at) {}

    /** It did what it is for, whether or not there was anything to take. */
    public void worked(Line line) {
        tell(line, "");
    }

    /**
     * It did not.
     *
     * @param sentence what is wrong, for an operator
     */
    public void failed(Line line, String sentence) {
        tell(line, sentence.substring(0, Math.min(sentence.length(), LONGEST_SENTENCE)));
    }

    /** Never throws: that the state of a transport cannot be noted must not stop the transport. */
    private void tell(Line line, String error) {
        Instant now = clock.instant();
        Told last = lastTold.get(line);
        boolean changed = last == null || !last.error.equals(error);
        if (!changed && now.isBefore(last.at.plus(UNCHANGED_IS_NEWS_AFTER))) {
            return;
        }
        lastTold.put(line, new Told(error, now));
        if (changed && line.kind != Kind.PUSH) { // anybody can push badly, as often as he likes
            log(line, error, last);
        }
        try {
            self.note(line, error, now);
        } catch (RuntimeException failure) {
            lastTold.remove(line);
            LOG.warnf("%s: how it fares could not be noted: %s", line, failure);
        }
    }

    private static void log(Line line, String error, Told last) {
        if (!error.isEmpty()) {
            LOG.warnf("%s fails: %s", line, error);
        } else if (last != null) {
            LOG.infof("%s works again", line);
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void note(Line line, String error, Instant now) {
        String state = error.isEmpty() ? "last_success = :now" : "last_error = :now, error = :error";
        database.createNativeQuery(
                        "insert into wire_transport (kind, source, name) values (:kind, :source, :name) on conflict do nothing")
                .setParameter("kind", line.kind.name())
                .setParameter("source", line.source)
                .setParameter("name", line.name)
                .executeUpdate();
        var update = database.createNativeQuery("update wire_transport set " + state
                        + " where kind = :kind and source = :source and name = :name")
                .setParameter("now", now)
                .setParameter("kind", line.kind.name())
                .setParameter("source", line.source)
                .setParameter("name", line.name);
        if (!error.isEmpty()) {
            update.setParameter("error", error);
        }
        update.executeUpdate();
    }

    /** How a way in fares: what it said last, well or ill. */
    record Fared(Line line, Instant lastSuccess, Instant lastError, String error) {}

    /** All that said something since then. */
    @Transactional
    List<Fared> since(Instant then) {
        List<Object[]> rows = database.createNativeQuery("""
                        select kind, source, name, last_success, last_error, error from wire_transport
                        where greatest(last_success, last_error) >= :then order by kind, source, name""", Object[].class)
                .setParameter("then", then)
                .getResultList();
        return rows.stream()
                .map(row -> new Fared(
                        new Line(Kind.valueOf((String) row[0]), (String) row[1], (String) row[2]),
                        (Instant) row[3],
                        (Instant) row[4],
                        (String) row[5]))
                .toList();
    }
}
