package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.RefundCreateParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import news.masthead.jobs.Job;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;

/**
 * Ends a subscription that was bought beside another and gives all its money back. It is ended first, so that no charge comes after the look
 * that tells what to give back. https://docs.stripe.com/billing/subscriptions/cancel , https://docs.stripe.com/refunds
 */
@ApplicationScoped
class EndSecondSubscription implements Job {

    private static final Set<String> OVER = Set.of("canceled", "incomplete_expired");

    @Inject
    StripeClient stripe;

    @Inject
    StripeLook look;

    @Inject
    StripeSync sync;

    @Inject
    Subscriptions subscriptions;

    @Inject
    SecondSubscriptions book;

    @Override
    public String name() {
        return "stripe-second-subscription";
    }

    /** Does nothing to one that is the reader's only one by now, because the other has ended. */
    @Override
    public void run(String id) {
        if (subscriptions.ofProvider(id).filter(Subscription::isDuplicate).isEmpty()) {
            return;
        }
        look.at(id).map(Holding::subscription).ifPresent(this::end);
        look.at(id).ifPresent(this::giveBack);
        sync.sync(id);
        book.ended(id);
    }

    private void end(com.stripe.model.Subscription second) {
        if (OVER.contains(second.getStatus())) {
            return;
        }
        try {
            StripeFailure.asking(() -> stripe.v1().subscriptions().cancel(second.getId()));
        } catch (StripeFailure failure) {
            // What is cancelled already, by another run perhaps, cannot be cancelled again and is said to be missing
            if (!failure.isMissing()) {
                throw failure;
            }
        }
    }

    private void giveBack(Holding held) {
        held.paidInvoices().stream()
                .flatMap(invoice -> held.paymentsOf(invoice).stream())
                .filter(payment -> held.disputesOf(payment).isEmpty())
                .filter(EndSecondSubscription::holdsMoney)
                .forEach(this::giveBack);
    }

    private static boolean holdsMoney(PaymentIntent payment) {
        Charge charge = payment.getLatestChargeObject();
        return charge != null && charge.getAmountRefunded() < charge.getAmount();
    }

    private void giveBack(PaymentIntent payment) {
        RefundCreateParams rest = RefundCreateParams.builder()
                .setPaymentIntent(payment.getId())
                .setReason(RefundCreateParams.Reason.DUPLICATE)
                .build();
        StripeFailure.asking(() ->
                stripe.v1().refunds().create(rest, IdempotencyKey.of("second-" + payment.getId(), rest)));
    }
}
