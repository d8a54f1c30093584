package news.masthead.billing.revenue;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import news.masthead.billing.revenue.Entry.Kind;
import news.masthead.values.Money;

/** Adds up what became of declined renewals. */
final class Recovery {

    private static final Money NOTHING = new Money(0);

    private final ZoneId zone;
    private final SortedMap<YearMonth, RecoveryMonth> months = new TreeMap<>();

    Recovery(ZoneId zone) {
        this.zone = zone;
    }

    void add(Course course) {
        course.all(Kind.DECLINED).forEach(declined -> {
            Optional<Entry> paid = course.all(Kind.PAID)
                    .filter(entry -> entry.invoice().equals(declined.invoice()))
                    .findFirst();
            YearMonth month = YearMonth.from(declined.at().atZone(zone));
            months.merge(
                    month,
                    new RecoveryMonth(
                            month,
                            1,
                            new Money(declined.paise()),
                            paid.isPresent() ? 1 : 0,
                            paid.map(entry -> new Money(entry.paise())).orElse(NOTHING),
                            paid.map(entry -> Duration.between(declined.at(), entry.at()))
                                    .orElse(Duration.ZERO)),
                    RecoveryMonth::plus);
        });
    }

    /** Those months in which anything was declined, the oldest first. */
    List<RecoveryMonth> months() {
        return List.copyOf(months.values());
    }
}
