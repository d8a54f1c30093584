package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import news.masthead.subscription.Portrait;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Money;

/**
 * Money given back by staff: https://docs.stripe.com/refunds. However often and in however many tabs one order is sent, it is one refund. It ends no
 * subscription; that is a deed of its own.
 */
@ApplicationScoped
public class Refunds {

    /** The key of a refund's metadata that names its order. */
    private static final String ORDER = "order";

    private static final long PAGE = 100;

    @Inject
    StripeClient stripe;

    @Inject
    RefundBook book;

    @Inject
    Payments payments;

    @Inject
    DeedBook deeds;

    @Inject
    StripeLedger ledger;

    @Inject
    StripeSync sync;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Clock clock;

    /**
     * Gives money back.
     *
     * @param id of the order: the same for a form however often it is sent
     * @param by account of whoever does it
     * @param payment {@code pi_…}
     */
    public Outcome give(UUID id, long by, long account, String payment, Money amount, String reason) {
        Optional<Payment> known = payments.find(account, payment);
        if (known.isEmpty()) {
            return new Outcome.NoSuchPayment();
        }
        String before = words(known.get().subscription());
        RefundOrder order = new RefundOrder(id, clock.instant(), by, account, known.get(), amount, reason, before);
        Optional<RefundBook.Refusal> refusal = book.begin(order, known.get(), refundsOf(known.get()));
        if (refusal.isPresent()) {
            return switch (refusal.get()) {
                case TOO_MUCH -> new Outcome.TooMuch(known.get().left());
                case UNANSWERED -> new Outcome.Unanswered();
            };
        }
        return ask(book.find(id).orElseThrow());
    }

    /** Asks Stripe once more about an order that it did not answer. */
    public Outcome askAgain(UUID id, long account) {
        return book.find(id)
                .filter(order -> order.account == account)
                .map(this::ask)
                .orElseGet(Outcome.NoSuchPayment::new);
    }

    /** Orders that Stripe has not answered, the oldest first. */
    public List<RefundOrder> unanswered(long account) {
        return book.unanswered(account);
    }

    private Outcome ask(RefundOrder order) {
        return switch (order.state) {
            case DONE -> new Outcome.Given(order.amount());
            case REFUSED -> new Outcome.Refused("");
            case ASKED -> askStripe(order);
        };
    }

    private Outcome askStripe(RefundOrder order) {
        try {
            Refund refund = made(order).orElseGet(() -> make(order));
            book.done(order.id, refund.getId());
            sync.sync(order.subscription);
            note(order, Deed.What.REFUNDED, words(order.subscription));
            return new Outcome.Given(order.amount());
        } catch (StripeFailure failure) {
            Log.errorf(failure, "Refund order %s is not carried out", order.id);
            if (failure.isFinal() && book.find(order.id).orElseThrow().state == RefundOrder.State.ASKED) {
                book.refused(order.id);
                note(order, Deed.What.REFUND_REFUSED, failure.getMessage());
                return new Outcome.Refused(failure.getMessage());
            }
            return new Outcome.Silent();
        }
    }

    /** Stripe forgets an idempotency key after a day; the refund itself says whose order it was. */
    private Optional<Refund> made(RefundOrder order) {
        RefundListParams asked = RefundListParams.builder()
                .setPaymentIntent(order.payment)
                .setLimit(PAGE)
                .build();
        return StripeFailure.all(() -> stripe.v1().refunds().list(asked)).stream()
                .filter(refund -> refund.getMetadata() != null
                        && order.id.toString().equals(refund.getMetadata().get(ORDER)))
                .findFirst();
    }

    private Refund make(RefundOrder order) {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(order.payment)
                .setAmount(order.paise)
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata(ORDER, order.id.toString())
                .build();
        return StripeFailure.asking(
                () -> stripe.v1().refunds().create(params, IdempotencyKey.of("refund-" + order.id, params)));
    }

    private void note(RefundOrder order, Deed.What what, String after) {
        deeds.add(new Deed(
                order.id,
                clock.instant(),
                order.by,
                order.account,
                what,
                order.payment,
                order.amount(),
                order.reason,
                order.before,
                after));
    }

    private List<String> refundsOf(Payment payment) {
        return ledger.holding(payment.subscription()).stream()
                .flatMap(holding -> holding.payments().stream())
                .filter(intent -> intent.getId().equals(payment.id()))
                .flatMap(Holding::refundsOf)
                .map(Refund::getId)
                .toList();
    }

    private String words(String subscription) {
        return subscriptions.portrait(subscription).map(Portrait::toString).orElse("unknown");
    }

    /**
     * What a whole refund does to access.
     *
     * @return the instant at which what the subscription opens would end; none where nothing would be left of it
     */
    public Optional<Instant> accessAfter(Payment payment) {
        return payments.without(payment)
                .flatMap(standing -> subscriptions.expected(standing).readsUntil());
    }

    /** What comes of an order. */
    public sealed interface Outcome {

        record Given(Money amount) implements Outcome {}

        record TooMuch(Money left) implements Outcome {}

        /** Another order for this payment waits for Stripe's answer. */
        record Unanswered() implements Outcome {}

        /** Stripe does not answer. Nothing is known to have changed; the same order may be sent again. */
        record Silent() implements Outcome {}

        /** @param words Stripe's */
        record Refused(String words) implements Outcome {}

        record NoSuchPayment() implements Outcome {}
    }
}
