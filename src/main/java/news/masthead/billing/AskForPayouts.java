package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Payout;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.PayoutListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import news.masthead.jobs.RecurringJob;

/**
 * Asks Stripe every night what it has sent to the publisher's bank, and what each payout is the sum of. Stripe says that of automatic payouts only:
 * https://docs.stripe.com/payouts/reconciliation.
 */
@ApplicationScoped
class AskForPayouts implements RecurringJob {

    private static final long PAGE = 100;
    private static final String OF_THE_PAYOUT_ITSELF = "payout";

    @Inject
    StripeClient stripe;

    @Inject
    PayoutBook book;

    @Override
    public String name() {
        return "stripe-payouts";
    }

    @Override
    public Duration pause() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        PayoutListParams all = PayoutListParams.builder().setLimit(PAGE).build();
        StripeFailure.all(() -> stripe.v1().payouts().list(all)).stream()
                .filter(payout -> !book.isClosed(payout.getId()))
                .forEach(payout -> book.keep(payout, entries(payout)));
        book.match();
    }

    private List<BalanceTransaction> entries(Payout payout) {
        if (!payout.getAutomatic()) {
            return List.of();
        }
        BalanceTransactionListParams ofIt = BalanceTransactionListParams.builder()
                .setPayout(payout.getId())
                .setLimit(PAGE)
                .build();
        return StripeFailure.all(() -> stripe.v1().balanceTransactions().list(ofIt)).stream()
                .filter(entry -> !OF_THE_PAYOUT_ITSELF.equals(entry.getType()))
                .toList();
    }
}
