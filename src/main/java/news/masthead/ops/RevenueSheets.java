package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import news.masthead.billing.revenue.DeferredMonth;
import news.masthead.billing.revenue.Figures;
import news.masthead.billing.revenue.GrowthMonth;
import news.masthead.billing.revenue.RecoveryMonth;
import news.masthead.ops.Sheet.Cell;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.values.Publication;

/** Sets the figures out in sheets, a row for each month, the oldest first. */
@ApplicationScoped
class RevenueSheets {

    private static final GrowthMonth.Active NOBODY = new GrowthMonth.Active(0, 0);

    @Inject
    RevenueMessages words;

    @Inject
    PriceTable prices;

    @Inject
    Publication publication;

    List<Sheet> all(Figures figures) {
        return List.of(
                subscribers(figures.growth()),
                mrr(figures.growth()),
                churn(figures.growth()),
                recovery(figures.recovery()),
                deferred(figures.deferred()));
    }

    Sheet subscribers(List<GrowthMonth> months) {
        List<String> plans = plans(months);
        List<String> heads = new ArrayList<>(List.of(words.month()));
        plans.forEach(plan -> heads.add(planName(plan)));
        heads.addAll(List.of(words.inGrace(), words.all()));
        return sheet("subscribers", words.subscribersSheet(), heads, months, month -> {
            List<Cell> row = new ArrayList<>(List.of(cell(month.month())));
            plans.forEach(plan ->
                    row.add(Cell.count(month.active().getOrDefault(plan, NOBODY).paid())));
            row.addAll(List.of(Cell.count(month.waiting()), Cell.count(month.after())));
            return row;
        });
    }

    Sheet mrr(List<GrowthMonth> months) {
        return sheet(
                "mrr",
                words.mrrSheet(),
                List.of(
                        words.month(),
                        words.opening(),
                        words.fresh(),
                        words.reactivated(),
                        words.expansion(),
                        words.contraction(),
                        words.churned(),
                        words.closing(),
                        words.inGrace()),
                months,
                month -> List.of(
                        cell(month.month()),
                        Cell.money(month.opening()),
                        Cell.money(month.fresh()),
                        Cell.money(month.reactivated()),
                        Cell.money(month.expansion()),
                        Cell.money(month.contraction()),
                        Cell.money(month.churned()),
                        Cell.money(month.closing()),
                        Cell.money(month.inGrace())));
    }

    Sheet churn(List<GrowthMonth> months) {
        return sheet(
                "churn",
                words.churnSheet(),
                List.of(
                        words.month(),
                        words.before(),
                        words.fresh(),
                        words.returned(),
                        words.left(),
                        words.lapsed(),
                        words.disputed(),
                        words.after(),
                        words.churnRate()),
                months,
                month -> List.of(
                        cell(month.month()),
                        Cell.count(month.before()),
                        Cell.count(month.joined()),
                        Cell.count(month.returned()),
                        Cell.count(month.left()),
                        Cell.count(month.lapsed()),
                        Cell.count(month.disputed()),
                        Cell.count(month.after()),
                        percent(month.churnRate())));
    }

    Sheet recovery(List<RecoveryMonth> months) {
        return sheet(
                "recovery",
                words.recoverySheet(),
                List.of(
                        words.month(),
                        words.declined(),
                        words.due(),
                        words.paidSince(),
                        words.came(),
                        words.share(),
                        words.moneyShare(),
                        words.days()),
                months,
                month -> List.of(
                        cell(month.month()),
                        Cell.count(month.declined()),
                        Cell.money(month.due()),
                        Cell.count(month.recovered()),
                        Cell.money(month.came()),
                        percent(month.share()),
                        percent(month.moneyShare()),
                        month.days().map(Cell::number).orElseGet(Cell::none)));
    }

    Sheet deferred(List<DeferredMonth> months) {
        return sheet(
                "deferred",
                words.deferredSheet(),
                List.of(
                        words.month(),
                        words.opening(),
                        words.billed(),
                        words.earned(),
                        words.reversed(),
                        words.closing(),
                        words.backOfEarned()),
                months,
                month -> List.of(
                        cell(month.month()),
                        Cell.money(month.opening()),
                        Cell.money(month.billed()),
                        Cell.money(month.earned()),
                        Cell.money(month.reversed()),
                        Cell.money(month.closing()),
                        Cell.money(month.returned())));
    }

    /** Codes of the plans that anybody had in these months: those on sale in their order, then those that were. */
    List<String> plans(List<GrowthMonth> months) {
        List<String> sold = months.stream()
                .flatMap(month -> month.active().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> ordered = new ArrayList<>(
                prices.plans().stream().map(Plan::code).filter(sold::contains).toList());
        sold.stream().filter(plan -> !ordered.contains(plan)).forEach(ordered::add);
        return ordered;
    }

    /** As readers know it; one that is no longer sold goes by its code. */
    String planName(String code) {
        return prices.plan(code).map(Plan::name).orElse(code);
    }

    /** {@code Nov 2026}. */
    String name(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMM uuuu", Locale.forLanguageTag(publication.language()))
                .format(month);
    }

    private Cell cell(YearMonth month) {
        return Cell.words(name(month), month.toString());
    }

    private static Cell percent(Optional<BigDecimal> percent) {
        return percent.map(Cell::percent).orElseGet(Cell::none);
    }

    private static <T> Sheet sheet(
            String name, String title, List<String> heads, List<T> months, Function<T, List<Cell>> row) {
        return new Sheet(name, title, heads, months.stream().map(row).toList());
    }
}
