package news.masthead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClockTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    @TempDir
    Path folder;

    private Instant machine = NOW;

    @Test
    void it_shows_the_machine_s_time_until_it_is_moved() {
        assertEquals(NOW, clock().clock().instant());
    }

    @Test
    void it_runs_on_from_where_it_was_moved_to() {
        var clock = clock();

        clock.moveBy(Duration.ofDays(30));
        clock.moveTo(NOW.plus(Duration.ofDays(31)));
        machine = machine.plusSeconds(5);

        assertEquals(NOW.plus(Duration.ofDays(31)).plusSeconds(5), clock.clock().instant());
    }

    @Test
    void it_is_as_far_ahead_after_a_restart() {
        clock().moveBy(Duration.ofHours(7));

        assertEquals(Duration.ofHours(7), clock().ahead());
    }

    @Test
    void it_never_goes_back() {
        var clock = clock();

        assertThrows(IllegalArgumentException.class, () -> clock.moveBy(Duration.ofNanos(-1)));
        assertThrows(IllegalArgumentException.class, () -> clock.moveTo(NOW.minusSeconds(1)));
        assertEquals(NOW, clock.now());
    }

    @Test
    void outside_local_mode_it_cannot_be_moved() {
        var clock = new LocalClock(source(), Optional.empty());

        assertThrows(IllegalStateException.class, () -> clock.moveBy(Duration.ofDays(1)));
        assertEquals(NOW, clock.now());
    }

    private LocalClock clock() {
        return new LocalClock(source(), Optional.of(folder.resolve("clock")));
    }

    private InstantSource source() {
        return () -> machine;
    }
}
