package news.masthead.billing.revenue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import news.masthead.values.Money;

/** Adds up by month what is billed, earned and given back. */
final class Schedule {

    private final SortedMap<YearMonth, Sums> months = new TreeMap<>();

    private static final class Sums {
        private long billed;
        private long earned;
        private long reversed;
        private long returned;
    }

    void bill(LocalDate day, long paise) {
        of(day).billed += paise;
    }

    void earn(LocalDate day, long paise) {
        of(day).earned += paise;
    }

    void reverse(LocalDate day, long unearned, long earnedBefore) {
        Sums sums = of(day);
        sums.reversed += unearned;
        sums.returned += earnedBefore;
    }

    private Sums of(LocalDate day) {
        return months.computeIfAbsent(YearMonth.from(day), month -> new Sums());
    }

    /** Every month from the first to the last in which anything is earned. */
    List<DeferredMonth> months() {
        List<DeferredMonth> rows = new ArrayList<>();
        if (months.isEmpty()) {
            return rows;
        }
        long opening = 0;
        for (YearMonth month = months.firstKey(); !month.isAfter(months.lastKey()); month = month.plusMonths(1)) {
            Sums sums = months.getOrDefault(month, new Sums());
            long closing = opening + sums.billed - sums.earned - sums.reversed;
            rows.add(new DeferredMonth(
                    month,
                    new Money(opening),
                    new Money(sums.billed),
                    new Money(sums.earned),
                    new Money(sums.reversed),
                    new Money(sums.returned),
                    new Money(closing)));
            opening = closing;
        }
        return rows;
    }
}
