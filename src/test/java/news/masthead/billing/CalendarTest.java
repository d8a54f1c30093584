package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import org.junit.jupiter.api.Test;

/** Months of different lengths, bought as the day turns in India. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class CalendarTest {

    /** In UTC, when it is midnight in India. */
    private static final LocalTime MIDNIGHT = LocalTime.of(18, 30);

    @Inject
    Till till;

    @Inject
    Subscriptions subscriptions;

    @Inject
    MovableClock clock;

    @Inject
    Dates dates;

    @Case(33)
    @Test
    void three_months_from_the_30th_of_november_end_with_february_and_then_on_the_30th_of_may() {
        LocalDate bought = next(Month.NOVEMBER, 30, false);
        clock.moveTo(bought.atTime(MIDNIGHT).toInstant(ZoneOffset.UTC));
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        assertPaidThrough(reader, bought.plusMonths(3));
        till.moveTo(reader, till.periodEnd(reader).plus(Duration.ofHours(2)));
        assertPaidThrough(reader, LocalDate.of(bought.getYear() + 1, Month.MAY, 30));
    }

    @Case(33)
    @Test
    void two_years_from_the_29th_of_february_end_on_the_28th() {
        LocalDate bought = next(Month.FEBRUARY, 29, true);
        clock.moveTo(bought.atTime(MIDNIGHT).toInstant(ZoneOffset.UTC));
        Buyer reader = till.aSubscriber("two_year", Card.GOOD);
        assertPaidThrough(reader, LocalDate.of(bought.getYear() + 2, Month.FEBRUARY, 28));
    }

    private void assertPaidThrough(Buyer reader, LocalDate day) {
        Subscription live = subscriptions.liveOf(reader.account()).orElseThrow();
        Instant paidThrough = live.paidThrough().orElseThrow();
        assertEquals(till.periodEnd(reader), paidThrough);
        assertEquals(day, paidThrough.atOffset(ZoneOffset.UTC).toLocalDate());
        assertTrue(till.wasEntitled(reader, paidThrough.minusSeconds(1)));
        Duration grace = Duration.ofDays(3);
        assertTrue(till.wasEntitled(reader, paidThrough.plus(grace).minusSeconds(1)));
        assertFalse(till.wasEntitled(reader, paidThrough.plus(grace)));
        till.again(reader).planPage().then().body(containsString(" on " + dates.day(paidThrough)));
        assertEquals(day.plusDays(1), dates.dayOf(paidThrough), "In India the next day has begun");
    }

    private LocalDate next(Month month, int day, boolean leap) {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        return Stream.iterate(today.getYear(), year -> year + 1)
                .filter(year -> !leap || Year.isLeap(year))
                .map(year -> LocalDate.of(year, month, day))
                .filter(today::isBefore)
                .findFirst()
                .orElseThrow();
    }
}
