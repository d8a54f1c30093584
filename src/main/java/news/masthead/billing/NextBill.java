package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.param.InvoiceCreatePreviewParams;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import news.masthead.values.Money;

/** What a renewal will cost, by the one who will charge it: https://docs.stripe.com/api/invoices/create_preview. */
@ApplicationScoped
public class NextBill {

    @Inject
    StripeClient stripe;

    /**
     * The amount that is due when a subscription next renews, with whatever coupon or credit counts then. Asks Stripe.
     *
     * @param subscription {@code sub_…}
     * @return none where Stripe does not answer, or in another currency than ours
     */
    public Optional<Money> of(String subscription) {
        InvoiceCreatePreviewParams asked = InvoiceCreatePreviewParams.builder()
                .setSubscription(subscription)
                .build();
        try {
            Invoice preview = StripeFailure.asking(() -> stripe.v1().invoices().createPreview(asked));
            return Optional.of(preview)
                    .filter(bill -> Catalogue.isOurs(bill.getCurrency()))
                    .map(bill -> new Money(bill.getAmountDue()));
        } catch (StripeFailure failure) {
            Log.warnf("What subscription %s will cost is not known: %s", subscription, failure.getMessage());
            return Optional.empty();
        }
    }
}
