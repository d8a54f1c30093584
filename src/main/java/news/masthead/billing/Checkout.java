package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.checkout.Session;
import com.stripe.param.SubscriptionListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.masthead.subscription.Plan;
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
    Catalogue catalogue;

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
    Opening open(Purchase purchase) {
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

    private Opening openInTurn(Purchase purchase) {
        long account = purchase.account();
        Optional<Subscription> live = subscriptions.liveOf(account);
        if (live.isPresent()) {
            return new Opening.Subscribed(live.get());
        }
        return switch (customers.footing(account)) {
            case OTHER_CURRENCY -> new Opening.OtherCurrency();
            case DELETED -> {
                book.pendingOf(account).ifPresent(attempt -> book.expired(attempt.id));
                yield begin(purchase);
            }
            case SOUND -> findOrBegin(purchase);
        };
    }

    private Opening findOrBegin(Purchase purchase) {
        Optional<CheckoutAttempt> pending =
                book.pendingOf(purchase.account()).map(this::look).filter(CheckoutAttempt::isPending);
        return boughtAtStripe(purchase.account())
                .or(() -> pending.flatMap(attempt -> reuse(attempt, purchase)))
                .orElseGet(() -> begin(purchase));
    }

    /** The page that is open already, if it sells that plan; else it is closed. */
    private Optional<Opening> reuse(CheckoutAttempt attempt, Purchase purchase) {
        if (sells(attempt, purchase.plan())) {
            purchase.back().ifPresent(path -> book.returnTo(attempt.id, path));
            return Optional.of(new Opening.Page(URI.create(attempt.url)));
        }
        CheckoutAttempt closed = paymentPage.close(attempt);
        return closed.state == CheckoutAttempt.State.COMPLETE ? boughtAtStripe(attempt.account) : Optional.empty();
    }

    private boolean sells(CheckoutAttempt attempt, Plan plan) {
        return attempt.plan.equals(plan.code())
                && attempt.price.equals(catalogue.priceOf(plan))
                && stripeAccount.now().plus(TIME_TO_PAY).isBefore(attempt.expiresAt);
    }

    /** Asks Stripe itself whether this reader has a subscription that charges, or may yet. */
    private Optional<Opening> boughtAtStripe(long account) {
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
                        .<Opening>map(Opening.Subscribed::new)
                        .orElseGet(Opening.BeingPaid::new));
    }

    private Opening begin(Purchase purchase) {
        return tries.take(Try.of(Try.Kind.OPENED, Optional.of(purchase.account()), purchase.from()))
                .<Opening>map(Opening.TryLater::new)
                .orElseGet(() -> beginAdmitted(purchase));
    }

    private Opening beginAdmitted(Purchase purchase) {
        CheckoutAttempt attempt = book.begin(
                purchase.account(),
                purchase.plan(),
                catalogue.priceOf(purchase.plan()),
                purchase.back(),
                stripeAccount.endOfCheckoutOpenedNow());
        return new Opening.Page(URI.create(paymentPage.open(attempt).url));
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
     * What a reader asks for.
     *
     * @param from the reader's address
     * @param back the path to return to once it is paid; empty to keep that of the page already open
     */
    record Purchase(long account, InetAddress from, Plan plan, Optional<String> back) {}

    /** What comes of asking to buy. */
    sealed interface Opening {

        /** To be paid there. */
        record Page(URI url) implements Opening {}

        /** Nothing to buy: this one is there already. */
        record Subscribed(Subscription subscription) implements Opening {}

        /** The reader pays, or has paid, in another currency than ours, and Stripe would refuse ours on the payment page. */
        record OtherCurrency() implements Opening {}

        /** Too much was tried; there is another try from that instant on. */
        record TryLater(Instant from) implements Opening {}

        /** Paid already, and the money is on its way. */
        record BeingPaid() implements Opening {}
    }
}
