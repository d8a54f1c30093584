package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import news.masthead.billing.revenue.DeferredMonth;
import news.masthead.billing.revenue.GrowthMonth;
import news.masthead.billing.revenue.RecoveryMonth;
import news.masthead.ops.chart.Chart;
import news.masthead.ops.chart.Columns;
import news.masthead.ops.chart.Columns.Mark;
import news.masthead.ops.chart.Columns.Series;
import news.masthead.ops.chart.Unit;

/** Draws the figures. */
@ApplicationScoped
class RevenueCharts {

    private static final List<String> TONES = List.of("one", "two", "three", "four", "five");
    private static final GrowthMonth.Active NOBODY = new GrowthMonth.Active(0, 0);
    private static final int LABELS = 4;

    @Inject
    RevenueMessages words;

    @Inject
    RevenueSheets sheets;

    Chart subscribers(List<GrowthMonth> months) {
        List<String> plans = sheets.plans(months);
        List<Series> series = new ArrayList<>();
        for (int place = 0; place < plans.size(); place++) {
            String plan = plans.get(place);
            String tone = TONES.get(Math.min(place, TONES.size() - 1));
            series.add(series(
                    sheets.planName(plan),
                    tone,
                    months,
                    month -> month.active().getOrDefault(plan, NOBODY).all()));
        }
        GrowthMonth first = months.getFirst();
        GrowthMonth last = months.getLast();
        String seen = words.subscribersSeen(
                Integer.toString(first.after()),
                sheets.name(first.month()),
                Integer.toString(last.after()),
                sheets.name(last.month()));
        return Columns.draw("subscribers-chart", words.byPlan(), seen, Unit.COUNT, series, marksOf(months));
    }

    Chart mrr(List<GrowthMonth> months) {
        GrowthMonth first = months.getFirst();
        GrowthMonth last = months.getLast();
        String seen = words.mrrSeen(
                first.closing().toString(),
                sheets.name(first.month()),
                last.closing().toString(),
                sheets.name(last.month()));
        return Columns.draw(
                "mrr-chart",
                words.atTheEnd(),
                seen,
                Unit.MONEY,
                List.of(series(
                        words.closing(), "one", months, month -> month.closing().paise())),
                marksOf(months));
    }

    Chart movements(List<GrowthMonth> months) {
        return Columns.draw(
                "movements-chart",
                words.movements(),
                words.movementsSeen(),
                Unit.MONEY,
                List.of(
                        series(
                                words.fresh(),
                                "one",
                                months,
                                month -> month.fresh().paise()),
                        series(
                                words.reactivated(),
                                "two",
                                months,
                                month -> month.reactivated().paise()),
                        series(
                                words.expansion(),
                                "three",
                                months,
                                month -> month.expansion().paise()),
                        series(
                                words.contraction(),
                                "four",
                                months,
                                month -> month.contraction().paise()),
                        series(
                                words.churned(),
                                "five",
                                months,
                                month -> month.churned().paise())),
                marksOf(months));
    }

    Chart churn(List<GrowthMonth> months) {
        return Columns.draw(
                "churn-chart",
                words.cameAndWent(),
                words.churnSeen(),
                Unit.COUNT,
                List.of(
                        series(words.fresh(), "one", months, GrowthMonth::joined),
                        series(words.returned(), "two", months, GrowthMonth::returned),
                        series(words.left(), "four", months, month -> -month.left()),
                        series(words.lapsed(), "five", months, month -> -month.lapsed()),
                        series(words.disputed(), "three", months, month -> -month.disputed())),
                marksOf(months));
    }

    Chart recovery(List<RecoveryMonth> months) {
        return Columns.draw(
                "recovery-chart",
                words.byMonthDeclined(),
                words.recoverySeen(),
                Unit.COUNT,
                List.of(
                        series(words.paidSince(), "one", months, RecoveryMonth::recovered),
                        series(words.notPaid(), "five", months, month -> month.declined() - month.recovered())),
                marks(months.stream().map(RecoveryMonth::month).toList(), YearMonth.of(9999, 1)));
    }

    Chart deferred(List<DeferredMonth> months, YearMonth present) {
        DeferredMonth now = months.stream()
                .filter(month -> !month.month().isAfter(present))
                .reduce((earlier, later) -> later)
                .orElse(months.getFirst());
        return Columns.draw(
                "deferred-chart",
                words.atTheEnd(),
                words.deferredSeen(now.closing().toString(), sheets.name(now.month())),
                Unit.MONEY,
                List.of(series(
                        words.closing(), "one", months, month -> month.closing().paise())),
                marks(months.stream().map(DeferredMonth::month).toList(), present.plusMonths(1)));
    }

    private static <T> Series series(String name, String tone, List<T> months, ToLongFunction<T> value) {
        return new Series(name, tone, months.stream().map(value::applyAsLong).toList());
    }

    private List<Mark> marksOf(List<GrowthMonth> months) {
        return marks(
                months.stream().map(GrowthMonth::month).toList(),
                months.getLast().month());
    }

    /** Not every month is named, but the last one is. */
    private List<Mark> marks(List<YearMonth> months, YearMonth notFinalFrom) {
        int every = Math.ceilDiv(months.size(), LABELS);
        int last = months.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(place -> new Mark(
                        (last - place) % every == 0 ? sheets.name(months.get(place)) : "",
                        !months.get(place).isBefore(notFinalFrom)))
                .toList();
    }
}
