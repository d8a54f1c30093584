package news.masthead.billing;

import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import java.time.Instant;
import java.util.Optional;
import news.masthead.values.Money;

/**
 * A change of plan that holds once it is paid: https://docs.stripe.com/billing/subscriptions/pending-updates.
 *
 * @param plan code of the plan
 * @param invoice by which it is paid
 * @param until when it lapses
 */
record PendingChange(String plan, String invoice, Money amount, Instant until) {

    /** The one that a subscription had when Stripe was last asked; none where there is none or it has lapsed since. */
    static Optional<PendingChange> of(Holding holding, Instant now) {
        Subscription subscription = holding.subscription();
        return Optional.ofNullable(subscription.getPendingUpdate())
                .filter(update -> update.getSubscriptionItems() != null)
                .filter(update -> now.isBefore(Instant.ofEpochSecond(update.getExpiresAt())))
                .flatMap(update -> invoice(holding, subscription.getLatestInvoice())
                        .map(invoice -> new PendingChange(
                                Translation.plan(
                                        update.getSubscriptionItems().getFirst().getPrice()),
                                invoice.getId(),
                                new Money(invoice.getAmountRemaining()),
                                Instant.ofEpochSecond(update.getExpiresAt()))));
    }

    private static Optional<Invoice> invoice(Holding holding, String id) {
        return holding.inOurCurrency().invoices().stream()
                .filter(invoice -> invoice.getId().equals(id))
                .findFirst();
    }
}
