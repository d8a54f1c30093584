package news.masthead.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Shows what {@link LocalClock} shows, to a stand-in that lives outside the site: it looks the offset up each time. */
final class FollowingClock extends Clock {

    private final Remembered kept;
    private final Clock machine;

    private FollowingClock(Remembered kept, Clock machine) {
        this.kept = kept;
        this.machine = machine;
    }

    static FollowingClock of(Path file) {
        return new FollowingClock(new Remembered(file), Clock.system(ZoneOffset.UTC));
    }

    @Override
    public Instant instant() {
        return machine.instant()
                .plus(kept.get(LocalClock.AHEAD).map(Duration::parse).orElse(Duration.ZERO));
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new FollowingClock(kept, machine.withZone(zone));
    }
}
