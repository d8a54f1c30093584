package news.masthead.billing.revenue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import news.masthead.billing.revenue.Entry.Kind;
import news.masthead.billing.revenue.Histories.History;
import news.masthead.given.Size;
import news.masthead.values.Money;
import news.masthead.values.Window;
import org.junit.jupiter.api.Test;

/** Subscribers, their churn, and what they pay a month. */
class GrowthTest {

    private static final Instant NOW = Instant.parse("2027-06-20T00:00:00Z");
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @Test
    void agrees_with_somebody_who_looks_four_times_a_day() {
        int paper = Size.of(40, 1_000);
        for (int round = 0; round < 5; round++) {
            long first = round * 100_000L;
            List<History> histories = LongStream.range(first, first + paper)
                    .mapToObj(Histories::random)
                    .toList();
            Watcher watcher = new Watcher();
            histories.forEach(history -> watcher.watch(history, NOW));
            List<GrowthMonth> months =
                    growth(histories.stream().map(History::course).toList());
            for (GrowthMonth month : months) {
                assertAgree(watcher.books.get(month.month()), month, "round " + round + ", " + month.month());
            }
        }
    }

    private static void assertAgree(Watcher.Book book, GrowthMonth month, String name) {
        assertEquals(book.joined, month.joined(), name);
        assertEquals(book.returned, month.returned(), name);
        assertEquals(book.lost.getOrDefault(Loss.READER, 0), month.left(), name);
        assertEquals(book.lost.getOrDefault(Loss.PAYMENT, 0), month.lapsed(), name);
        assertEquals(book.lost.getOrDefault(Loss.DISPUTE, 0), month.disputed(), name);
        Map<String, Integer> paid = new TreeMap<>();
        Map<String, Integer> inGrace = new TreeMap<>();
        month.active().forEach((plan, active) -> {
            paid.put(plan, active.paid());
            inGrace.put(plan, active.inGrace());
        });
        paid.values().removeIf(count -> count == 0);
        inGrace.values().removeIf(count -> count == 0);
        assertEquals(book.paid, paid, name);
        assertEquals(book.inGrace, inGrace, name);
        assertEquals(book.paise(), month.closing().paise(), name);
    }

    @Test
    void adds_up_to_the_paisa_in_every_month_and_from_month_to_month() {
        for (long seed = 0; seed < Size.of(300, 20_000); seed++) {
            Money closing = new Money(0);
            int active = 0;
            List<Course> some = LongStream.range(seed, seed + 3)
                    .mapToObj(Histories::random)
                    .map(History::course)
                    .toList();
            for (GrowthMonth month : growth(some)) {
                assertEquals(closing, month.opening(), "seed " + seed);
                closing = month.opening()
                        .plus(month.fresh())
                        .plus(month.reactivated())
                        .plus(month.expansion())
                        .plus(month.contraction())
                        .plus(month.churned());
                assertEquals(closing, month.closing(), "seed " + seed);
                assertEquals(active, month.before(), "seed " + seed);
                active += month.joined() + month.returned() - month.churn();
                assertEquals(active, month.after(), "seed " + seed);
                assertTrue(month.contraction().paise() <= 0 && month.expansion().paise() >= 0, "seed " + seed);
                assertTrue(month.inGrace().paise() <= month.closing().paise(), "seed " + seed);
            }
        }
    }

    @Test
    void counts_a_24th_of_a_two_year_plan_and_a_third_of_a_quarter_and_rounds_once() {
        List<Course> readers = List.of(
                paid("two_years", 390_000, "2026-01-05T06:00:00Z", "2028-01-05T06:00:00Z"),
                paid("quarterly", 90_000, "2025-11-30T06:00:00Z", "2026-02-28T06:00:00Z"),
                paid("yearly", 270_001, "2026-01-05T06:00:00Z", "2027-01-05T06:00:00Z"),
                paid("yearly", 270_001, "2026-01-05T06:00:00Z", "2027-01-05T06:00:00Z"));
        // 16250 + 30000 + 2 x 22500.0833
        assertEquals(new Money(91_250), month(readers, JANUARY).closing());
        assertEquals(4, month(readers, JANUARY).after());
    }

