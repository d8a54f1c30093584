package news.masthead.billing;

import com.stripe.model.Dispute;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeObject;
import com.stripe.model.Subscription;
import com.stripe.net.ApiResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One state of one of Stripe's objects, as the ledger keeps it.
 *
 * @param fetch the number of the look that showed it
 * @param content in Stripe's JSON
 */
record LedgerRow(long fetch, String kind, String object, String content) {

    /**
     * What Stripe held of a subscription at each look that showed something new.
     *
     * @param rows all of one subscription, by rising number
     * @return the oldest first; the last is what it holds as far as we know
     */
    static List<Holding> fold(List<LedgerRow> rows) {
        List<Holding> holdings = new ArrayList<>();
        Map<String, StripeObject> state = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            LedgerRow row = rows.get(i);
            state.put(row.object(), row.read());
            if (i + 1 == rows.size() || rows.get(i + 1).fetch() != row.fetch()) {
                holding(state).ifPresent(holdings::add);
            }
        }
        return holdings;
    }

    private static Optional<Holding> holding(Map<String, StripeObject> state) {
        return of(state, Subscription.class).stream()
                .findFirst()
                .map(subscription -> new Holding(
                        subscription,
                        of(state, Invoice.class),
                        of(state, PaymentIntent.class),
                        of(state, Dispute.class)));
    }

    private static <T> List<T> of(Map<String, StripeObject> state, Class<T> type) {
        return state.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private StripeObject read() {
        return ApiResource.GSON.fromJson(
                content,
                switch (kind) {
                    case "subscription" -> Subscription.class;
                    case "invoice" -> Invoice.class;
                    case "payment_intent" -> PaymentIntent.class;
                    case "dispute" -> Dispute.class;
                    default ->
                        throw new IllegalStateException("The ledger holds a " + kind + ", which nobody can read");
                });
    }
}
