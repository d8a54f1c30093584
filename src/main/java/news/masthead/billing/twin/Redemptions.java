package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges who may have which coupon, and makes the discount. A code that does not hold is an error and never a full price.
 * https://docs.stripe.com/billing/subscriptions/coupons
 */
final class Redemptions {

    private final Contract contract;
    private final Ledger ledger;
    private final PromotionCodes codes;

    Redemptions(Contract contract, Ledger ledger, PromotionCodes codes) {
        this.contract = contract;
        this.ledger = ledger;
        this.codes = codes;
    }

    /**
     * Discounts that are kept nowhere yet.
     *
     * @param asked the items of a parameter {@code discounts}
     * @param customer null for one who is not known yet
     * @param amount what would be paid without them
     */
    List<ObjectNode> of(JsonNode asked, ObjectNode customer, long amount, String currency, long at) {
        List<ObjectNode> discounts = new ArrayList<>();
        for (JsonNode one : asked) {
            String param = "discounts[" + discounts.size() + "]";
            if (one.has("discount")) {
                discounts.add(ledger.existing("discount", Json.text(one, "discount"), param + "[discount]"));
            } else if (one.has("promotion_code")) {
                ObjectNode promotion =
                        ledger.existing("promotion_code", Json.text(one, "promotion_code"), param + "[promotion_code]");
                discounts.add(ofCode(promotion, param + "[promotion_code]", customer, amount, currency, at));
            } else if (one.has("coupon")) {
                discounts.add(ofCoupon(Json.text(one, "coupon"), param + "[coupon]", customer, currency, at));
            }
        }
        return discounts;
    }

    /** @param word what a reader typed */
    ObjectNode ofWord(String word, ObjectNode customer, long amount, String currency, long at) {
        ObjectNode promotion = codes.active(word)
                .orElseThrow(() -> StripeError.invalid("resource_missing", "promotion_code", "This code is invalid."));
        return ofCode(promotion, "promotion_code", customer, amount, currency, at);
    }

    private ObjectNode ofCode(
            ObjectNode promotion, String param, ObjectNode customer, long amount, String currency, long at) {
        refuseUnfit(promotion, param, customer, amount, currency, at);
        ObjectNode discount = ofCoupon(Json.text(promotion.get("promotion"), "coupon"), param, customer, currency, at);
        return discount.put("promotion_code", Json.id(promotion));
    }

    private ObjectNode ofCoupon(String id, String param, ObjectNode customer, String currency, long at) {
        ObjectNode coupon = ledger.existing("coupon", id, param);
        if (!Coupons.isValid(coupon, at)) {
            throw StripeError.invalid("coupon_expired", param, "Coupon expired: " + id);
        }
        if (Json.isSet(coupon, "amount_off") && !Json.is(coupon, "currency", currency)) {
            throw StripeError.invalid(param, "The coupon is not in the currency of what it shall make cheaper.");
        }
        ObjectNode discount = contract.blank("Discount")
                .put("id", Ids.next("di"))
                .put("customer", customer == null ? null : Json.id(customer))
                .put("start", at);
        if (Json.is(coupon, "duration", "repeating")) {
            ObjectNode months = Json.object().put("interval", "month");
            months.set("interval_count", coupon.get("duration_in_months"));
            discount.put("end", Periods.bound(at, months, 1));
        }
        discount.putObject("source").put("coupon", id).put("type", "coupon");
        return discount;
    }

    /** https://docs.stripe.com/billing/subscriptions/coupons#configure-promotion-codes */
    private void refuseUnfit(
            ObjectNode promotion, String param, ObjectNode customer, long amount, String currency, long at) {
        JsonNode restrictions = promotion.get("restrictions");
        if (!promotion.get("active").booleanValue()
                || PromotionCodes.isExpired(promotion, at)
                || Coupons.isUsedUp(promotion)) {
            throw StripeError.invalid(param, "This promotion code has expired.");
        }
        if (Json.isSet(promotion, "customer")
                && (customer == null || !Json.is(promotion, "customer", Json.id(customer)))) {
            throw StripeError.invalid(param, "This promotion code cannot be redeemed by this customer.");
        }
        if (restrictions.path("first_time_transaction").booleanValue() && hasPaid(customer)) {
            throw StripeError.invalid(
                    param,
                    "This promotion code cannot be redeemed because the associated customer has prior transactions.");
        }
        if (Json.isSet(restrictions, "minimum_amount")
                && (amount < restrictions.get("minimum_amount").longValue()
                        || !Json.is(restrictions, "minimum_amount_currency", currency))) {
            throw StripeError.invalid(param, "This promotion code asks for a larger amount.");
        }
    }

    private boolean hasPaid(ObjectNode customer) {
        return customer != null
                && ledger.all("invoice", "customer", Json.id(customer))
                        .anyMatch(invoice -> invoice.get("amount_paid").longValue() > 0);
    }
}
