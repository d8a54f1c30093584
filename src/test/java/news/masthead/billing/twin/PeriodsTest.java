package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T06:30:00Z, 2026-11-30T06:30:00Z, month, 3, 2027-02-28T06:30:00Z",
        "2026-11-30T06:30:00Z, 2027-02-28T06:30:00Z, month, 3, 2027-05-30T06:30:00Z",
        "2026-11-30T06:30:00Z, 2027-03-31T00:00:00Z, month, 3, 2027-05-30T06:30:00Z",
        "2028-02-29T18:30:00Z, 2028-02-29T18:30:00Z, year, 2, 2030-02-28T18:30:00Z",
        "2028-02-29T18:30:00Z, 2030-02-28T18:30:00Z, year, 2, 2032-02-29T18:30:00Z",
        "2026-01-31T00:00:00Z, 2026-01-31T00:00:00Z, month, 1, 2026-02-28T00:00:00Z",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, week, 2, 2026-01-15T00:00:00Z",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, day, 1, 2026-01-02T00:00:00Z"
    })
    void the_next_bound_keeps_the_day_of_the_anchor(
            String anchor, String after, String interval, int count, String next) {
        var recurring = Json.object().put("interval", interval).put("interval_count", count);
        assertEquals(
                Instant.parse(next),
                Instant.ofEpochSecond(Periods.boundAfter(
                        Instant.parse(after).getEpochSecond(),
                        Instant.parse(anchor).getEpochSecond(),
                        recurring)));
    }

    @Test
    void three_years_are_the_longest_period() {
        assertFalse(Periods.isTooLong(Json.object().put("interval", "month").put("interval_count", 36)));
        assertTrue(Periods.isTooLong(Json.object().put("interval", "month").put("interval_count", 37)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90000 | inr | ₹900.00",
                "270000 | inr | ₹2,700.00",
                "1234567850 | inr | ₹1,23,45,678.50",
                "5 | inr | ₹0.05",
                "10000000 | inr | ₹1,00,000.00",
                "999 | usd | USD 9.99"
            })
    void rupees_are_grouped_as_indians_do(long paise, String currency, String written) {
        assertEquals(written, Rupees.of(paise, currency));
    }
}
