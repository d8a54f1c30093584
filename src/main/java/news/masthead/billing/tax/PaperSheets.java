package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import news.masthead.billing.tax.Sheet.Style;
import news.masthead.billing.tax.Typeface.Cut;
import news.masthead.values.Dates;
import news.masthead.values.Money;
import news.masthead.values.Publication;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** Sets a tax paper on a page, with all that CGST Rules 2017, rule 46 (invoices) and rule 53(1A) (credit notes) want on it. */
@ApplicationScoped
class PaperSheets {

    private static final Color INK = new Color(0x1d1a16);
    private static final Color FAINT = new Color(0x6a635a);
    private static final Color HAIR = new Color(0xd9d2c7);

    private static final Style TITLE = new Style(Cut.TITLE, 21, INK);
    private static final Style TEXT = new Style(Cut.TEXT, 9.5f, INK);
    private static final Style STRONG = new Style(Cut.STRONG, 9.5f, INK);
    private static final Style LABEL = new Style(Cut.TEXT, 8, FAINT);
    private static final Style TOTAL = new Style(Cut.STRONG, 12, INK);

    private static final float LEFT = 56;
    private static final float RIGHT = Sheet.WIDTH - 56;
    private static final float MIDDLE = 312;
    private static final float COLUMN = 215;
    private static final float LEADING = 13.5f;
    private static final float CODE = 300;
    private static final float TAXABLE = 412;
    private static final float TAX = 473;
    private static final float SUMS = 340;

    @Inject
    Typeface typeface;

    @Inject
    TaxMessages words;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    byte[] set(TaxPaper paper) {
        String title = kind(paper) + " " + paper.number;
        try (Sheet sheet = new Sheet(title, publication.language(), typeface)) {
            head(sheet, paper);
            float y = Math.min(
                    party(sheet, LEFT, words.seller(), seller(paper)),
                    party(sheet, MIDDLE, words.buyer(), buyer(paper)));
            y = facts(sheet, y - 12, paper);
            y = line(sheet, y - 22, paper);
            sums(sheet, y - 20, paper);
            foot(sheet, paper);
            return sheet.bytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException("No page for " + paper.number, impossible);
        }
    }

    private String kind(TaxPaper paper) {
        return switch (paper.kind) {
            case INVOICE -> words.invoice();
            case CREDIT_NOTE -> words.creditNote();
        };
    }

    private void head(Sheet sheet, TaxPaper paper) throws IOException {
        float y = Sheet.HEIGHT - 78;
        sheet.write(sheet.in(sheet.body(), "P"), TITLE, LEFT, y, publication.name());
        sheet.writeTo(sheet.in(sheet.body(), "H1"), TITLE, RIGHT, y, kind(paper));
        sheet.rule(LEFT, RIGHT, y - 14, 1.4f, INK);
    }

    private static List<String> party(String name, String address, String state, String gstin) {
        return List.of(name, address, state, gstin);
    }

    private List<String> seller(TaxPaper paper) {
        Gstin gstin = new Gstin(paper.sellerGstin);
        return party(paper.sellerName, paper.sellerAddress, gstin.state().inFull(), words.gstin(gstin.value()));
    }

    private List<String> buyer(TaxPaper paper) {
        return party(
                paper.buyerName,
                paper.buyerAddress,
                paper.place().inFull(),
                paper.buyerGstin().map(words::gstin).orElse(words.notRegistered()));
    }

    /** Name, address, state and registration, below each other. */
    private float party(Sheet sheet, float x, String label, List<String> who) throws IOException {
        float y = Sheet.HEIGHT - 120;
        sheet.write(sheet.in(sheet.body(), "P"), LABEL, x, y, label);
        Style style = STRONG;
        for (String part : who) {
            PDStructureElement paragraph = sheet.in(sheet.body(), "P");
            for (String line : part.isEmpty() ? List.<String>of() : sheet.lines(style, COLUMN, part)) {
                y -= LEADING;
                sheet.write(paragraph, style, x, y, line);
            }
            style = TEXT;
        }
        return y;
    }

    private float facts(Sheet sheet, float top, TaxPaper paper) throws IOException {
        String since = paper.isInvoice()
                ? dates.day(paper.suppliedAt)
                : paper.credits().orElseThrow();
        float y = top - 22;
        sheet.rule(LEFT, RIGHT, top, 0.6f, HAIR);
        fact(sheet, LEFT, y, words.number(), paper.number);
        fact(sheet, LEFT + 165, y, words.issued(), dates.day(paper.issuedAt));
        fact(sheet, LEFT + 330, y, paper.isInvoice() ? words.paidOn() : words.credits(), since);
        y -= 38;
        fact(sheet, LEFT, y, words.placeOfSupply(), paper.place().inFull());
        fact(sheet, LEFT + 165, y, words.reverseCharge(), words.no());
        fact(sheet, LEFT + 330, y, words.reference(), paper.ref);
        return y - LEADING;
    }

