package news.masthead.billing;

import com.stripe.model.Dispute;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.Subscription;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import news.masthead.subscription.PaidTerm;
import news.masthead.values.Money;

/**
 * What has happened, read out of what Stripe holds. Asks nobody and keeps nothing: one holding has the same facts whenever it is read, and a
 * later one has those of an earlier one and more.
 */
final class Facts {

    private static final String CYCLE = "subscription_cycle";
    private static final Set<String> WAITING_FOR_READER =
            Set.of("requires_payment_method", "requires_action", "canceled");

    private final Holding holding;
    private final UnaryOperator<String> planOfPrice;

    private Facts(Holding holding, UnaryOperator<String> planOfPrice) {
        this.holding = holding;
        this.planOfPrice = planOfPrice;
    }

    /**
     * @param planOfPrice code of the plan that a price sells
     * @return the oldest first; none of money in another currency, which no paper, letter or figure may take for ours
     */
    static List<Fact> of(Holding holding, UnaryOperator<String> planOfPrice) {
        Facts facts = new Facts(holding.inOurCurrency(), planOfPrice);
        return Stream.of(facts.began(), facts.paid(), facts.declined(), facts.given(), facts.ended())
                .flatMap(some -> some)
                .sorted(Comparator.comparing(Fact::at))
                .toList();
    }

    private Stream<Fact> began() {
        return holding.paidInvoices().stream()
                .filter(invoice -> term(invoice).isPresent())
                .min(Comparator.comparing(Facts::paidAt))
                .<Fact>map(first -> new Fact.Began(holding.subscription().getId(), paidAt(first), plan(first)))
                .stream();
    }

    private Stream<Fact> paid() {
        return holding.paidInvoices().stream()
                .map(invoice -> new Fact.Paid(
                        invoice.getId(),
                        paidAt(invoice),
                        plan(invoice),
                        new Money(invoice.getAmountPaid()),
                        term(invoice).map(PaidTerm::span)));
    }

    /**
     * A first payment that fails is seen by the reader who makes it, and so is one for a change or an early return; only one that nobody watches is
     * a fact to tell.
     */
    private Stream<Fact> declined() {
        return holding.invoices().stream()
                .filter(invoice -> CYCLE.equals(invoice.getBillingReason()) || Pauses.isReturnAsAgreed(invoice))
                .filter(this::hasFailed)
                .map(invoice -> new Fact.Declined(
                        invoice.getId(),
                        instant(invoice.getStatusTransitions().getFinalizedAt()),
                        plan(invoice),
                        new Money(invoice.getAmountDue())));
    }

    private boolean hasFailed(Invoice invoice) {
        if (invoice.getAttemptCount() > 1) {
            return true;
        }
        return invoice.getAttemptCount() == 1
                && !"paid".equals(invoice.getStatus())
                && holding.attemptsAt(invoice).anyMatch(payment -> WAITING_FOR_READER.contains(payment.getStatus()));
    }

    private Stream<Fact> given() {
        return holding.paidInvoices().stream()
                .flatMap(invoice -> holding.paymentsOf(invoice).stream()
                        .flatMap(payment -> Stream.concat(refunds(invoice, payment), disputes(invoice, payment))));
    }

    private Stream<Fact> refunds(Invoice invoice, PaymentIntent payment) {
        return Holding.refundsOf(payment)
                .filter(refund -> "succeeded".equals(refund.getStatus()))
                .map(refund -> refunded(invoice, refund));
    }

    private Fact refunded(Invoice invoice, Refund refund) {
        return new Fact.Refunded(
                refund.getId(),
                instant(refund.getCreated()),
                plan(invoice),
                new Money(refund.getAmount()),
                invoice.getId());
    }

    /** https://docs.stripe.com/disputes/how-disputes-work : an inquiry moves no money, so its statuses are not here. */
    private Stream<Fact> disputes(Invoice invoice, PaymentIntent payment) {
        return holding.disputesOf(payment).stream().flatMap(dispute -> switch (dispute.getStatus()) {
            case "needs_response", "under_review" -> Stream.of(disputed(invoice, dispute));
            case "won" -> Stream.of(disputed(invoice, dispute), closed(invoice, dispute, true));
            case "lost" -> Stream.of(disputed(invoice, dispute), closed(invoice, dispute, false));
            // warning_needs_response, warning_under_review, warning_closed, prevented, and what Stripe may yet invent
            default -> Stream.of();
        });
    }

    private Fact disputed(Invoice invoice, Dispute dispute) {
        return new Fact.Disputed(
                dispute.getId(),
                instant(dispute.getCreated()),
                plan(invoice),
                new Money(dispute.getAmount()),
                invoice.getId());
    }

    private Fact closed(Invoice invoice, Dispute dispute, boolean won) {
        long at = Stream.ofNullable(dispute.getBalanceTransactions())
                .flatMap(List::stream)
                .mapToLong(moved -> moved.getCreated())
                .max()
                .orElse(dispute.getCreated());
        return new Fact.DisputeClosed(
                dispute.getId(), instant(at), plan(invoice), new Money(dispute.getAmount()), won, invoice.getId());
    }

    private Stream<Fact> ended() {
        Subscription subscription = holding.subscription();
        if (subscription.getEndedAt() == null || began().findAny().isEmpty()) {
            return Stream.of();
        }
        return Stream.of(new Fact.Ended(
                subscription.getId(), instant(subscription.getEndedAt()), plan(subscription), why(subscription)));
    }

    private static Fact.Why why(Subscription subscription) {
        String reason = Optional.ofNullable(subscription.getCancellationDetails())
                .map(Subscription.CancellationDetails::getReason)
                .orElse("");
        return switch (reason) {
            case "payment_failed" -> Fact.Why.PAYMENT;
            case "payment_disputed" -> Fact.Why.DISPUTE;
            // cancellation_requested, and a subscription that ended as it was set up to
            default -> Fact.Why.READER;
        };
    }

    private Optional<PaidTerm> term(Invoice invoice) {
        return Translation.term(invoice, holding.subscription().getId());
    }

    private String plan(Invoice invoice) {
        return invoice.getLines().getData().stream()
                .filter(line ->
                        Translation.paysForTime(line, holding.subscription().getId()))
                .max(Comparator.comparing(line -> line.getPeriod().getEnd()))
                .map(InvoiceLineItem::getPricing)
                .map(InvoiceLineItem.Pricing::getPriceDetails)
                .map(details -> planOfPrice.apply(details.getPrice()))
                .orElseGet(() -> plan(holding.subscription()));
    }

    private String plan(Subscription subscription) {
        return Translation.plan(subscription.getItems().getData().get(0).getPrice());
    }

    private static Instant paidAt(Invoice invoice) {
        return instant(invoice.getStatusTransitions().getPaidAt());
    }

    private static Instant instant(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }
}
