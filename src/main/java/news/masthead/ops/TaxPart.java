package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import news.masthead.billing.tax.TaxLine;
import news.masthead.billing.tax.TaxReport;
import news.masthead.ops.RevenuePage.Part;
import news.masthead.ops.RevenuePage.Shown;
import news.masthead.ops.Sheet.Cell;
import news.masthead.values.Publication;
import news.masthead.web.Links;

/** The tax that the invoices say. The page has this month and the last, for which returns are due; the file has all. */
@ApplicationScoped
class TaxPart {

    private static final YearMonth EVER = YearMonth.of(1970, 1);

    @Inject
    TaxReport report;

    @Inject
    RevenueSheets sheets;

    @Inject
    RevenueMessages months;

    @Inject
    BookMessages words;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    Part part() {
        ZoneId zone = publication.zone();
        List<TaxLine> lines =
                report.since(YearMonth.from(clock.instant().atZone(zone)).minusMonths(1));
        return lines.isEmpty()
                ? Part.empty("tax", words.tax(), words.taxWords(), words.noTax())
                : new Part(
                        "tax",
                        words.tax(),
                        words.taxWords(),
                        "",
                        List.of(),
                        List.of(),
                        List.of(new Shown(sheet(lines), Links.opsRevenueFile("tax"), true)));
    }

    Sheet sheet() {
        return sheet(report.since(EVER));
    }

    private Sheet sheet(List<TaxLine> lines) {
        return new Sheet(
                "tax",
                words.taxSheet(),
                List.of(
                        months.month(),
                        words.taxYear(),
                        words.taxPaper(),
                        words.taxState(),
                        words.taxRate(),
                        words.taxPapers(),
                        words.taxable(),
                        words.central(),
                        words.ofState(),
                        words.integrated(),
                        words.taxTotal()),
                lines.stream().map(this::row).toList());
    }

    private List<Cell> row(TaxLine line) {
        return List.of(
                Cell.words(sheets.name(line.month()), line.month().toString()),
                Cell.words(line.year()),
                Cell.words(line.isCredit() ? words.creditNote() : words.invoice()),
                Cell.words(line.state()),
                Cell.percent(BigDecimal.valueOf(line.basisPoints(), 2).stripTrailingZeros()),
                Cell.count(line.papers()),
                Cell.money(line.taxable()),
                Cell.money(line.central()),
                Cell.money(line.ofState()),
                Cell.money(line.integrated()),
                Cell.money(line.total()));
    }
}