    private void fact(Sheet sheet, float x, float y, String label, String value) throws IOException {
        PDStructureElement paragraph = sheet.in(sheet.body(), "P");
        sheet.write(paragraph, LABEL, x, y, label);
        List<String> lines = sheet.lines(STRONG, 150, value);
        for (int i = 0; i < lines.size(); i++) {
            sheet.write(paragraph, STRONG, x, y - LEADING * (i + 1), lines.get(i));
        }
    }

    /** What was sold. */
    private float line(Sheet sheet, float top, TaxPaper paper) throws IOException {
        PDStructureElement table = sheet.in(sheet.body(), "Table");
        PDStructureElement headings = sheet.in(table, "TR");
        sheet.rule(LEFT, RIGHT, top, 1.4f, INK);
        float y = top - 16;
        sheet.write(sheet.in(headings, "TH"), LABEL, LEFT, y, words.description());
        sheet.write(sheet.in(headings, "TH"), LABEL, CODE, y, words.code());
        sheet.writeTo(sheet.in(headings, "TH"), LABEL, TAXABLE, y, words.taxable());
        sheet.writeTo(sheet.in(headings, "TH"), LABEL, TAX, y, words.tax());
        sheet.writeTo(sheet.in(headings, "TH"), LABEL, RIGHT, y, words.amount());
        sheet.rule(LEFT, RIGHT, y - 7, 0.6f, HAIR);
        PDStructureElement row = sheet.in(table, "TR");
        y -= 24;
        float end = description(sheet, sheet.in(row, "TD"), y, paper);
        sheet.write(sheet.in(row, "TD"), TEXT, CODE, y, paper.code);
        sheet.writeTo(sheet.in(row, "TD"), TEXT, TAXABLE, y, amount(paper.taxable()));
        sheet.writeTo(sheet.in(row, "TD"), TEXT, TAX, y, amount(paper.split().tax()));
        sheet.writeTo(sheet.in(row, "TD"), TEXT, RIGHT, y, amount(paper.total()));
        sheet.rule(LEFT, RIGHT, end - 10, 0.6f, HAIR);
        return end - 10;
    }

    private float description(Sheet sheet, PDStructureElement cell, float top, TaxPaper paper) throws IOException {
        float y = top;
        for (String line : sheet.lines(STRONG, CODE - LEFT - 16, paper.description)) {
            sheet.write(cell, STRONG, LEFT, y, line);
            y -= LEADING;
        }
        if (paper.span().isPresent()) {
            String first = dates.day(paper.span().get().start());
            String last = dates.day(paper.span().get().end().minusNanos(1));
            sheet.write(cell, LABEL, LEFT, y, words.span(first, last));
            y -= LEADING;
        }
        return y + LEADING;
    }

    private void sums(Sheet sheet, float top, TaxPaper paper) throws IOException {
        PDStructureElement table = sheet.in(sheet.body(), "Table");
        float y = sum(sheet, table, top, TEXT, words.taxable(), paper.taxable());
        if (paper.integrated().paise() > 0) {
            y = sum(sheet, table, y, TEXT, "IGST " + rate(paper.basisPoints * 10L), paper.integrated());
        } else {
            String half = rate(paper.basisPoints * 5L);
            y = sum(sheet, table, y, TEXT, "CGST " + half, paper.central());
            y = sum(sheet, table, y, TEXT, paper.place().ownTax() + " " + half, paper.state());
        }
        sheet.rule(SUMS, RIGHT, y + 6, 1.4f, INK);
        sum(sheet, table, y - 12, TOTAL, paper.isInvoice() ? words.total() : words.totalCredited(), paper.total());
    }

    private static float sum(Sheet sheet, PDStructureElement table, float y, Style style, String label, Money amount)
            throws IOException {
        PDStructureElement row = sheet.in(table, "TR");
        sheet.write(sheet.in(row, "TH"), style, SUMS, y, label);
        sheet.writeTo(sheet.in(row, "TD"), style, RIGHT, y, amount(amount));
        return y - 17;
    }

    private void foot(Sheet sheet, TaxPaper paper) throws IOException {
        sheet.rule(LEFT, RIGHT, 92, 0.6f, HAIR);
        PDStructureElement paragraph = sheet.in(sheet.body(), "P");
        float y = 76;
        for (String line :
                sheet.lines(LABEL, RIGHT - LEFT, paper.isInvoice() ? words.invoiceFoot() : words.creditNoteFoot())) {
            sheet.write(paragraph, LABEL, LEFT, y, line);
            y -= 11;
        }
    }

    /** With paise, even where there are none: a column of a paper has them throughout. */
    private static String amount(Money money) {
        return money.paise() % 100 == 0 ? money + ".00" : money.toString();
    }

    /**
     * @param thousandths of a per cent
     */
    private static String rate(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString() + "%";
    }
}
