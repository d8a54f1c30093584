package news.masthead.billing;

import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import java.time.Instant;
import java.util.Comparator;

/** What is read out of Stripe's preview of an invoice: https://docs.stripe.com/api/invoices/create_preview. */
final class Previews {

    private Previews() {}

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
