package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.param.InvoiceListParams;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;
import news.masthead.values.Money;

/** What is still to be paid of a subscription, as Stripe has it now. We try no card ourselves: Stripe does, and the reader may. */
@ApplicationScoped
class Arrears {

    @Inject
    StripeClient stripe;

    @Inject
    StripeLedger ledger;

    /**
     * The newest unpaid invoice in our currency. Once it is paid the subscription is in order: https://docs.stripe.com/billing/subscriptions/overview.
     *
     * @param subscription {@code sub_…}
     * @throws StripeFailure where Stripe does not answer
     */
    Optional<Bill> of(String subscription) {
        InvoiceListParams open = InvoiceListParams.builder()
                .setSubscription(subscription)
                .setStatus(InvoiceListParams.Status.OPEN)
                .build();
        return StripeFailure.all(() -> stripe.v1().invoices().list(open)).stream()
                .filter(invoice -> Catalogue.isOurs(invoice.getCurrency()))
                .max(Comparator.comparing(Invoice::getCreated))
                .map(invoice -> bill(subscription, invoice));
    }

    /**
     * Where an invoice can be paid: https://docs.stripe.com/invoicing/hosted-invoice-page. Empty where it cannot, or Stripe does not say.
     *
     * @param invoice {@code in_…}
     */
    Optional<String> page(String invoice) {
        try {
            return Optional.of(StripeFailure.asking(() -> stripe.v1().invoices().retrieve(invoice)))
                    .filter(one -> "open".equals(one.getStatus()))
                    .map(Invoice::getHostedInvoiceUrl);
        } catch (StripeFailure failure) {
            Log.warnf("No payment page for invoice %s: %s", invoice, failure.getMessage());
            return Optional.empty();
        }
    }

    private Bill bill(String subscription, Invoice invoice) {
        Trouble trouble = ledger.holding(subscription)
                .map(holding -> Trouble.of(holding, invoice.getId()))
                .orElse(Trouble.DECLINED);
        return new Bill(
                invoice.getId(),
                new Money(invoice.getAmountRemaining()),
                Optional.ofNullable(invoice.getHostedInvoiceUrl()),
                trouble);
    }

    /**
     * @param page where it can be paid, with whatever the bank wants to ask: https://docs.stripe.com/invoicing/hosted-invoice-page
     */
    record Bill(String invoice, Money amount, Optional<String> page, Trouble trouble) {}
}
