package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Charge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Counts the payments that fail on payment pages of ours. Whoever has used up their tries finds the page closed: that is how stolen cards are tried
 * out. https://docs.stripe.com/disputes/prevention/card-testing
 */
@ApplicationScoped
class FailedPayments {

    @Inject
    StripeClient stripe;

    @Inject
    Customers customers;

    @Inject
    CheckoutBook book;

    @Inject
    TryBook tries;

    @Inject
    PaymentPage paymentPage;

    @Inject
    Pace pace;

    /**
     * @param charge {@code ch_…} of which an event says that it failed; Stripe is asked
     * @return whether it was made on a page of ours that is open; a renewal that fails is nobody's try
     */
    boolean look(String charge) {
        Optional<CheckoutAttempt> open = failed(charge)
                .map(Charge::getCustomer)
                .flatMap(customers::accountOf)
                .flatMap(book::pendingOf)
                .filter(attempt -> attempt.session != null);
        open.filter(page -> tries.failed(page.account, charge)).ifPresent(this::closeIfTooMany);
        return open.isPresent();
    }

    /** None where Stripe knows no such charge, or does not say that it failed. */
    private Optional<Charge> failed(String charge) {
        pace.await();
        try {
            return Optional.of(StripeFailure.asking(() -> stripe.v1().charges().retrieve(charge)))
                    .filter(made -> "failed".equals(made.getStatus()));
        } catch (StripeFailure failure) {
            if (failure.isMissing()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private void closeIfTooMany(CheckoutAttempt open) {
        if (tries.hasFailedTooOften(open.account)) {
            paymentPage.close(open);
        }
    }
}
