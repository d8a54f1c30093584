package news.masthead.billing.revenue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.masthead.billing.revenue.Entry.Kind;
import news.masthead.given.Size;
import news.masthead.values.Money;
import news.masthead.values.Window;
import org.junit.jupiter.api.Test;

/** What was billed is earned day by day, and not a paisa of it is lost or found. */
class DeferralTest {

    @Test
    void what_was_earned_and_what_is_deferred_are_what_was_billed_less_what_was_reversed() {
        for (long seed = 0; seed < Size.of(3_000, 100_000); seed++) {
            Course course = Histories.random(seed).course();
            long billed = 0;
            long earned = 0;
            long reversed = 0;
            long returned = 0;
            List<DeferredMonth> months = schedule(course);
            for (DeferredMonth month : months) {
                assertEquals(billed - reversed - earned, month.opening().paise(), "seed " + seed);
                billed += month.billed().paise();
                earned += month.earned().paise();
                reversed += month.reversed().paise();
                returned += month.returned().paise();
                assertEquals(billed - reversed - earned, month.closing().paise(), "seed " + seed);
                assertTrue(month.closing().paise() >= 0, "seed " + seed + " owes less than nothing in " + month);
            }
            assertEquals(0, months.getLast().closing().paise(), "seed " + seed);
            assertEquals(sum(course, Kind.PAID), billed, "seed " + seed);
            assertEquals(
                    sum(course, Kind.REFUNDED) + sum(course, Kind.DISPUTED) - sum(course, Kind.DISPUTE_WON),
                    reversed + returned,
                    "seed " + seed);
        }
    }

    @Test
    void agrees_with_somebody_who_books_each_day_by_itself() {
        for (long seed = 0; seed < Size.of(500, 5_000); seed++) {
            Course course = Histories.random(seed).course();
            Map<YearMonth, BigDecimal> byHand = new DayBook(course).earned();
            BigDecimal sum = BigDecimal.ZERO;
            long earned = 0;
            for (DeferredMonth month : schedule(course)) {
                sum = sum.add(byHand.getOrDefault(month.month(), BigDecimal.ZERO));
                earned += month.earned().paise();
                double off = sum.subtract(BigDecimal.valueOf(earned)).abs().doubleValue();
                assertTrue(
                        off < course.entries().size(),
                        "seed " + seed + ": off by " + off + " paise in " + month.month());
            }
        }
    }

    @Test
    void a_two_year_plan_is_earned_over_its_731_days() {
        List<DeferredMonth> months = schedule(paid(390_000, "2026-11-25T18:30:00Z", "2028-11-25T18:30:00Z"));
        assertEquals(25, months.size());
        // 26 to 30 November in Kolkata
        assertEquals(390_000 * 5 / 731, months.getFirst().earned().paise());
        assertEquals(Money.rupees(3_900), months.getFirst().billed());
        assertEquals(YearMonth.of(2028, 11), months.getLast().month());
        assertEquals(new Money(0), months.getLast().closing());
        assertEquals(
                390_000,
                months.stream().mapToLong(month -> month.earned().paise()).sum());
    }

    @Test
    void a_refund_takes_what_is_not_earned_and_shows_apart_what_was() {
        Course course = paid(90_000, "2026-01-31T18:30:00Z", "2026-05-01T18:30:00Z");
        List<Entry> entries = new ArrayList<>(course.entries());
        entries.add(new Entry(
                Kind.REFUNDED,
                "re_1",
                "in_1",
                "quarterly",
                90_000,
                Instant.parse("2026-03-02T18:30:00Z"),
                Optional.empty(),
                Optional.empty()));
        List<DeferredMonth> months = schedule(new Course(false, false, false, entries));
        // 30 of 90 days
        assertEquals(new Money(60_000), months.get(1).reversed());
        assertEquals(new Money(30_000), months.get(1).returned());
        assertEquals(new Money(0), months.get(1).closing());
    }

    private static List<DeferredMonth> schedule(Course course) {
        Schedule schedule = new Schedule();
        Deferral.book(course, Histories.KOLKATA, schedule);
        return schedule.months();
    }

    private static long sum(Course course, Kind kind) {
        return course.all(kind).mapToLong(Entry::net).sum();
    }

    private static Course paid(long paise, String start, String end) {
        Window span = new Window(Instant.parse(start), Instant.parse(end));
        return new Course(
                false,
                false,
                false,
                List.of(new Entry(
                        Kind.PAID,
                        "in_1",
                        "in_1",
                        "two_years",
                        paise,
                        span.start(),
                        Optional.of(span),
                        Optional.empty())));
    }

    /** One page for each day, with fractions of a paisa. */
    private static final class DayBook {

        private static final MathContext FINE = new MathContext(40);

        private final Course course;
        private final List<Line> lines = new ArrayList<>();
        private final Map<String, Line> byInvoice = new HashMap<>();
        private final Map<String, BigDecimal> disputed = new HashMap<>();
        private final Map<YearMonth, BigDecimal> earned = new TreeMap<>();
        private boolean over;

        private static final class Line {
            Window span;
            LocalDate until;
            BigDecimal left = BigDecimal.ZERO;
        }

        DayBook(Course course) {
            this.course = course;
        }

        Map<YearMonth, BigDecimal> earned() {
            LocalDate last = course.entries().stream()
                    .flatMap(entry -> entry.span().stream())
                    .map(span -> Histories.day(span.end()))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate end = Histories.day(course.entries().getLast().at());
            for (LocalDate day = Histories.day(Histories.BEGIN);
                    !day.isAfter(last.isAfter(end) ? last : end);
                    day = day.plusDays(1)) {
                for (Kind kind : Kind.values()) {
                    for (Entry entry : course.entries()) {
                        if (entry.is(kind) && Histories.day(entry.at()).equals(day)) {
                            happens(entry);
                        }
                    }
                }
                for (Line line : lines) {
                    long days = Math.max(1, ChronoUnit.DAYS.between(day, line.until));
                    BigDecimal today = over ? line.left : line.left.divide(BigDecimal.valueOf(days), FINE);
                    line.left = line.left.subtract(today);
                    earned.merge(YearMonth.from(day), today, BigDecimal::add);
                }
            }
            return earned;
        }

        private void happens(Entry entry) {
            BigDecimal amount = BigDecimal.valueOf(entry.net());
            Line line = byInvoice.get(entry.invoice());
            switch (entry.kind()) {
                case PAID -> {
                    Line fresh = new Line();
                    fresh.span = entry.span().orElseThrow();
                    fresh.until = Histories.day(fresh.span.end());
                    fresh.left = amount;
                    for (Line old : List.copyOf(lines)) {
                        if (old.span.end().isAfter(fresh.span.start())) {
                            fresh.left = fresh.left.add(old.left);
                            lines.remove(old);
                            byInvoice.replaceAll((invoice, held) -> held == old ? fresh : held);
                        }
                    }
                    lines.add(fresh);
                    byInvoice.put(entry.invoice(), fresh);
                }
                case REFUNDED -> line.left = line.left.subtract(line.left.min(amount));
                case DISPUTED -> {
                    disputed.put(entry.ref(), line.left.min(amount));
                    line.left = line.left.subtract(line.left.min(amount));
                }
                case DISPUTE_WON -> line.left = line.left.add(disputed.get(entry.ref()));
                case ENDED -> over = true;
                case BEGAN, DECLINED, DISPUTE_LOST -> {}
            }
        }
    }
}
