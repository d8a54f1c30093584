package news.masthead.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Test
    void a_month_begins_at_midnight_in_Kolkata_not_in_Greenwich() {
        Instant lastOfNovember = Instant.parse("2026-11-30T18:29:59Z");
        Instant firstOfDecember = Instant.parse("2026-11-30T18:30:00Z");
        Window november = Window.monthOf(lastOfNovember, KOLKATA);
        assertTrue(november.contains(lastOfNovember));
        assertFalse(november.contains(firstOfDecember));
        assertEquals(firstOfDecember, Window.monthOf(firstOfDecember, KOLKATA).start());
    }

    @Test
    void every_instant_of_four_years_is_in_exactly_its_own_month() {
        Instant at = Instant.parse("2026-12-31T18:30:00Z");
        Window month = Window.monthOf(at, KOLKATA);
        for (int months = 0; months < 48; months++) {
            Window next = Window.monthOf(month.end(), KOLKATA);
            assertEquals(month.end(), next.start());
            assertEquals(month, Window.monthOf(month.end().minusMillis(1), KOLKATA));
            month = next;
        }
        assertEquals(Instant.parse("2030-12-31T18:30:00Z"), month.start());
    }

    /** Leap years, clocks that change at midnight, days that were left out: half an hour and a nanosecond on both sides of every edge. */
    @Test
    void in_every_zone_there_is_each_month_ends_where_the_next_begins() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            Window month = Window.monthOf(Instant.parse("1996-01-15T00:00:00Z"), zone);
            for (int months = 0; months < 12 * 40; months++) {
                Window next = Window.monthOf(month.end(), zone);
                String where = id + " at " + month.end();
                assertEquals(month.end(), next.start(), where);
                assertEquals(month, Window.monthOf(month.start(), zone), where);
                assertEquals(month, Window.monthOf(month.end().minusNanos(1), zone), where);
                assertEquals(month, Window.monthOf(month.end().minusSeconds(1_800), zone), where);
                assertEquals(next, Window.monthOf(next.start().plusSeconds(1_800), zone), where);
                assertEquals(1, next.start().atZone(zone).getDayOfMonth(), where);
                long days = Duration.between(month.start(), month.end()).toDays();
                assertTrue(days >= 27 && days <= 31, where);
                month = next;
            }
        }
    }

    @Test
    void an_empty_window_is_refused() {
        Instant at = Instant.parse("2026-11-24T00:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> new Window(at, at));
    }
}
