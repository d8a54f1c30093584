package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import news.masthead.web.Links;
import news.masthead.web.Site;

/** Stripe's hosted payment page of an attempt, a Checkout session: https://docs.stripe.com/api/checkout/sessions. */
@ApplicationScoped
class PaymentPage {

    /** The key of a subscription's metadata that holds the id of the checkout that sold it. */
    static final String CHECKOUT = "checkout";

    private static final String SESSION = "{CHECKOUT_SESSION_ID}";

    @Inject
    StripeClient stripe;

    @Inject
    Customers customers;

    @Inject
    CheckoutBook book;

    @Inject
    Site site;

    /** Opens the page; the same one however often it is asked for. */
    CheckoutAttempt open(CheckoutAttempt attempt) {
        SessionCreateParams params = params(attempt);
        try {
            Session session = IdempotencyKey.creating(
                    "checkout-" + attempt.id,
                    params,
                    key -> stripe.v1().checkout().sessions().create(params, key));
            return book.opened(attempt.id, session.getId(), session.getUrl());
        } catch (StripeFailure failure) {
            if (failure.isFinal()) {
                book.expired(attempt.id);
            }
            throw failure;
        }
    }

    /** The session at Stripe; none where Stripe has forgotten it, as it does with the data of a test. */
    Optional<Session> session(CheckoutAttempt attempt) {
        try {
            return Optional.of(
                    StripeFailure.asking(() -> stripe.v1().checkout().sessions().retrieve(attempt.session)));
        } catch (StripeFailure failure) {
            if (failure.isMissing()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Sees to it that nothing can be paid on the page any more, unless it just was. */
    CheckoutAttempt close(CheckoutAttempt attempt) {
        try {
            StripeFailure.asking(() -> stripe.v1().checkout().sessions().expire(attempt.session));
            return book.expired(attempt.id);
        } catch (StripeFailure failure) {
            return session(attempt)
                    .filter(session -> "complete".equals(session.getStatus()))
                    .map(session -> book.completed(attempt.id, session.getSubscription()))
                    .orElseThrow(() -> failure);
        }
    }

    private SessionCreateParams params(CheckoutAttempt attempt) {
        String account = Long.toString(attempt.account);
        SessionCreateParams.Builder page = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setCustomer(customers.ensure(attempt.account))
                .setClientReferenceId(account)
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(attempt.price)
                        .setQuantity(1L)
                        .build())
                .setSubscriptionData(subscription(attempt))
                .setExpiresAt(attempt.expiresAt.getEpochSecond())
                .setSuccessUrl(site.url() + Links.CONFIRMING + "?s=" + SESSION)
                .setCancelUrl(site.url() + Links.SUBSCRIBE + "?left=checkout");
        Optional.ofNullable(attempt.promotion)
                .ifPresent(promotion -> page.addDiscount(SessionCreateParams.Discount.builder()
                        .setPromotionCode(promotion)
                        .build()));
        if (attempt.trialDays > 0) {
            page.setPaymentMethodCollection(SessionCreateParams.PaymentMethodCollection.ALWAYS);
        }
        return page.build();
    }

    /** A trial whose card was taken away ends with the trial: https://docs.stripe.com/payments/checkout/free-trials. */
    private static SubscriptionData subscription(CheckoutAttempt attempt) {
        SubscriptionData.Builder bought = SubscriptionData.builder()
                .putMetadata("account", Long.toString(attempt.account))
                .putMetadata(CHECKOUT, attempt.id.toString());
        if (attempt.trialDays > 0) {
            bought.setTrialPeriodDays((long) attempt.trialDays)
                    .setTrialSettings(SubscriptionData.TrialSettings.builder()
                            .setEndBehavior(SubscriptionData.TrialSettings.EndBehavior.builder()
                                    .setMissingPaymentMethod(
                                            SubscriptionData.TrialSettings.EndBehavior.MissingPaymentMethod.CANCEL)
                                    .build())
                            .build());
        }
        return bought.build();
    }
}
