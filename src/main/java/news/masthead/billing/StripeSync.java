package news.masthead.billing;

import com.stripe.model.Subscription;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import news.masthead.subscription.Subscriptions;

/**
 * Brings one subscription to where Stripe has it. The webhook, the way back from payment, the reconcile and the reader's own buttons all call
 * {@link #sync}; nothing else writes what a reader has bought.
 *
 * <p>No lock is held and no transaction open while Stripe is asked. Two looks at one subscription may overlap: each draws a number first, and
 * {@link Subscriptions#apply} lets the higher number win.
 */
@ApplicationScoped
class StripeSync {

    @Inject
    StripeLook look;

    @Inject
    StripeLedger ledger;

    @Inject
    FactBook facts;

    @Inject
    PriceBook prices;

    @Inject
    TrialBook trials;

    @Inject
    UnknownPrices unknownPrices;

    @Inject
    Customers customers;

    @Inject
    Subscriptions subscriptions;

    /**
     * @param id of the subscription at Stripe, {@code sub_…}
     * @throws StripeFailure where Stripe does not answer
     */
    Found sync(String id) {
        long fetch = subscriptions.beginFetch();
        Optional<Holding> fetched = look.at(id);
        if (fetched.isEmpty()) {
            return new Found.Nothing();
        }
        Subscription subscription = fetched.get().subscription();
        Optional<Long> account = accountOf(subscription);
        if (account.isEmpty()) {
            return new Found.Foreign(subscription.getCustomer());
        }
        QuarkusTransaction.joiningExisting().run(() -> apply(account.get(), fetched.get(), fetch));
        return new Found.Ours(account.get());
    }

    /** By what we wrote down ourselves: the customer, or the subscription of one that was deleted since. */
    private Optional<Long> accountOf(Subscription fetched) {
        return customers
                .accountOf(fetched.getCustomer())
                .or(() -> subscriptions.ofProvider(fetched.getId()).map(known -> known.account));
    }

    /** What Stripe holds, what follows for the reader, and what has happened become known together or not at all. */
    private void apply(long account, Holding holding, long fetch) {
        String subscription = holding.subscription().getId();
        if (subscriptions.apply(account, subscription, Translation.standing(holding), fetch)) {
            ledger.keep(account, fetch, holding);
            Translation.trial(holding.subscription())
                    .ifPresent(trial -> trials.seen(account, subscription, trial.start()));
            facts.note(account, subscription, Facts.of(holding, prices::planOf));
            unknownPrices.look(holding.subscription());
        }
    }

    /** What a look at Stripe found. */
    sealed interface Found {

        record Ours(long account) implements Found {}

        /** A customer of another application on the same Stripe account. */
        record Foreign(String customer) implements Found {}

        record Nothing() implements Found {}
    }
}