    @Test
    void counts_no_trial_before_it_is_paid() {
        Entry trial = new Entry(
                Kind.PAID,
                "in_0",
                "in_0",
                "quarterly",
                0,
                Instant.parse("2026-01-05T06:00:00Z"),
                Optional.empty(),
                Optional.empty());
        for (GrowthMonth free : growth(List.of(new Course(false, false, false, List.of(trial))))) {
            assertEquals(0, free.joined());
            assertEquals(0, free.after());
            assertEquals(new Money(0), free.closing());
        }
        Entry first = paid("in_1", "quarterly", 90_000, Instant.parse("2026-01-19T06:00:00Z"), "2026-04-19T06:00:00Z");
        GrowthMonth paid = month(List.of(new Course(false, false, false, List.of(trial, first))), JANUARY);
        assertEquals(1, paid.joined());
        assertEquals(Money.rupees(300), paid.closing());
    }

    @Test
    void counts_no_accidental_duplicate_and_shows_grace_apart() {
        Course quarter = paid("quarterly", 90_000, "2025-11-01T00:00:00Z", "2026-01-30T00:00:00Z");
        Course duplicate = new Course(false, true, false, quarter.entries());
        GrowthMonth january = month(List.of(quarter, duplicate), JANUARY);
        assertEquals(Map.of("quarterly", new GrowthMonth.Active(0, 1)), january.active());
        assertEquals(Money.rupees(300), january.inGrace());
        assertEquals(Money.rupees(300), january.closing());
    }

    @Test
    void gives_one_who_paused_no_grace_and_calls_it_the_readers_own_will() {
        Course quarter = paid("quarterly", 90_000, "2025-10-30T00:00:00Z", "2026-01-30T00:00:00Z");
        GrowthMonth january = month(List.of(new Course(false, false, true, quarter.entries())), JANUARY);
        assertEquals(1, january.left());
        assertEquals(0, january.lapsed());
        assertEquals("100.0", january.churnRate().orElseThrow().toString());
    }

    @Test
    void one_who_goes_over_to_a_longer_plan_in_the_second_of_buying_pays_that_plans_price() {
        Instant start = Instant.parse("2026-01-05T06:00:00Z");
        Entry quarter = paid("in_1", "quarterly", 90_000, start, "2026-04-05T06:00:00Z");
        Entry year = paid("in_2", "yearly", 180_000, start, "2027-01-05T06:00:00Z");
        GrowthMonth january = month(List.of(new Course(false, false, false, List.of(quarter, year))), JANUARY);
        assertEquals(Map.of("yearly", new GrowthMonth.Active(1, 0)), january.active());
        assertEquals(Money.rupees(225), january.closing());
    }

    @Test
    void shows_the_present_month_where_nobody_has_subscribed_yet() {
        List<GrowthMonth> months = growth(List.of());
        assertEquals(
                List.of(YearMonth.of(2027, 6)),
                months.stream().map(GrowthMonth::month).toList());
        assertEquals(Optional.empty(), months.getFirst().churnRate());
        assertEquals(0, months.getFirst().after());
    }

    private static GrowthMonth month(List<Course> courses, YearMonth month) {
        return growth(courses).stream()
                .filter(one -> one.month().equals(month))
                .findFirst()
                .orElseThrow();
    }

    private static List<GrowthMonth> growth(List<Course> courses) {
        Figures.Sum sum = new Figures.Sum(NOW, Histories.KOLKATA, Histories.GRACE);
        courses.forEach(sum::add);
        return sum.figures().growth();
    }

    private static Course paid(String plan, long paise, String start, String end) {
        return new Course(false, false, false, List.of(paid("in_1", plan, paise, Instant.parse(start), end)));
    }

    private static Entry paid(String invoice, String plan, long paise, Instant start, String end) {
        Window span = new Window(start, Instant.parse(end));
        return new Entry(Kind.PAID, invoice, invoice, plan, paise, start, Optional.of(span), Optional.empty());
    }
}
