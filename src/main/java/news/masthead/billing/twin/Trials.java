package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;

/** Days that cost nothing, before the first paid period. https://docs.stripe.com/billing/subscriptions/trials */
final class Trials {

    static final Set<String> PARAMS = Set.of("trial_period_days", "trial_end", "trial_settings");

    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long NOTICE = 3 * DAY;
    private static final String TOLD = "trial_end_told";

    private Trials() {}

    /** Gives a subscription that has not begun the trial that the parameters ask for, if they do. */
    static void take(JsonNode params, ObjectNode subscription, long at) {
        if (params.path("trial_settings").isObject()) {
            subscription.set("trial_settings", params.get("trial_settings").deepCopy());
        }
        long end = endAsked(params, at);
        if (end == 0) {
            return;
        }
        subscription
                .put("trial_start", at)
                .put("trial_end", end)
                .put("billing_cycle_anchor", end)
                .put("status", "trialing");
        Subscriptions.item(subscription).put("current_period_end", end);
    }

    /** 0 if there shall be none. */
    static long endAsked(JsonNode params, long at) {
        if (params.has("trial_period_days") && params.has("trial_end")) {
            throw StripeError.invalid(
                    "trial_end", "You may only specify one of these parameters: trial_end, trial_period_days.");
        }
        if (params.has("trial_period_days")) {
            return at + params.get("trial_period_days").longValue() * DAY;
        }
        if (!params.path("trial_end").isNumber()) {
            return 0;
        }
        long end = params.get("trial_end").longValue();
        if (end <= at) {
            throw StripeError.invalid("trial_end", "`trial_end` must be a timestamp in the future, or `now`.");
        }
        return end;
    }

    static boolean isOn(JsonNode subscription) {
        return Json.is(subscription, "status", "trialing");
    }

    /** Three days before the end, or at once where the trial is shorter: https://docs.stripe.com/billing/subscriptions/trials#trial-ending */
    static long noticeAt(ObjectNode subscription) {
        return Math.max(
                subscription.get("trial_start").longValue(),
                subscription.get("trial_end").longValue() - NOTICE);
    }

    static boolean isTold(ObjectNode subscription) {
        return subscription.path(Ledger.PRIVATE).path(TOLD).asBoolean();
    }

    static void tell(ObjectNode subscription, Journal journal, long at) {
        subscription.withObjectProperty(Ledger.PRIVATE).put(TOLD, true);
        journal.record("customer.subscription.trial_will_end", subscription, at);
    }

    /** What becomes of one that ends without a payment method: {@code create_invoice} unless it was set otherwise. */
    static String endBehaviour(ObjectNode subscription) {
        return subscription
                .at("/trial_settings/end_behavior/missing_payment_method")
                .asText("create_invoice");
    }
}
