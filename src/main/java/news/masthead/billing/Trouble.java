package news.masthead.billing;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import java.util.Comparator;
import java.util.Optional;
import news.masthead.values.Money;

/** Why the money of an invoice has not come, as far as its reader can do something about it. */
enum Trouble {
    /** The bank has been asked and has not answered; there is nothing to do. */
    ON_ITS_WAY,
    /** The bank waits for its customer to confirm. */
    CONFIRM,
    /**
     * The bank has no standing consent to this amount: there never was one, it was taken back, or it is for another amount.
     * https://docs.stripe.com/india-recurring-payments
     */
    CONSENT,
    /** The card is over. */
    EXPIRED,
    /** Any other refusal. */
    DECLINED;

    static Trouble of(Holding holding, String invoice) {
        return holding.invoices().stream()
                .filter(one -> one.getId().equals(invoice))
                .flatMap(holding::attemptsAt)
                .max(Comparator.comparing(PaymentIntent::getCreated))
                .map(newest -> isNotAllowed(newest) && Consent.isMissing(holding) ? CONSENT : of(newest))
                .orElse(DECLINED);
    }

    /** What a bank says to a debit without a mandate, among others: https://docs.stripe.com/declines/codes#transaction_not_allowed */
    private static boolean isNotAllowed(PaymentIntent payment) {
        return of(payment) == DECLINED
                && payment.getLastPaymentError() != null
                && "transaction_not_allowed"
                        .equals(payment.getLastPaymentError().getDeclineCode());
    }

    /** What is to be paid of the invoices whose bank has been asked and has not answered; none where there is none. */
    static Optional<Money> onItsWay(Holding holding) {
        return holding.inOurCurrency().invoices().stream()
                .filter(invoice -> "open".equals(invoice.getStatus()))
                .filter(invoice -> of(holding, invoice.getId()) == ON_ITS_WAY)
                .map(invoice -> new Money(invoice.getAmountRemaining()))
                .findFirst();
    }

    /** https://docs.stripe.com/payments/paymentintents/lifecycle , https://docs.stripe.com/error-codes */
    static Trouble of(PaymentIntent payment) {
        return switch (payment.getStatus()) {
            case "processing" -> ON_ITS_WAY;
            case "requires_action" -> CONFIRM;
            default -> ofCode(payment);
        };
    }

    private static Trouble ofCode(PaymentIntent payment) {
        String code = Optional.ofNullable(payment.getLastPaymentError())
                .map(StripeError::getCode)
                .orElse("");
        return switch (code) {
            case "payment_intent_mandate_invalid",
                    "india_recurring_payment_mandate_canceled",
                    "setup_intent_mandate_invalid" -> CONSENT;
            case "authentication_required", "payment_intent_authentication_failure" -> CONFIRM;
            case "expired_card" -> EXPIRED;
            default -> DECLINED;
        };
    }
}
