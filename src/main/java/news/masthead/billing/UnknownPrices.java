package news.masthead.billing;

import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Raises the alarm for a subscription on a price that this site never made or that is in another currency, once for each. Whoever paid it keeps access
 * all the same.
 */
@ApplicationScoped
class UnknownPrices {

    @Inject
    PriceBook book;

    @Inject
    BillingAlerts alerts;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    void look(Subscription subscription) {
        subscription.getItems().getData().stream()
                .map(SubscriptionItem::getPrice)
                .filter(price -> !Catalogue.isOurs(price.getCurrency()) || isUnknown(price))
                .filter(price -> told.add(subscription.getId() + " " + price.getId()))
                .forEach(price -> alerts.raise(BillingAlert.UNKNOWN_PRICE, sentence(subscription, price)));
    }

    private static String sentence(Subscription subscription, Price price) {
        return Catalogue.isOurs(price.getCurrency())
                ? "Subscription %s is on price %s, which no plan of ours has or had: move it to one of ours at Stripe"
                        .formatted(subscription.getId(), price.getId())
                : "Subscription %s is on price %s in %s: no invoice, letter or figure here has its money. Look after it at Stripe"
                        .formatted(subscription.getId(), price.getId(), price.getCurrency());
    }

    private boolean isUnknown(Price price) {
        return !price.getMetadata().containsKey(Catalogue.PLAN) && !book.isKnown(price.getId());
    }
}
