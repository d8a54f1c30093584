package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.tax.TaxInvoices;
import news.masthead.billing.tax.TaxLine;
import news.masthead.billing.tax.TaxReport;
import news.masthead.values.Money;
import news.masthead.values.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the papers add up to, over the turn of a month in India, in two states and at two rates. */
@QuarkusTest
@TestProfile(OnPaper.class)
class TaxReportTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final Instant AT_5_PERCENT =
            LocalDate.parse(OnPaper.LATER).atStartOfDay(INDIA).toInstant();

    @Inject
    TaxReport report;

    @Inject
    TaxInvoices papers;

    @Inject
    FactBook facts;

    @Inject
    Till till;

    @Inject
    MovableClock clock;

    @Inject
    EntityManager entities;

    /** Papers, taxable value, CGST, SGST, IGST and total by month, kind, state and rate. */
    private Map<String, List<Long>> before;

    private YearMonth month;
    private Instant turn;

    @BeforeEach
    void the_last_minutes_of_a_month_and_nothing_on_its_way() {
        month = YearMonth.from(clock.instant().plusSeconds(300).atZone(INDIA));
        turn = month.plusMonths(1).atDay(1).atStartOfDay(INDIA).toInstant();
        clock.moveTo(turn.minusSeconds(120));
        Eventually.holds(() -> assertEquals(0, paidWithoutPaper()));
        before = report();
    }

    @Test
    void a_credit_note_counts_in_the_month_in_which_it_was_issued_and_all_is_right_to_the_paisa() {
        Buyer within = till.aReader();
        Buyer beyond = till.aReader();
        livesInKarnataka(beyond);
        Instant now = clock.instant();
        paid(within, 90_000, now);
        Fact.Paid partly = paid(within, 270_000, now);
        paid(beyond, 390_000, now);
        Fact.Paid wholly = paid(beyond, 90_000, AT_5_PERCENT);
        Map<String, List<Long>> invoiced = Map.of(
                month + " invoices Maharashtra 1800", List.of(2L, 305_086L, 27_457L, 27_457L, 0L, 360_000L),
                month + " invoices Karnataka 1800", List.of(1L, 330_508L, 0L, 0L, 59_492L, 390_000L),
                month + " invoices Karnataka 500", List.of(1L, 85_714L, 0L, 0L, 4_286L, 90_000L));
        assertEquals(invoiced, grown());
        assertTrue(clock.instant().isBefore(turn), "it was all in one month");

        clock.moveTo(turn);
        refunded(within, partly, 33_333);
        refunded(beyond, wholly, 90_000);
        Map<String, List<Long>> all = new TreeMap<>(invoiced);
        YearMonth next = month.plusMonths(1);
        all.put(next + " credit notes Maharashtra 1800", List.of(1L, -28_249L, -2_542L, -2_542L, 0L, -33_333L));
        all.put(next + " credit notes Karnataka 500", List.of(1L, -85_714L, 0L, 0L, -4_286L, -90_000L));
        assertEquals(all, grown());
        assertTrue(report.since(next).stream().noneMatch(line -> line.month().isBefore(next)));
    }

    private Map<String, List<Long>> report() {
        Map<String, List<Long>> lines = new TreeMap<>();
        report.since(month).forEach(line -> lines.put(key(line), figures(line)));
        return lines;
    }

    private static String key(TaxLine line) {
        return "%s %s %s %d"
                .formatted(
                        line.month(), line.isCredit() ? "credit notes" : "invoices", line.state(), line.basisPoints());
    }

    private static List<Long> figures(TaxLine line) {
        return List.of(
                (long) line.papers(),
                line.taxable().paise(),
                line.central().paise(),
                line.ofState().paise(),
                line.integrated().paise(),
                line.total().paise());
    }

    /** What has come to the report since the test began: other tests write papers too. */
    private Map<String, List<Long>> grown() {
        Map<String, List<Long>> grown = new TreeMap<>();
        report().forEach((line, now) -> {
            List<Long> then = before.getOrDefault(line, List.of(0L, 0L, 0L, 0L, 0L, 0L));
            if (!now.equals(then)) {
                grown.put(line, difference(now, then));
            }
        });
        return grown;
    }

    private static List<Long> difference(List<Long> now, List<Long> then) {
        return IntStream.range(0, now.size())
                .mapToObj(i -> now.get(i) - then.get(i))
                .toList();
    }

    private Fact.Paid paid(Buyer reader, long paise, Instant at) {
        Fact.Paid paid = new Fact.Paid(
                "in_" + UUID.randomUUID(),
                at,
                "quarterly",
                new Money(paise),
                Optional.of(new Window(at, at.plus(Duration.ofDays(91)))));
        note(reader, paid);
        assertTrue(papers.forPayment(paid.ref()).isPresent());
        return paid;
    }

    private void refunded(Buyer reader, Fact.Paid paid, long paise) {
        Fact.Refunded back = new Fact.Refunded(
                "re_" + UUID.randomUUID(), clock.instant(), paid.plan(), new Money(paise), paid.ref());
        note(reader, back);
        assertTrue(papers.forReturn(back.ref()).isPresent());
    }

    private void note(Buyer reader, Fact fact) {
        QuarkusTransaction.requiringNew()
                .run(() -> facts.note(reader.account(), "sub_of_" + reader.account(), List.of(fact)));
    }

    private static void livesInKarnataka(Buyer reader) {
        reader.browser()
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(Map.of("name", "Asha Rao", "address", "", "state", "29", "gstin", ""))
                .post("/account/plan/invoices/details")
                .then()
                .statusCode(303);
    }

    private long paidWithoutPaper() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) entities.createNativeQuery("""
                        select count(*) from billing_fact f where f.kind = 'PAID' and f.paise > 0
                        and not exists (select 1 from tax_paper p where p.kind = 'INVOICE' and p.ref = f.ref)""", Long.class).getSingleResult());
    }
}
