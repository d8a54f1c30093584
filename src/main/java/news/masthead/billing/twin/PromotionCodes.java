package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words that a reader types to get a coupon. https://docs.stripe.com/billing/subscriptions/coupons#promotion-codes */
final class PromotionCodes {

    static final Set<String> NEW = Set.of(
            "active",
            "code",
            "customer",
            "expires_at",
            "max_redemptions",
            "metadata",
            "promotion",
            "restrictions.first_time_transaction",
            "restrictions.minimum_amount",
            "restrictions.minimum_amount_currency");
    static final Set<String> CHANGE = Set.of("active", "metadata");
    static final Set<String> LIST = Set.of("active", "code", "coupon", "created", "customer");

    private static final String KIND = "promotion_code";

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;

    PromotionCodes(Contract contract, Ledger ledger, Hours hours) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
    }

    ObjectNode create(Call call) {
        String coupon = Json.text(call.params().path("promotion"), "coupon");
        ledger.existing("coupon", coupon, "promotion[coupon]");
        String code = call.has("code") ? call.text("code") : Ids.letters(8).toUpperCase(Locale.ROOT);
        if (active(code).isPresent()) {
            throw StripeError.invalid(
                    "resource_already_exists",
                    "code",
                    "An active promotion code with `code: " + code + "` already exists.");
        }
        ObjectNode promotion = contract.blank("PromotionCode")
                .put("id", Ids.next("promo"))
                .put("active", true)
                .put("code", code)
                .put("created", hours.now())
                .put("times_redeemed", 0);
        promotion.putObject("metadata");
        promotion.putObject("promotion").put("coupon", coupon).put("type", "coupon");
        call.copy(promotion, "active", "customer", "expires_at", "max_redemptions");
        call.mergeMetadata(promotion);
        ObjectNode restrictions = promotion
                .putObject("restrictions")
                .put("first_time_transaction", false)
                .putNull("minimum_amount")
                .putNull("minimum_amount_currency");
        restrictions.setAll(
                call.params().path("restrictions") instanceof ObjectNode asked ? asked.deepCopy() : Json.object());
        return ledger.put(promotion);
    }

    ObjectNode retrieve(Call call) {
        return current(ledger.existing(KIND, call.id(), KIND));
    }

    ObjectNode update(Call call) {
        ObjectNode promotion = ledger.existing(KIND, call.id(), KIND);
        call.copy(promotion, "active");
        call.mergeMetadata(promotion);
        return current(promotion);
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all(KIND).stream()
                        .map(this::current)
                        .filter(promotion -> Listing.matches(promotion, call, "active", "customer"))
                        .filter(promotion -> !call.has("code") || isSpelled(promotion, call.text("code")))
                        .filter(promotion -> !call.has("coupon")
                                || Json.is(promotion.get("promotion"), "coupon", call.text("coupon"))));
    }

    /** The one that a reader means: upper and lower case are the same. */
    Optional<ObjectNode> active(String code) {
        return ledger.all(KIND).stream()
                .map(this::current)
                .filter(promotion -> isSpelled(promotion, code))
                .filter(promotion -> promotion.get("active").booleanValue())
                .findFirst();
    }

    /** One that has expired or was used up is no longer active, and never again: https://docs.stripe.com/api/promotion_codes/object */
    private ObjectNode current(ObjectNode promotion) {
        boolean over = isExpired(promotion, hours.now()) || Coupons.isUsedUp(promotion);
        return over ? promotion.put("active", false) : promotion;
    }

    static boolean isExpired(JsonNode promotion, long at) {
        return Json.isSet(promotion, "expires_at")
                && promotion.get("expires_at").longValue() <= at;
    }

    private static boolean isSpelled(ObjectNode promotion, String code) {
        return Json.text(promotion, "code").equalsIgnoreCase(code.strip());
    }
}
