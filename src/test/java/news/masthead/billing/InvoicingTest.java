package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.tax.TaxInvoices;
import news.masthead.billing.tax.TaxPaper;
import news.masthead.given.Size;
import news.masthead.given.Together;
import news.masthead.values.Money;
import news.masthead.values.Window;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tax invoice for each payment, a credit note for what goes back; numbers without a gap, and nothing that ever changes. */
@QuarkusTest
@TestProfile(OnPaper.class)
class InvoicingTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

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

    @AfterEach
    void no_series_has_a_gap_or_a_double() {
        List<Object[]> series = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select count(*), max(serial), min(serial) from tax_paper group by kind, fiscal_year",
                                Object[].class)
                        .getResultList());
        series.forEach(one -> {
            assertEquals(((Number) one[0]).intValue(), ((Number) one[1]).intValue());
            assertEquals(1, ((Number) one[2]).intValue());
        });
    }

    @Test
    void a_payment_at_stripe_has_its_invoice_within_a_moment() {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        TaxPaper invoice = eventuallyOne(reader.account());
        assertTrue(invoice.number.matches("INV/\\d\\d-\\d\\d/\\d{6}"), invoice.number);
        assertEquals(Money.rupees(2700), invoice.total());
        assertEquals(new Money(228_814), invoice.taxable());
        assertEquals(new Money(20_593), invoice.central());
        assertEquals(new Money(20_593), invoice.state());
        assertEquals("Maharashtra", invoice.placeOfSupplyTitle());
        reader.browser()
                .get("/account/plan/invoices")
                .then()
                .statusCode(200)
                .body(containsString(invoice.number))
                .body(containsString("₹2,700"))
                .body(containsString("of which ₹411.86 tax"));
    }

    @Test
    void fifty_payments_at_once_have_fifty_numbers_in_a_row() throws Exception {
        long account = till.aReader().account();
        int before = last("INVOICE");
        List<String> paid = IntStream.range(0, Size.of(50, 500))
                .mapToObj(i -> "in_" + UUID.randomUUID())
                .toList();
        List<Callable<?>> work = new ArrayList<>();
        paid.forEach(ref -> work.add(() -> {
            note(account, paid(ref, 90_000));
            return null;
        }));
        // As if the job had run on another node too, at the same moment
        paid.forEach(ref -> work.add(() -> papers.forPayment(ref)));
        inBatches(work);
        Eventually.holds(() -> assertEquals(paid.size(), papers.of(account).size()));
        assertEquals(
                IntStream.rangeClosed(before + 1, before + paid.size()).boxed().toList(),
                papers.of(account).stream()
                        .map(paper -> Integer.parseInt(paper.number.substring(10)))
                        .sorted()
                        .toList());
    }

    @Test
    void a_number_whose_invoice_was_not_kept_is_the_next_ones() {
        long account = till.aReader().account();
        String lost = "in_" + UUID.randomUUID();
        note(account, paid(lost, 90_000));
        eventuallyOne(account);
        int before = last("INVOICE");
        String crash = "in_" + UUID.randomUUID();
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    facts.note(account, "sub_x", List.of(paid(crash, 90_000)));
                    assertTrue(papers.forPayment(crash).isPresent());
                    throw new IllegalStateException("The process dies here");
                }));
        assertTrue(papers.forPayment(crash).isEmpty(), "the payment itself was not noted");
        assertEquals(before, last("INVOICE"));
        note(account, paid(crash, 90_000));
        Eventually.holds(() -> assertEquals(before + 1, last("INVOICE")));
    }

    @Test
    void what_cost_nothing_has_no_invoice() {
        long account = till.aReader().account();
        Fact.Paid free = paid("in_" + UUID.randomUUID(), 0);
        note(account, free);
        assertTrue(papers.forPayment(free.ref()).isEmpty());
        assertEquals(List.of(), papers.of(account));
    }

    @Test
    void numbers_begin_anew_on_1_april_at_midnight_in_india() {
        long account = till.aReader().account();
        LocalDate today = clock.instant().atZone(INDIA).toLocalDate();
        LocalDate april = LocalDate.of(today.getYear(), 4, 1);
        Instant edge = (today.isBefore(april) ? april : april.plusYears(1))
                .atStartOfDay(INDIA)
                .toInstant();
        clock.moveTo(edge.minusSeconds(30));
        TaxPaper old = invoice(account, paid("in_" + UUID.randomUUID(), 90_000));
        clock.moveTo(edge);
        TaxPaper first = invoice(account, paid("in_" + UUID.randomUUID(), 90_000));

        int year = edge.atZone(INDIA).getYear() % 100;
        assertTrue(old.number.startsWith("INV/%02d-%02d/".formatted(year - 1, year)), old.number);
        assertEquals("INV/%02d-%02d/000001".formatted(year, year + 1), first.number);
        assertEquals(
                List.of(old.number),
                papers.issuedIn(new Window(edge.minusSeconds(60), edge)).stream()
                        .filter(paper -> paper.account == account)
                        .map(paper -> paper.number)
                        .toList());
    }

    @Test
    void the_rate_is_that_of_the_instant_at_which_the_money_came() {
        long account = till.aReader().account();
        Instant change = LocalDate.parse(OnPaper.LATER).atStartOfDay(INDIA).toInstant();
        TaxPaper before = invoice(account, paid("in_" + UUID.randomUUID(), 90_000, change.minusSeconds(1)));
        TaxPaper after = invoice(account, paid("in_" + UUID.randomUUID(), 90_000, change));
        assertEquals(1800, before.basisPoints);
        assertEquals(new Money(76_272), before.taxable());
        assertEquals(OnPaper.LATER_RATE, after.basisPoints);
        assertEquals(new Money(85_714), after.taxable());
    }

    @Test
    void refunds_in_pieces_and_a_lost_dispute_take_back_all_tax_and_no_more() {
        Buyer reader = till.aReader();
        Fact.Paid paid = paid("in_" + UUID.randomUUID(), 90_000);
        TaxPaper invoice = invoice(reader.account(), paid);
        List<TaxPaper> notes = Stream.of(
                        returned(reader, refund(paid, 33_333)),
                        returned(reader, refund(paid, 33_334)),
                        returned(reader, lost(paid, 90_000)))
                .toList();
        assertEquals(
                List.of(33_333L, 33_334L, 23_333L),
                notes.stream().map(note -> note.total().paise()).toList());
        assertEquals(invoice.taxable(), sum(notes.stream().map(TaxPaper::taxable)));
        assertEquals(invoice.central(), sum(notes.stream().map(TaxPaper::central)));
        assertEquals(invoice.state(), sum(notes.stream().map(TaxPaper::state)));
        notes.forEach(note -> assertEquals(Optional.of(invoice.number), note.credits()));
        assertTrue(notes.get(0).number.startsWith("CN/"));

        Fact.Refunded beyond = refund(paid, 100);
        note(reader.account(), beyond);
        assertTrue(papers.forReturn(beyond.ref()).isEmpty(), "nothing is left to credit");
    }

    @Test
    void parallel_refunds_of_one_invoice_credit_it_once() throws Exception {
        Buyer reader = till.aReader();
        Fact.Paid paid = paid("in_" + UUID.randomUUID(), 90_000);
        TaxPaper invoice = invoice(reader.account(), paid);
        List<Fact.Refunded> refunds =
                IntStream.range(0, 9).mapToObj(i -> refund(paid, 10_000)).toList();
        Together.of(refunds.stream()
                .<Callable<?>>map(refund -> () -> {
                    note(reader.account(), refund);
                    return papers.forReturn(refund.ref());
                })
                .toList());
        List<TaxPaper> notes = papers.of(reader.account()).stream()
                .filter(paper -> !paper.isInvoice())
                .toList();
        assertEquals(9, notes.size());
        assertEquals(invoice.taxable(), sum(notes.stream().map(TaxPaper::taxable)));
        assertEquals(invoice.central(), sum(notes.stream().map(TaxPaper::central)));
        assertEquals(invoice.state(), sum(notes.stream().map(TaxPaper::state)));
    }

    @Test
    void a_dispute_that_was_won_or_is_open_takes_nothing_back() {
        Buyer reader = till.aReader();
        Fact.Paid paid = paid("in_" + UUID.randomUUID(), 90_000);
        invoice(reader.account(), paid);
        Money all = new Money(90_000);
        note(reader.account(), new Fact.Disputed("du_1", clock.instant(), "quarterly", all, paid.ref()));
        note(reader.account(), new Fact.DisputeClosed("du_1", clock.instant(), "quarterly", all, true, paid.ref()));
        assertTrue(papers.forReturn("du_1").isEmpty());
        assertEquals(1, papers.of(reader.account()).size());
    }

    @Test
    void what_a_reader_typed_stands_on_the_next_invoice_and_on_no_earlier_one() {
        Buyer reader = till.aReader();
        TaxPaper before = invoice(reader.account(), paid("in_" + UUID.randomUUID(), 90_000));
        details(reader, "Asha Rao & Daughters", "12 Residency Road\nBengaluru 560025", "29", "29aagcb7383j1z4")
                .then()
                .statusCode(303);
        TaxPaper after = invoice(reader.account(), paid("in_" + UUID.randomUUID(), 90_000));
        assertEquals("Maharashtra", before.placeOfSupplyTitle());
        assertEquals("Karnataka", after.placeOfSupplyTitle());
        assertEquals(new Money(13_728), after.integrated());
        assertEquals(new Money(0), after.central());
        assertEquals(Optional.of("29AAGCB7383J1Z4"), after.buyerGstin());
        assertEquals("Asha Rao & Daughters", after.buyerName);
        assertEquals(before.number, papers.of(reader.account()).get(1).number);
        assertEquals("Asha Rao", papers.of(reader.account()).get(1).buyerName);
    }

    @Test
    void nobody_pays_before_it_is_known_in_which_state() {
        Buyer reader = till.aReader();
        String quote = Till.quoteIn(
                reader.quotePage("yearly").then().statusCode(200).extract().response());
        for (String state : List.of("", "00", "Kerala")) {
            reader.accept(quote, state, Till.STORY)
                    .then()
                    .statusCode(422)
                    .body(containsString("Choose your state from the list."))
                    .body(containsString("value=\"" + quote + "\""))
                    .body(containsString("value=\"" + Till.STORY + "\""));
        }
        assertEquals(0, count("select count(*) from invoice_details where account = " + reader.account()));
        String back = till.pay(
                reader.accept(quote, "32", Till.STORY)
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location"),
                Card.GOOD);
        reader.browser().get(back).then().statusCode(303);
        TaxPaper invoice = eventuallyOne(reader.account());
        assertEquals("Kerala", invoice.placeOfSupplyTitle());
        assertEquals("Asha Rao", invoice.buyerName);
        assertEquals(new Money(41_186), invoice.integrated());
    }

    @Test
    void whose_state_is_known_finds_it_chosen_and_a_registered_firm_is_not_asked() {
        Buyer reader = till.aReader();
        reader.quotePage("yearly").then().body(not(containsString(" selected>")));
        details(reader, "Asha", "", "32", "").then().statusCode(303);
        reader.quotePage("yearly").then().body(containsString("<option value=\"32\" selected>"));
        details(reader, "Asha", "12 Residency Road, Bengaluru", "29", "29AAGCB7383J1Z4")
                .then()
                .statusCode(303);
        Response page = reader.quotePage("yearly");
        page.then().body(not(containsString("name=\"state\"")));
        reader.accept(Till.quoteIn(page), "32", Till.STORY).then().statusCode(303);
        assertEquals(
                1, count("select count(*) from invoice_details where state = '29' and account = " + reader.account()));
    }

    @Test
    void details_that_cannot_be_are_refused_and_kept_as_typed() {
        Buyer reader = till.aReader();
        details(reader, "Asha", "Bengaluru", "29", "27AAPFU0939F1ZV")
                .then()
                .statusCode(422)
                .body(containsString("This GSTIN is registered in Maharashtra."))
                .body(containsString("value=\"27AAPFU0939F1ZV\""))
                .body(containsString("<option value=\"29\" selected>"));
        details(reader, "Asha", "", "27", "27AAPFU0939F1ZV")
                .then()
                .statusCode(422)
                .body(containsString("An invoice with a GSTIN needs an address."));
        details(reader, "ಆಶಾ", "", "", "27AAPFU0939F1ZX")
                .then()
                .statusCode(422)
                .body(containsString("We can only print Latin letters."))
                .body(containsString("Choose your state from the list."))
                .body(containsString("This is no GSTIN"));
        assertEquals(0, count("select count(*) from invoice_details where account = " + reader.account()));
    }

    @Test
    void another_readers_invoice_is_not_there() {
        Buyer reader = till.aReader();
        TaxPaper invoice = invoice(reader.account(), paid("in_" + UUID.randomUUID(), 90_000));
        String address = "/account/plan/invoices/" + invoice.number.replace('/', '-');
        till.aReader().browser().get(address).then().statusCode(404).body(not(containsString("%PDF")));
        till.aReader().browser().get("/account/plan/invoices").then().body(not(containsString(invoice.number)));
        reader.browser()
                .get(address)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", "private, no-store");
    }

    @Test
    void the_pdf_is_what_was_issued_whenever_it_is_asked_for() throws Exception {
        Buyer reader = till.aReader();
        details(reader, "Residency Road Reading Room", "12 Residency Road\nBengaluru 560025", "29", "29AAGCB7383J1Z4");
        Fact.Paid paid = paid("in_" + UUID.randomUUID(), 390_000);
        TaxPaper invoice = invoice(reader.account(), paid);
        List<byte[]> asked = new ArrayList<>();
        Together.of(8, () -> {
            byte[] pdf = papers.pdf(invoice);
            synchronized (asked) {
                asked.add(pdf);
            }
            return null;
        });
        asked.forEach(pdf -> assertArrayEquals(asked.getFirst(), pdf));
        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery("update tax_pdf set bytes = ''")
                                .executeUpdate()));

        String text = text(asked.getFirst(), "invoice");
        for (String wanted : List.of(
                invoice.number,
                "Tax invoice",
                "GSTIN 27AAACT1997M1ZQ",
                "GSTIN 29AAGCB7383J1Z4",
                "Karnataka (29)",
                "Residency Road Reading Room",
                "998431",
                "₹3,305.08",
                "IGST 18%",
                "₹594.92",
                "₹3,900.00",
                "Reverse charge")) {
            assertTrue(text.contains(wanted), () -> wanted + " is missing in " + text);
        }
        TaxPaper note = returned(reader, refund(paid, 100_000));
        String credit = text(papers.pdf(note), "credit-note");
        assertTrue(credit.contains(invoice.number) && credit.contains("₹1,000.00"), credit);
        Buyer other = till.aReader();
        TaxPaper within = invoice(other.account(), paid("in_" + UUID.randomUUID(), 90_000));
        assertTrue(text(papers.pdf(within), "invoice-within").contains("CGST 9%"));
    }

    private String text(byte[] pdf, String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Path picture = Path.of("target", "papers", name + ".png");
            Files.createDirectories(picture.getParent());
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 110), "png", picture.toFile());
            Files.write(Path.of("target", "papers", name + ".pdf"), pdf);
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("en-IN", document.getDocumentCatalog().getLanguage());
            return new PDFTextStripper().getText(document);
        }
    }

    private Response details(Buyer reader, String name, String address, String state, String gstin) {
        return reader.browser()
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(Map.of("name", name, "address", address, "state", state, "gstin", gstin))
                .post("/account/plan/invoices/details");
    }

    private static void inBatches(List<Callable<?>> work) throws Exception {
        int half = work.size() / 2;
        for (int from = 0; from < half; from += 25) {
            List<Callable<?>> batch = new ArrayList<>(work.subList(from, Math.min(half, from + 25)));
            batch.addAll(work.subList(half + from, Math.min(work.size(), half + from + 25)));
            Together.of(batch);
        }
    }

    private TaxPaper eventuallyOne(long account) {
        Eventually.holds(() -> assertEquals(1, papers.of(account).size()));
        return papers.of(account).getFirst();
    }

    private TaxPaper invoice(long account, Fact.Paid paid) {
        note(account, paid);
        return papers.forPayment(paid.ref()).orElseThrow();
    }

    private TaxPaper returned(Buyer reader, Fact fact) {
        note(reader.account(), fact);
        return papers.forReturn(fact.ref()).orElseThrow();
    }

    private void note(long account, Fact fact) {
        QuarkusTransaction.requiringNew().run(() -> facts.note(account, "sub_of_" + account, List.of(fact)));
    }

    private Fact.Paid paid(String ref, long paise) {
        return paid(ref, paise, clock.instant());
    }

    private static Fact.Paid paid(String ref, long paise, Instant at) {
        return new Fact.Paid(
                ref, at, "quarterly", new Money(paise), Optional.of(new Window(at, at.plus(Duration.ofDays(91)))));
    }

    private Fact.Refunded refund(Fact.Paid paid, long paise) {
        return new Fact.Refunded("re_" + UUID.randomUUID(), clock.instant(), paid.plan(), new Money(paise), paid.ref());
    }

    private Fact.DisputeClosed lost(Fact.Paid paid, long paise) {
        return new Fact.DisputeClosed(
                "du_" + UUID.randomUUID(), clock.instant(), paid.plan(), new Money(paise), false, paid.ref());
    }

    private static Money sum(Stream<Money> amounts) {
        return new Money(amounts.collect(Collectors.summingLong(Money::paise)));
    }

    private int last(String kind) {
        return count("select last from tax_series where kind = '" + kind + "'");
    }

    private int count(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(query).getSingleResult()).intValue());
    }
}
