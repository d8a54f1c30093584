package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.billing.revenue.PaidOut;
import news.masthead.billing.revenue.Revenue;
import news.masthead.ops.RevenuePage.Part;
import news.masthead.ops.RevenuePage.Shown;
import news.masthead.ops.Sheet.Cell;
import news.masthead.values.Dates;
import news.masthead.web.Links;

/** What went to the bank, against what it is made of. */
@ApplicationScoped
class PayoutsPart {

    private static final Duration LATELY = Duration.ofDays(60);

    @Inject
    Revenue revenue;

    @Inject
    BookMessages words;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    Part part() {
        List<PaidOut> payouts = revenue.payouts(clock.instant().minus(LATELY));
        String meaning = words.payoutsWords((int) LATELY.toDays());
        return payouts.isEmpty()
                ? Part.empty("payouts", words.payouts(), meaning, words.noPayouts())
                : new Part(
                        "payouts",
                        words.payouts(),
                        meaning + " " + verdict(payouts),
                        "",
                        List.of(),
                        List.of(),
                        List.of(new Shown(sheet(payouts), Links.opsRevenueFile("payouts"), true)));
    }

    /** Of all times. */
    Sheet sheet() {
        return sheet(revenue.payouts(Instant.EPOCH));
    }

    /** What is right is not counted beside what is wrong. */
    String verdict(List<PaidOut> payouts) {
        int off = (int)
                payouts.stream().filter(payout -> payout.off().paise() != 0).count();
        int unmatched = payouts.stream().mapToInt(PaidOut::unmatched).sum();
        if (off == 0 && unmatched == 0) {
            return words.payoutsRight(payouts.size(), shown(payouts.size()));
        }
        return Stream.of(
                        off > 0 ? words.payoutsOff(off, shown(off)) : "",
                        unmatched > 0 ? words.payoutsUnmatched(unmatched, shown(unmatched)) : "",
                        words.payoutsLook())
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String shown(int count) {
        return Cell.count(count).shown();
    }

    private Sheet sheet(List<PaidOut> payouts) {
        return new Sheet(
                "payouts",
                words.payoutsSheet(),
                List.of(
                        words.day(),
                        words.charges(),
                        words.backToReaders(),
                        words.fees(),
                        words.sent(),
                        words.offBy(),
                        words.entries(),
                        words.unmatched(),
                        words.payout()),
                payouts.stream().map(this::row).toList());
    }

    private List<Cell> row(PaidOut payout) {
        return List.of(
                Cell.words(
                        dates.day(payout.created()),
                        dates.dayOf(payout.created()).toString()),
                Cell.money(payout.charges()),
                Cell.money(payout.back()),
                Cell.money(payout.fees()),
                Cell.money(payout.net()),
                Cell.money(payout.off()),
                Cell.count(payout.entries()),
                Cell.count(payout.unmatched()),
                Cell.words(payout.id()));
    }
}
