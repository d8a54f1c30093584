package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** https://docs.stripe.com/billing/subscriptions/coupons */
final class Coupons {

    static final Set<String> NEW = Set.of(
            "amount_off",
            "applies_to.products",
            "currency",
            "duration",
            "duration_in_months",
            "id",
            "max_redemptions",
            "metadata",
            "name",
            "percent_off",
            "redeem_by");
    static final Set<String> CHANGE = Set.of("metadata", "name");
    static final Set<String> LIST = Set.of("created");

    private static final String KIND = "coupon";

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;

    Coupons(Contract contract, Ledger ledger, Hours hours) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
    }

    ObjectNode create(Call call) {
        refuseNonsense(call);
        ObjectNode coupon = contract.blank("Coupon")
                .put("id", call.has("id") ? call.text("id") : Ids.letters(8))
                .put("created", hours.now())
                .put("duration", "once")
                .put("times_redeemed", 0)
                .put("valid", true);
        coupon.putObject("metadata");
        call.copy(
                coupon,
                "amount_off",
                "currency",
                "duration",
                "duration_in_months",
                "max_redemptions",
                "name",
                "percent_off",
                "redeem_by");
        call.mergeMetadata(coupon);
        if (call.has("applies_to")) {
            coupon.putObject(Ledger.PRIVATE).set("products", call.params().at("/applies_to/products"));
        }
        return ledger.put(coupon);
    }

    /** https://docs.stripe.com/api/coupons/create */
    private void refuseNonsense(Call call) {
        if (call.has("id") && ledger.find(call.text("id")).isPresent()) {
            throw StripeError.invalid("resource_already_exists", "id", "Coupon already exists.");
        }
        if (call.has("percent_off") == call.has("amount_off")) {
            throw StripeError.invalid("percent_off", "You must pass exactly one of percent_off or amount_off.");
        }
        if (call.has("amount_off") && !call.has("currency")) {
            throw StripeError.missing("currency");
        }
        double percent = call.params().path("percent_off").asDouble(1);
        if (percent <= 0 || percent > 100) {
            throw StripeError.invalid("percent_off", "percent_off must be greater than 0 and at most 100.");
        }
        if ("repeating".equals(call.text("duration")) != call.has("duration_in_months")) {
            throw StripeError.invalid(
                    "duration_in_months",
                    "duration_in_months must be given with a duration of repeating, and only then.");
        }
    }

    ObjectNode retrieve(Call call) {
        return current(ledger.existing(KIND, call.id(), "coupon"));
    }

    ObjectNode update(Call call) {
        ObjectNode coupon = retrieve(call);
        call.copy(coupon, "name");
        call.mergeMetadata(coupon);
        return coupon;
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all(KIND).stream()
                        .filter(coupon -> !coupon.path("deleted").asBoolean())
                        .map(this::current));
    }

    /** Nobody gets it any more; who has a discount by it keeps that: https://docs.stripe.com/api/coupons/delete */
    ObjectNode delete(Call call) {
        ObjectNode coupon = retrieve(call);
        ObjectNode hidden = coupon.deepCopy();
        coupon.removeAll();
        return coupon.put("id", Json.id(hidden))
                .put("object", KIND)
                .put("deleted", true)
                .set(Ledger.PRIVATE, Json.object().set("was", hidden));
    }

    /** One that can still be redeemed is valid. */
    private ObjectNode current(ObjectNode coupon) {
        return coupon.put("valid", isValid(coupon, hours.now()));
    }

    static boolean isValid(ObjectNode coupon, long at) {
        return !(Json.isSet(coupon, "redeem_by") && coupon.get("redeem_by").longValue() <= at) && !isUsedUp(coupon);
    }

    static boolean isUsedUp(ObjectNode redeemed) {
        return Json.isSet(redeemed, "max_redemptions")
                && redeemed.get("times_redeemed").longValue()
                        >= redeemed.get("max_redemptions").longValue();
    }
}
