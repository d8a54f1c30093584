package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The site's clock in tests: the real one, and ahead of it by as much as tests have moved it. */
@Alternative
@ApplicationScoped
class MovableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** Moves on; never back. */
    void moveTo(Instant at) {
        Duration wanted = Duration.between(Clock.systemUTC().instant(), at);
        ahead = wanted.compareTo(ahead) > 0 ? wanted : ahead;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.systemUTC().withZone(zone);
    }
}
