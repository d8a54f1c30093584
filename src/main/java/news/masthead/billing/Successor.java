package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Price;
import com.stripe.model.SubscriptionItem;
import com.stripe.model.SubscriptionSchedule;
import com.stripe.param.SubscriptionScheduleCreateParams;
import com.stripe.param.SubscriptionScheduleUpdateParams;
import com.stripe.param.SubscriptionScheduleUpdateParams.Phase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import news.masthead.subscription.Subscriptions;

/**
 * The plan that follows at the end of the paid term: a schedule of two phases that lets go of the subscription once the second has begun and run a
 * term. https://docs.stripe.com/billing/subscriptions/subscription-schedules
 */
@ApplicationScoped
class Successor {

    @Inject
    StripeClient stripe;

    @Inject
    StripeSync sync;

    @Inject
    Subscriptions subscriptions;

    /**
     * @param price Stripe's id of the price that follows
     * @param wish names the reader's wish, which is carried out once however often it is said
     */
    void set(com.stripe.model.Subscription held, String price, UUID wish) {
        SubscriptionScheduleUpdateParams phases = phases(held, price);
        String schedule = held.getSchedule() == null ? begun(held, wish) : held.getSchedule();
        StripeFailure.asking(() -> stripe.v1()
                .subscriptionSchedules()
                .update(schedule, phases, IdempotencyKey.of("successor-" + wish, phases)));
    }

    /** The account stays with the plan it has. */
    void giveUp(long account) {
        subscriptions.liveOf(account).map(live -> live.providerRef).ifPresent(id -> {
            giveUpAt(at(id));
            sync.sync(id);
        });
    }

    /** Lets go of the subscription as it is. Stripe lets nobody cancel one that a schedule holds. Somebody else may be quicker. */
    void giveUpAt(com.stripe.model.Subscription held) {
        if (held.getSchedule() == null) {
            return;
        }
        try {
            StripeFailure.asking(() -> stripe.v1().subscriptionSchedules().release(held.getSchedule()));
        } catch (StripeFailure failure) {
            if (at(held.getId()).getSchedule() != null) {
                throw failure;
            }
        }
    }

    private com.stripe.model.Subscription at(String id) {
        return StripeFailure.asking(() -> stripe.v1().subscriptions().retrieve(id));
    }

    private String begun(com.stripe.model.Subscription held, UUID wish) {
        SubscriptionScheduleCreateParams params = SubscriptionScheduleCreateParams.builder()
                .setFromSubscription(held.getId())
                .build();
        SubscriptionSchedule made = StripeFailure.asking(() ->
                stripe.v1().subscriptionSchedules().create(params, IdempotencyKey.of("schedule-" + wish, params)));
        return made.getId();
    }

    private SubscriptionScheduleUpdateParams phases(com.stripe.model.Subscription held, String price) {
        SubscriptionItem item = held.getItems().getData().getFirst();
        Phase now = phase(item.getPrice().getId())
                .setStartDate(item.getCurrentPeriodStart())
                .setEndDate(item.getCurrentPeriodEnd())
                .build();
        return SubscriptionScheduleUpdateParams.builder()
                .setEndBehavior(SubscriptionScheduleUpdateParams.EndBehavior.RELEASE)
                .setProrationBehavior(SubscriptionScheduleUpdateParams.ProrationBehavior.NONE)
                .addPhase(now)
                .addPhase(phase(price).setDuration(term(price)).build())
                .build();
    }

    private static Phase.Builder phase(String price) {
        return Phase.builder()
                .addItem(Phase.Item.builder().setPrice(price).setQuantity(1L).build())
                .setProrationBehavior(Phase.ProrationBehavior.NONE);
    }

    /** As long as one term of the price. */
    private Phase.Duration term(String price) {
        Price.Recurring recurring =
                StripeFailure.asking(() -> stripe.v1().prices().retrieve(price)).getRecurring();
        return Phase.Duration.builder()
                .setInterval(
                        Phase.Duration.Interval.valueOf(recurring.getInterval().toUpperCase(Locale.ROOT)))
                .setIntervalCount(recurring.getIntervalCount())
                .build();
    }
}
