package news.masthead.billing.tax;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/**
 * A financial year of India, from 1 April to 31 March.
 *
 * @param start the calendar year that it begins in
 */
record FiscalYear(int start) {

    static FiscalYear of(Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return new FiscalYear(day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear());
    }

    /** {@code 26-27}. */
    @Override
    public String toString() {
        return "%02d-%02d".formatted(start % 100, (start + 1) % 100);
    }
}
