package news.masthead.local;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The application's clock in local mode: it runs with the machine's, ahead of it by as much as it was moved, also after
 * a restart. Where the database is real it is the machine's clock and cannot be moved.
 */
@Singleton
class LocalClock {
    private static final String AHEAD = "ahead";

    private final InstantSource machine;
    private final Optional<Remembered> kept;
    private volatile Duration ahead;

    @Inject
    LocalClock(LocalSettings settings) {
        this(InstantSource.system(), settings.clock());
    }

    LocalClock(InstantSource machine, Optional<Path> file) {
        this.machine = machine;
        this.kept = file.map(Remembered::new);
        this.ahead =
                kept.flatMap(values -> values.get(AHEAD)).map(Duration::parse).orElse(Duration.ZERO);
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return new Ahead(ZoneOffset.UTC);
    }

    Instant now() {
        return machine.instant().plus(ahead);
    }

    /** How far it is ahead of the machine's clock; never negative. */
    Duration ahead() {
        return ahead;
    }

    /**
     * @throws IllegalArgumentException if {@code step} is negative: what has happened cannot be undone by a clock
     * @throws IllegalStateException outside local mode
     */
    synchronized void moveBy(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("The clock moves forward only, not by " + step);
        }
        var values = kept.orElseThrow(() -> new IllegalStateException("Only the clock of local mode can be moved"));
        var moved = ahead.plus(step);
        values.put(AHEAD, moved.toString());
        ahead = moved;
    }

    /** As {@link #moveBy}, until it shows {@code then}. */
    void moveTo(Instant then) {
        moveBy(Duration.between(now(), then));
    }

    private final class Ahead extends Clock {
        private final ZoneId zone;

        Ahead(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Ahead(other);
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
