package news.masthead.billing;

import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import news.masthead.values.Money;

/** What is read out of Stripe's preview of an invoice: https://docs.stripe.com/api/invoices/create_preview. */
final class Previews {

    private Previews() {}

    /** The tax inside, or on top, as Stripe reckons it; nothing where Stripe was not told of any. */
    static Money tax(Invoice preview) {
        return new Money(Stream.ofNullable(preview.getTotalTaxes())
                .flatMap(List::stream)
                .mapToLong(Invoice.TotalTax::getAmount)
                .sum());
    }

    /** The end of the time that it pays for. */
    static Instant end(Invoice preview) {
        return preview.getLines().getData().stream()
                .filter(line -> line.getAmount() > 0)
                .map(InvoiceLineItem::getPeriod)
                .map(period -> Instant.ofEpochSecond(period.getEnd()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
