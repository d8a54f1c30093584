package news.masthead.billing;

import com.stripe.model.Dispute;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.model.SubscriptionSchedule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.subscription.PaidTerm;
import news.masthead.subscription.Standing;
import news.masthead.values.Money;
import news.masthead.values.Window;

/** From Stripe's words into ours. Asks nobody and keeps nothing. */
final class Translation {

    /** Stripe lists the newest first and the ledger does not; the same holding is the same standing all the same. */
    private static final Comparator<PaidTerm> OLDEST_FIRST =
            Comparator.comparing((PaidTerm term) -> term.span().start()).thenComparing(PaidTerm::invoice);

    private static final Set<String> NEVER_BEGUN = Set.of("incomplete", "incomplete_expired");

    private Translation() {}

    /** Of a subscription in another currency all amounts are 0: it gives access, and tells no price of ours. */
    static Standing standing(Holding holding) {
        Subscription subscription = holding.subscription();
        Map<Boolean, List<PaidTerm>> terms = holding.paidInvoices().stream()
                .flatMap(invoice -> term(invoice, subscription.getId()).stream().map(term -> Map.entry(invoice, term)))
                .sorted(Map.Entry.comparingByValue(OLDEST_FIRST))
                .collect(Collectors.partitioningBy(
                        paid -> isTakenBack(paid.getKey(), holding),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<PaidTerm> paid = terms.get(false);
        SubscriptionItem item = item(subscription);
        return new Standing(
                plan(item.getPrice()),
                price(item),
                paid,
                terms.get(true),
                phase(subscription, item, paid),
                next(subscription, item),
                trial(subscription));
    }

    /**
     * The days before the first term that cost nothing, by the subscription's own word: its invoice for nothing gives no time.
     * https://docs.stripe.com/billing/subscriptions/trials
     */
    static Optional<Window> trial(Subscription subscription) {
        boolean hasBegun = !NEVER_BEGUN.contains(subscription.getStatus());
        if (!hasBegun
                || subscription.getTrialStart() == null
                || subscription.getTrialEnd() <= subscription.getTrialStart()) {
            return Optional.empty();
        }
        return Optional.of(new Window(instant(subscription.getTrialStart()), instant(subscription.getTrialEnd())));
    }

    /**
     * The span an invoice pays for: that of its lines for the subscription itself. A line that settles a change in mid-term, one that costs
     * nothing (a trial) or one added by hand pays for no time. https://docs.stripe.com/api/invoice-line-item/object
     */
    static Optional<PaidTerm> term(Invoice invoice, String subscription) {
        return invoice.getLines().getData().stream()
                .filter(line -> paysForTime(line, subscription))
                .map(InvoiceLineItem::getPeriod)
                .map(period -> new Window(instant(period.getStart()), instant(period.getEnd())))
                .max(Comparator.comparing(Window::end))
                .map(span -> new PaidTerm(invoice.getId(), span, ours(invoice.getAmountPaid(), invoice.getCurrency())));
    }

    static boolean paysForTime(InvoiceLineItem line, String subscription) {
        InvoiceLineItem.Parent parent = line.getParent();
        if (parent == null || parent.getSubscriptionItemDetails() == null) {
            return false;
        }
        InvoiceLineItem.Parent.SubscriptionItemDetails details = parent.getSubscriptionItemDetails();
        return subscription.equals(details.getSubscription()) && !details.getProration() && line.getAmount() > 0;
    }

    /** A refund in part leaves the reader what was bought. */
    private static boolean isTakenBack(Invoice invoice, Holding holding) {
        List<PaymentIntent> payments = holding.paymentsOf(invoice);
        return !payments.isEmpty()
                && payments.stream()
                        .allMatch(payment -> isRefunded(payment)
                                || holding.disputesOf(payment).stream().anyMatch(Translation::takesMoney));
    }

    private static boolean isRefunded(PaymentIntent payment) {
        return payment.getLatestChargeObject() != null
                && payment.getLatestChargeObject().getRefunded();
    }

    /**
     * While a bank looks into it, and for good where it decides against us. An inquiry takes nothing yet.
     * https://docs.stripe.com/disputes/how-disputes-work
     */
    private static boolean takesMoney(Dispute dispute) {
        return switch (dispute.getStatus()) {
            case "won", "prevented", "warning_needs_response", "warning_under_review", "warning_closed" -> false;
            // needs_response, under_review, lost; and, to fail closed, any status Stripe may yet invent
            default -> true;
        };
    }

    /** The plan of the schedule's next phase: https://docs.stripe.com/billing/subscriptions/subscription-schedules */
    private static Optional<Standing.Next> next(Subscription subscription, SubscriptionItem item) {
        return Stream.ofNullable(subscription.getScheduleObject())
                .flatMap(schedule -> schedule.getPhases().stream())
                .filter(phase -> phase.getStartDate() >= item.getCurrentPeriodEnd())
                .min(Comparator.comparing(SubscriptionSchedule.Phase::getStartDate))
                .flatMap(Translation::next);
    }

    private static Optional<Standing.Next> next(SubscriptionSchedule.Phase phase) {
        return phase.getItems().stream()
                .findFirst()
                .map(SubscriptionSchedule.Phase.Item::getPriceObject)
                .map(price -> new Standing.Next(
                        plan(price), ours(price.getUnitAmount(), price.getCurrency()), instant(phase.getStartDate())));
    }

    private static Standing.Phase phase(Subscription subscription, SubscriptionItem item, List<PaidTerm> paid) {
        return switch (subscription.getStatus()) {
            case "incomplete" -> new Standing.Phase.Awaiting();
            case "active", "trialing" ->
                cancelled(subscription, item)
                        .<Standing.Phase>map(Standing.Phase.Ending::new)
                        .orElseGet(() -> runningOrPaused(subscription));
            case "past_due" -> new Standing.Phase.PastDue();
            // canceled, incomplete_expired, unpaid, paused; and, to fail closed, any status Stripe may yet invent
            default -> new Standing.Phase.Ended(end(subscription, paid));
        };
    }

    /** https://docs.stripe.com/billing/subscriptions/pause-payment */
    private static Standing.Phase runningOrPaused(Subscription subscription) {
        return Optional.ofNullable(subscription.getPauseCollection())
                .<Standing.Phase>map(pause -> new Standing.Phase.Paused(Optional.ofNullable(pause.getResumesAt())
                        .map(Translation::instant)
                        .or(() -> Pauses.resumesAt(subscription))))
                .orElseGet(Standing.Phase.Running::new);
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
                .or(() -> Stream.concat(paid.stream().map(PaidTerm::span), trial(subscription).stream())
                        .map(Window::end)
                        .max(Comparator.naturalOrder()))
                .orElseGet(() -> instant(subscription.getCreated()));
    }

    private static SubscriptionItem item(Subscription subscription) {
        return subscription.getItems().getData().get(0);
    }

    /** Ours say it themselves; one made at Stripe by hand goes by its id. */
    static String plan(Price price) {
        return price.getMetadata().getOrDefault(Catalogue.PLAN, price.getId());
    }

    private static Money price(SubscriptionItem item) {
        long each = Optional.ofNullable(item.getPrice().getUnitAmount()).orElse(0L);
        return ours(
                Math.multiplyExact(each, item.getQuantity()), item.getPrice().getCurrency());
    }

    private static Money ours(long minor, String currency) {
        return new Money(Catalogue.isOurs(currency) ? minor : 0);
    }

    private static Instant instant(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }
}
