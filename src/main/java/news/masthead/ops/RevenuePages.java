package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import news.masthead.billing.revenue.DeferredMonth;
import news.masthead.billing.revenue.Figures;
import news.masthead.billing.revenue.GrowthMonth;
import news.masthead.billing.revenue.RecoveryMonth;
import news.masthead.ops.RevenuePage.Part;
import news.masthead.ops.RevenuePage.Shown;
import news.masthead.ops.RevenuePage.Tile;
import news.masthead.ops.chart.Chart;
import news.masthead.values.Dates;
import news.masthead.values.Money;
import news.masthead.values.Publication;
import news.masthead.web.Links;

/** Puts the figures on a page: a year of them and the present month; all months are in the files. */
@ApplicationScoped
class RevenuePages {

    private static final int MONTHS = 13;

    @Inject
    RevenueSheets sheets;

    @Inject
    RevenueCharts charts;

    @Inject
    FunnelPart funnel;

    @Inject
    PayoutsPart payouts;

    @Inject
    TaxPart tax;

    @Inject
    RevenueMessages words;

    @Inject
    OpsFrames frames;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    RevenuePage page(Figures figures) {
        return new RevenuePage(
                frames.around(words.title(), OpsFrames.REVENUE),
                words.asOf(dates.minute(figures.at()), publication.zone().getId()),
                tiles(figures),
                List.of(
                        mrr(figures),
                        subscribers(figures),
                        churn(figures),
                        recovery(figures),
                        deferred(figures),
                        funnel.part(),
                        payouts.part(),
                        tax.part()));
    }

    private List<Tile> tiles(Figures figures) {
        GrowthMonth now = figures.growth().getLast();
        return List.of(
                new Tile(
                        words.mrr(),
                        now.closing().toString(),
                        now.inGrace().paise() == 0
                                ? ""
                                : words.mrrWaits(now.inGrace().toString())),
                new Tile(
                        words.active(),
                        count(now.after()),
                        now.waiting() == 0 ? "" : words.activeWaits(count(now.waiting()))),
                new Tile(
                        words.joined(),
                        count(now.joined()),
                        now.returned() == 0 ? "" : words.andReturned(count(now.returned()))),
                churned(lastWhole(figures.growth())),
                recovered(figures),
                new Tile(words.deferred(), deferredNow(figures).toString(), words.deferredNote()));
    }

    private Tile churned(GrowthMonth month) {
        return new Tile(
                words.churnIn(sheets.name(month.month())),
                month.churnRate().map(rate -> rate.toPlainString() + "%").orElse("–"),
                words.churnOf(count(month.left()), count(month.lapsed() + month.disputed())));
    }

    private Tile recovered(Figures figures) {
        List<RecoveryMonth> year = figures.recovery().stream()
                .filter(month -> month.month().isAfter(figures.month().minusMonths(12)))
                .toList();
        long due = year.stream().mapToLong(month -> month.due().paise()).sum();
        long came = year.stream().mapToLong(month -> month.came().paise()).sum();
        String share = due == 0 ? "–" : Math.round(100.0 * came / due) + "%";
        return new Tile(
                words.recovered(), share, words.recoveredOf(new Money(came).toString(), new Money(due).toString()));
    }

    /** The last month that is over; the present one where there is no other. */
    private static GrowthMonth lastWhole(List<GrowthMonth> months) {
        return months.size() > 1 ? months.get(months.size() - 2) : months.getLast();
    }

    private static Money deferredNow(Figures figures) {
        return figures.deferred().stream()
                .filter(month -> !month.month().isAfter(figures.month()))
                .reduce((earlier, later) -> later)
                .map(DeferredMonth::closing)
                .orElse(new Money(0));
    }

    private Part subscribers(Figures figures) {
        return growth(
                "subscribers",
                words.subscribers(),
                words.subscribersWords(),
                figures,
                months -> List.of(charts.subscribers(months)),
                sheets::subscribers);
    }

    private Part mrr(Figures figures) {
        return growth(
                "mrr",
                words.mrr(),
                words.mrrWords(),
                figures,
                months -> List.of(charts.mrr(months), charts.movements(months)),
                sheets::mrr);
    }

    private Part churn(Figures figures) {
        return growth(
                "churn",
                words.churn(),
                words.churnWords(),
                figures,
                months -> List.of(charts.churn(months)),
                sheets::churn);
    }

    private Part growth(
            String id,
            String title,
            String meaning,
            Figures figures,
            Function<List<GrowthMonth>, List<Chart>> drawn,
            Function<List<GrowthMonth>, Sheet> sheet) {
        List<GrowthMonth> months = last(figures.growth());
        if (months.stream().allMatch(month -> month.after() == 0 && month.churn() == 0)) {
            return Part.empty(id, title, meaning, words.nobodyYet());
        }
        return new Part(id, title, meaning, "", List.of(), drawn.apply(months), List.of(shown(sheet.apply(months))));
    }

    private Part recovery(Figures figures) {
        List<RecoveryMonth> months = last(figures.recovery());
        return months.isEmpty()
                ? Part.empty("recovery", words.recovery(), words.recoveryWords(), words.neverDeclined())
                : new Part(
                        "recovery",
                        words.recovery(),
                        words.recoveryWords(),
                        "",
                        List.of(),
                        List.of(charts.recovery(months)),
                        List.of(shown(sheets.recovery(months))));
    }

    private Part deferred(Figures figures) {
        YearMonth first = figures.month().minusMonths(MONTHS - 1);
        List<DeferredMonth> months = figures.deferred().stream()
                .filter(month -> !month.month().isBefore(first))
                .toList();
        return months.isEmpty()
                ? Part.empty("deferred", words.deferred(), words.deferredWords(), words.nothingPaid())
                : new Part(
                        "deferred",
                        words.deferred(),
                        words.deferredWords(),
                        "",
                        List.of(),
                        List.of(charts.deferred(months, figures.month())),
                        List.of(shown(sheets.deferred(months))));
    }

    private static Shown shown(Sheet sheet) {
        return new Shown(sheet.newestFirst(), Links.opsRevenueFile(sheet.name()), false);
    }

    private static <T> List<T> last(List<T> months) {
        return months.subList(Math.max(0, months.size() - MONTHS), months.size());
    }

    private static String count(long count) {
        return Sheet.Cell.count(count).shown();
    }
}
