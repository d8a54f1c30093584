package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.checkout.Session;
import com.stripe.param.SubscriptionListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.masthead.billing.Counter.Answer;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;

/**
 * Selling a plan on Stripe's payment page. However often and in however many tabs a reader asks, there is one open page, and none beside a
 * live subscription: https://docs.stripe.com/payments/checkout/limit-subscriptions.
 */
@ApplicationScoped
class Checkout {

    /** Subscriptions in any other status charge their reader, or may yet: https://docs.stripe.com/api/subscriptions/object. */
    private static final Set<String> OVER = Set.of("canceled", "incomplete_expired", "unpaid", "paused");

    /** A page with less time left than this is not worth finding again. */
    private static final Duration TIME_TO_PAY = Duration.ofMinutes(10);

    private static final long PAGE = 100;

    @Inject
    StripeClient stripe;

    @Inject
    StripeAccount stripeAccount;

    @Inject
    Customers customers;

    @Inject
    CheckoutBook book;

    @Inject
    PaymentPage paymentPage;

    @Inject
    TryBook tries;

    @Inject
    StripeSync sync;

    @Inject
    Subscriptions subscriptions;

    private final Turns turns = new Turns();

    /**
     * Opens the payment page for a plan, or finds the open one.
     *
     * @throws StripeFailure where Stripe does not answer; nothing is sold then
     */
    Answer open(Purchase purchase) {
        return turns.take(purchase.account(), () -> openInTurn(purchase));
    }

    /**
     * Looks at a payment page at Stripe: notes what has become of it and syncs what was bought on it.
     *
     * @param session {@code cs_…}
     * @return the attempt as it stands now; none for a session that is not ours
     */
    Optional<CheckoutAttempt> look(String session) {
        return book.ofSession(session).map(this::look);
    }

    CheckoutAttempt look(CheckoutAttempt attempt) {
        if (attempt.session == null) {
            return stripeAccount.now().isBefore(attempt.expiresAt)
                    ? paymentPage.open(attempt)
                    : book.expired(attempt.id);
        }
        return paymentPage
                .session(attempt)
                .map(session -> settle(attempt, session))
                .orElseGet(() -> book.expired(attempt.id));
    }

    /**
     * Why nothing can be sold to an account, as far as that is known without looking at what it pays; none where something can.
     *
     * @throws StripeFailure where Stripe does not answer
     */
    Optional<Answer> obstacle(long account) {
        Optional<Subscription> live = subscriptions.liveOf(account);
        if (live.isPresent()) {
            return live.map(Answer.Subscribed::new);
        }
        return switch (customers.footing(account)) {
            case SOUND -> Optional.empty();
            case OTHER_CURRENCY -> Optional.of(new Answer.OtherCurrency());
            case DELETED -> {
                book.pendingOf(account).ifPresent(attempt -> book.expired(attempt.id));
                yield Optional.empty();
            }
        };
    }

    private Answer openInTurn(Purchase purchase) {
        return obstacle(purchase.account()).orElseGet(() -> findOrBegin(purchase));
    }

    private Answer findOrBegin(Purchase purchase) {
        Optional<CheckoutAttempt> pending =
                book.pendingOf(purchase.account()).map(this::look).filter(CheckoutAttempt::isPending);
        return boughtAtStripe(purchase.account())
                .or(() -> pending.flatMap(attempt -> reuse(attempt, purchase)))
                .orElseGet(() -> begin(purchase));
    }

    /** The page that is open already, if it sells that plan; else it is closed. */
    private Optional<Answer> reuse(CheckoutAttempt attempt, Purchase purchase) {
        if (sells(attempt, purchase)) {
            purchase.back().ifPresent(path -> book.returnTo(attempt.id, path));
            return Optional.of(new Answer.Page(URI.create(attempt.url)));
        }
        CheckoutAttempt closed = paymentPage.close(attempt);
        return closed.state == CheckoutAttempt.State.COMPLETE ? boughtAtStripe(attempt.account) : Optional.empty();
    }

    private boolean sells(CheckoutAttempt attempt, Purchase purchase) {
        Quote.Terms wanted = purchase.quote().terms();
        return attempt.plan.equals(wanted.plan())
                && attempt.price.equals(wanted.price())
                && attempt.trialDays == wanted.trialDays()
                && wanted.offer().equals(Optional.ofNullable(attempt.offer))
                && stripeAccount.now().plus(TIME_TO_PAY).isBefore(attempt.expiresAt);
    }

    /** Asks Stripe itself whether this reader has a subscription that charges, or may yet. */
    private Optional<Answer> boughtAtStripe(long account) {
        SubscriptionListParams asked = SubscriptionListParams.builder()
                .setCustomer(customers.ensure(account))
                .setStatus(SubscriptionListParams.Status.ALL)
                .setLimit(PAGE)
                .build();
        List<String> charging = StripeFailure.all(
                        () -> stripe.v1().subscriptions().list(asked))
                .stream()
                .filter(one -> !OVER.contains(one.getStatus()))
                .map(com.stripe.model.Subscription::getId)
                .toList();
        charging.forEach(sync::sync);
        return charging.isEmpty()
                ? Optional.empty()
                : Optional.of(subscriptions
                        .liveOf(account)
                        .<Answer>map(Answer.Subscribed::new)
                        .orElseGet(Answer.BeingPaid::new));
    }

    private Answer begin(Purchase purchase) {
        return tries.take(Try.of(
                        Try.Kind.OPENED,
                        Optional.of(purchase.account()),
                        purchase.asking().from()))
                .<Answer>map(Answer.TryLater::new)
                .orElseGet(() -> beginAdmitted(purchase));
    }

    private Answer beginAdmitted(Purchase purchase) {
        CheckoutAttempt attempt = book.begin(
                purchase.quote(), purchase.promotion(), purchase.back(), stripeAccount.endOfCheckoutOpenedNow());
        return new Answer.Page(URI.create(paymentPage.open(attempt).url));
    }

    private CheckoutAttempt settle(CheckoutAttempt attempt, Session session) {
        return switch (session.getStatus()) {
            case "complete" -> {
                sync.sync(session.getSubscription());
                yield book.completed(attempt.id, session.getSubscription());
            }
            case "expired" -> book.expired(attempt.id);
            default -> attempt;
        };
    }

    /**
     * What a reader said yes to.
     *
     * @param promotion Stripe's id of the promotion code of the quote's offer, {@code promo_…}
     * @param back the path to return to once it is paid; empty to keep that of the page already open
     */
    record Purchase(Counter.Asking asking, Quote quote, Optional<String> promotion, Optional<String> back) {

        long account() {
            return asking.account();
        }
    }
}
