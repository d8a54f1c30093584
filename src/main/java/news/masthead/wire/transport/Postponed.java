package news.masthead.wire.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Mails that could not be taken, and when each is tried again. Of this process only: after a restart all are tried. */
final class Postponed {

    private static final Logger LOG = Logger.getLogger(Postponed.class);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 6;

    private final Clock clock;
    private final Map<TakenMail.Id, Turn> turns = new ConcurrentHashMap<>();

    private record Turn(int failures, Instant due) {}

    Postponed(Clock clock) {
        this.clock = clock;
    }

    boolean isDue(TakenMail.Id mail) {
        Turn turn = turns.get(mail);
        return turn == null || !clock.instant().isBefore(turn.due);
    }

    void again(TakenMail.Id mail, Exception failure) {
        Turn last = turns.getOrDefault(mail, new Turn(0, Instant.MIN));
        if (last.failures == 0) {
            LOG.warnf(failure, "%s could not be taken; it stays where it is and is tried again", mail);
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(last.failures, MOST_DOUBLINGS));
        turns.put(mail, new Turn(last.failures + 1, clock.instant().plus(pause)));
    }

    void forget(TakenMail.Id mail) {
        turns.remove(mail);
    }
}
