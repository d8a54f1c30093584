package news.masthead.billing.revenue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import news.masthead.billing.revenue.Entry.Kind;
import news.masthead.values.Money;
import org.junit.jupiter.api.Test;

/** What becomes of declined renewals. */
class RecoveryTest {

    @Test
    void counts_what_was_paid_after_all_in_the_month_in_which_it_was_declined() {
        Recovery recovery = new Recovery(Histories.KOLKATA);
        recovery.add(course(declined("in_1", "2026-01-31T18:29:59Z"), paid("in_1", "2026-02-03T06:29:59Z")));
        recovery.add(course(declined("in_2", "2026-01-10T00:00:00Z")));
        recovery.add(course(declined("in_3", "2026-01-31T18:30:00Z"), paid("in_3", "2026-02-01T18:30:00Z")));
        List<RecoveryMonth> months = recovery.months();
        assertEquals(
                List.of(YearMonth.of(2026, 1), YearMonth.of(2026, 2)),
                months.stream().map(RecoveryMonth::month).toList());
        RecoveryMonth january = months.getFirst();
        assertEquals("50.0", january.share().orElseThrow().toString());
        assertEquals("50.0", january.moneyShare().orElseThrow().toString());
        assertEquals("2.5", january.days().orElseThrow().toString());
        assertEquals(Money.rupees(1_800), january.due());
        assertEquals(Duration.ofDays(1), months.getLast().waited());
    }

    @Test
    void loses_and_invents_nothing_over_random_histories() {
        List<Course> courses = LongStream.range(0, 2_000)
                .mapToObj(seed -> Histories.random(seed).course())
                .toList();
        Recovery recovery = new Recovery(Histories.KOLKATA);
        courses.forEach(recovery::add);
        long declined =
                courses.stream().flatMap(course -> course.all(Kind.DECLINED)).count();
        long paid = courses.stream()
                .flatMap(course -> course.all(Kind.PAID)
                        .filter(one -> course.all(Kind.DECLINED)
                                .anyMatch(other -> other.invoice().equals(one.invoice()))))
                .count();
        assertEquals(
                declined,
                recovery.months().stream().mapToInt(RecoveryMonth::declined).sum());
        assertEquals(
                paid,
                recovery.months().stream().mapToInt(RecoveryMonth::recovered).sum());
    }

    private static Course course(Entry... entries) {
        return new Course(false, false, false, List.of(entries));
    }

    private static Entry declined(String invoice, String at) {
        return entry(Kind.DECLINED, invoice, at);
    }

    private static Entry paid(String invoice, String at) {
        return entry(Kind.PAID, invoice, at);
    }

    private static Entry entry(Kind kind, String invoice, String at) {
        return new Entry(
                kind, invoice, invoice, "quarterly", 90_000, Instant.parse(at), Optional.empty(), Optional.empty());
    }
}
