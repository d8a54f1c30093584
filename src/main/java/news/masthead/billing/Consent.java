package news.masthead.billing;

import com.stripe.model.Charge;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether the bank of an Indian card may be asked for the next term's money. Without a mandate it refuses, a year or two later, when nobody thinks
 * of it: so it is looked for when the first payment comes. https://docs.stripe.com/india-recurring-payments
 */
final class Consent {

    private static final String INDIA = "IN";

    private Consent() {}

    /** Whether the newest payment came from an Indian card without one. A card of another country needs none. */
    static boolean isMissing(Holding holding) {
        return holding.paidInvoices().stream()
                .filter(invoice -> !holding.paymentsOf(invoice).isEmpty())
                .max(Comparator.comparing(Invoice::getCreated))
                .flatMap(newest -> holding.paymentsOf(newest).stream().findFirst())
                .map(PaymentIntent::getLatestChargeObject)
                .filter(charge -> isStillUsed(charge, holding))
                .map(Charge::getPaymentMethodDetails)
                .flatMap(details -> Optional.ofNullable(details.getCard()))
                .filter(card -> INDIA.equals(card.getCountry()) && card.getMandate() == null)
                .isPresent();
    }

    /** False once the reader has given another card, whose consent the next payment will show. */
    private static boolean isStillUsed(Charge charge, Holding holding) {
        String used = holding.subscription().getDefaultPaymentMethod();
        return used == null || used.equals(charge.getPaymentMethod());
    }
}
