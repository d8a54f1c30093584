package news.masthead.billing;

import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.InvoicePayment;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.masthead.subscription.PaidTerm;
import news.masthead.subscription.Standing;
import news.masthead.values.Money;
import news.masthead.values.Window;

/** From Stripe's words into ours. Asks nobody and keeps nothing. */
final class Translation {

    private Translation() {}

    /**
     * @param invoices of the subscription, in any order; those that are not paid do not count
     * @param refunded payment intents whose money was given back in full
     */
    static Standing standing(Subscription subscription, List<Invoice> invoices, Set<String> refunded) {
        List<PaidTerm> paid = invoices.stream()
                .filter(invoice -> "paid".equals(invoice.getStatus()))
                .filter(invoice -> !isGivenBack(invoice, refunded))
                .flatMap(invoice -> term(invoice, subscription.getId()).stream())
                .toList();
        SubscriptionItem item = item(subscription);
        return new Standing(plan(item.getPrice()), price(item), paid, phase(subscription, item, paid));
    }

    /**
     * The span an invoice pays for: that of its lines for the subscription itself. A line that settles a change in mid-term, one that costs
     * nothing (a trial) or one added by hand pays for no time. https://docs.stripe.com/api/invoice-line-item/object
     */
    private static Optional<PaidTerm> term(Invoice invoice, String subscription) {
        return invoice.getLines().getData().stream()
                .filter(line -> paysForTime(line, subscription))
                .map(InvoiceLineItem::getPeriod)
                .map(period -> new Window(instant(period.getStart()), instant(period.getEnd())))
                .max(Comparator.comparing(Window::end))
                .map(span -> new PaidTerm(invoice.getId(), span, new Money(invoice.getAmountPaid())));
    }

    private static boolean paysForTime(InvoiceLineItem line, String subscription) {
        InvoiceLineItem.Parent parent = line.getParent();
        if (parent == null || parent.getSubscriptionItemDetails() == null) {
            return false;
        }
        InvoiceLineItem.Parent.SubscriptionItemDetails details = parent.getSubscriptionItemDetails();
        return subscription.equals(details.getSubscription()) && !details.getProration() && line.getAmount() > 0;
    }

    private static boolean isGivenBack(Invoice invoice, Set<String> refunded) {
        List<String> intents = Stream.ofNullable(invoice.getPayments())
                .flatMap(payments -> payments.getData().stream())
                .filter(payment -> "paid".equals(payment.getStatus()))
                .map(InvoicePayment::getPayment)
                .map(InvoicePayment.Payment::getPaymentIntent)
                .filter(Objects::nonNull)
                .toList();
        return !intents.isEmpty() && refunded.containsAll(intents);
    }

    private static Standing.Phase phase(Subscription subscription, SubscriptionItem item, List<PaidTerm> paid) {
        return switch (subscription.getStatus()) {
            case "incomplete" -> new Standing.Phase.Awaiting();
            case "active", "trialing" ->
                cancelled(subscription, item)
                        .<Standing.Phase>map(Standing.Phase.Ending::new)
                        .orElseGet(Standing.Phase.Running::new);
            case "past_due" -> new Standing.Phase.PastDue();
            // canceled, incomplete_expired, unpaid, paused; and, to fail closed, any status Stripe may yet invent
            default -> new Standing.Phase.Ended(end(subscription, paid));
        };
    }

    /**
     * When it ends instead of renewing. In the flexible billing mode Stripe's portal sets {@code cancel_at} and leaves the flag alone; a
     * {@code cancel_at} behind the current term lets it renew first. https://docs.stripe.com/billing/subscriptions/cancel
     */
    private static Optional<Instant> cancelled(Subscription subscription, SubscriptionItem item) {
        if (Boolean.TRUE.equals(subscription.getCancelAtPeriodEnd())) {
            return Optional.of(instant(item.getCurrentPeriodEnd()));
        }
        return Optional.ofNullable(subscription.getCancelAt())
                .filter(at -> at <= item.getCurrentPeriodEnd())
                .map(Translation::instant);
    }

    private static Instant end(Subscription subscription, List<PaidTerm> paid) {
        return Optional.ofNullable(subscription.getEndedAt())
                .map(Translation::instant)
                .or(() -> paid.stream().map(term -> term.span().end()).max(Comparator.naturalOrder()))
                .orElseGet(() -> instant(subscription.getCreated()));
    }

    private static SubscriptionItem item(Subscription subscription) {
        return subscription.getItems().getData().get(0);
    }

    /** Ours say it themselves; one made at Stripe by hand goes by its id. */
    private static String plan(Price price) {
        return price.getMetadata().getOrDefault(Catalogue.PLAN, price.getId());
    }

    private static Money price(SubscriptionItem item) {
        long each = Optional.ofNullable(item.getPrice().getUnitAmount()).orElse(0L);
        return new Money(Math.multiplyExact(each, item.getQuantity()));
    }

    private static Instant instant(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }
}
