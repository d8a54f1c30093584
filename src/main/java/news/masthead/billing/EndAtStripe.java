package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.param.SubscriptionListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import news.masthead.identity.Accounts;
import news.masthead.identity.BeforeErasure;
import news.masthead.jobs.Job;
import news.masthead.jobs.Outbox;

/**
 * Before an account is erased nothing of it charges at Stripe any more: open payment pages are closed, subscriptions cancelled, and the customer is
 * deleted, on which nothing can be bought again (https://docs.stripe.com/api/customers/delete). Should a payment still have been on its way, its
 * subscription is cancelled as soon as it is seen.
 */
@ApplicationScoped
class EndAtStripe implements BeforeErasure, Job {

    private static final Set<String> OVER = Set.of("canceled", "incomplete_expired");
    private static final long PAGE = 100;

    @Inject
    StripeClient stripe;

    @Inject
    CareBook book;

    @Inject
    CheckoutBook checkouts;

    @Inject
    PaymentPage paymentPage;

    @Inject
    Care care;

    @Inject
    Accounts accounts;

    @Inject
    Outbox outbox;

    @Override
    public void end(long account) throws NotNow {
        try {
            checkouts
                    .pendingOf(account)
                    .filter(attempt -> attempt.session != null)
                    .ifPresent(paymentPage::close);
            String customer = book.customerOf(account);
            if (!customer.isEmpty()) {
                end(customer);
            }
        } catch (StripeFailure silent) {
            throw new NotNow(silent);
        }
    }

    void hear(@Observes Noted noted) {
        boolean erased = accounts.find(noted.account())
                .filter(account -> account.isErased())
                .isPresent();
        if (noted.fact() instanceof Fact.Began && erased) {
            outbox.soon(this, noted.subscription());
        }
    }

    @Override
    public String name() {
        return "stripe-end-of-erased";
    }

    @Override
    public void run(String subscription) {
        care.cancel(subscription);
    }

    private void end(String customer) {
        SubscriptionListParams all = SubscriptionListParams.builder()
                .setCustomer(customer)
                .setStatus(SubscriptionListParams.Status.ALL)
                .setLimit(PAGE)
                .build();
        StripeFailure.all(() -> stripe.v1().subscriptions().list(all)).stream()
                .filter(subscription -> !OVER.contains(subscription.getStatus()))
                .forEach(subscription -> care.cancel(subscription.getId()));
        try {
            StripeFailure.asking(() -> stripe.v1().customers().delete(customer));
        } catch (StripeFailure failure) {
            if (!failure.isMissing()) {
                throw failure;
            }
        }
    }
}
