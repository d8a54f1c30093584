package news.masthead.billing;

import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.masthead.subscription.PaidTerm;
import news.masthead.subscription.Standing;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Money;

/** What a reader has paid, read out of the ledger. */
@ApplicationScoped
public class Payments {

    /** A refund in these may yet go through; the money is not there to be given back twice. https://docs.stripe.com/api/refunds/object */
    private static final Set<String> GIVEN = Set.of("succeeded", "pending", "requires_action");

    @Inject
    StripeLedger ledger;

    @Inject
    Subscriptions subscriptions;

    @Inject
    PriceBook prices;

    /** The newest first. */
    public List<Payment> of(long account) {
        return subscriptions.allOf(account).stream()
                .flatMap(subscription -> ledger.holding(subscription.providerRef).stream())
                .flatMap(this::payments)
                .sorted(Comparator.comparing(Payment::paidAt).reversed())
                .toList();
    }

    /** @param id {@code pi_…} */
    public Optional<Payment> find(long account, String id) {
        return of(account).stream().filter(payment -> payment.id().equals(id)).findFirst();
    }

    /** What would stand if that payment were given back whole. */
    Optional<Standing> without(Payment payment) {
        return ledger.holding(payment.subscription()).map(Translation::standing).map(standing -> {
            List<PaidTerm> back = standing.paid().stream()
                    .filter(term -> term.invoice().equals(payment.invoice()))
                    .toList();
            return new Standing(
                    standing.plan(),
                    standing.price(),
                    standing.paid().stream()
                            .filter(term -> !back.contains(term))
                            .toList(),
                    Stream.concat(standing.takenBack().stream(), back.stream()).toList(),
                    standing.phase(),
                    standing.next(),
                    standing.trial());
        });
    }

    /** What came in another currency is given back at Stripe. */
    private Stream<Payment> payments(Holding holding) {
        return holding.inOurCurrency().paidInvoices().stream()
                .flatMap(invoice ->
                        holding.paymentsOf(invoice).stream().map(payment -> payment(holding, invoice, payment)));
    }

    private Payment payment(Holding holding, Invoice invoice, PaymentIntent payment) {
        long refunded = Holding.refundsOf(payment)
                .filter(refund -> GIVEN.contains(refund.getStatus()))
                .mapToLong(Refund::getAmount)
                .sum();
        String plan = Facts.of(holding, prices::planOf).stream()
                .filter(fact -> fact.ref().equals(invoice.getId()))
                .map(Fact::plan)
                .findFirst()
                .orElse("");
        return new Payment(
                payment.getId(),
                invoice.getId(),
                Optional.ofNullable(invoice.getNumber()).orElse(""),
                holding.subscription().getId(),
                plan,
                Instant.ofEpochSecond(invoice.getStatusTransitions().getPaidAt()),
                new Money(payment.getAmountReceived()),
                new Money(refunded),
                !holding.disputesOf(payment).isEmpty(),
                Translation.term(invoice, holding.subscription().getId()).map(PaidTerm::span));
    }
}
