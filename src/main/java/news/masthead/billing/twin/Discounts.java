package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a subscription's discounts take off its invoices, and how long. https://docs.stripe.com/api/discounts/object */
final class Discounts {

    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;

    Discounts(Ledger ledger, Hours hours, Journal journal) {
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
    }

    /** From now on these and no others. */
    void give(ObjectNode subscription, List<ObjectNode> given, String session, long at) {
        List<String> ids = given.stream().map(Json::id).toList();
        of(subscription).filter(old -> !ids.contains(Json.id(old))).forEach(old -> end(old, at));
        ArrayNode now = subscription.putArray("discounts");
        for (ObjectNode discount : given) {
            now.add(Json.id(discount));
            if (ledger.find(Json.id(discount)).isEmpty()) {
                discount.put("subscription", Json.id(subscription))
                        .put("customer", Json.text(subscription, "customer"))
                        .put("checkout_session", session);
                ledger.put(discount);
                redeem(discount);
                journal.record("customer.discount.created", discount, at);
            }
        }
    }

    /** https://docs.stripe.com/api/discounts/subscription_delete */
    ObjectNode take(Call call) {
        ObjectNode subscription = ledger.existing("subscription", call.id(), "id");
        ObjectNode first = of(subscription)
                .findFirst()
                .orElseThrow(() -> StripeError.invalid(null, "No active discount for subscription: " + call.id()));
        long at = hours.of(subscription);
        journal.change(
                "customer.subscription.updated", subscription, at, () -> give(subscription, List.of(), null, at));
        ObjectNode deleted = first.deepCopy().put("deleted", true);
        deleted.remove("end");
        return deleted;
    }

    /** Those of a subscription that hold at a moment; one that is not kept yet stands there whole. */
    List<ObjectNode> at(ObjectNode subscription, long at) {
        return of(subscription)
                .filter(discount ->
                        !Json.isSet(discount, "end") || discount.get("end").longValue() > at)
                .toList();
    }

    /** Takes off each line what the discounts say, one after the other, and tells the invoice the sums. */
    void apply(ObjectNode invoice, List<ObjectNode> lines, List<ObjectNode> discounts) {
        ArrayNode onInvoice = invoice.putArray("discounts");
        ArrayNode sums = invoice.putArray("total_discount_amounts");
        lines.forEach(line -> line.putArray("discount_amounts"));
        for (ObjectNode discount : discounts) {
            ObjectNode coupon = couponOf(discount);
            onInvoice.add(Json.id(discount));
            List<ObjectNode> fit = lines.stream()
                    .filter(line -> line.get("discountable").booleanValue() && Proration.net(line) > 0)
                    .filter(line -> isFor(coupon, line))
                    .toList();
            long sum = Json.isSet(coupon, "percent_off")
                    ? takePercent(fit, coupon, discount)
                    : takeAmount(fit, coupon.get("amount_off").longValue(), discount);
            sums.addObject().put("amount", sum).put("discount", Json.id(discount));
        }
    }

    /** What holds for one invoice is over after it: https://docs.stripe.com/billing/subscriptions/coupons#coupon-duration */
    void spend(ObjectNode subscription, ObjectNode invoice, long at) {
        ArrayNode left = Json.array();
        of(subscription).forEach(discount -> {
            boolean once = Json.is(couponOf(discount), "duration", "once") && takesOff(discount, invoice);
            boolean expired = Json.isSet(discount, "end") && discount.get("end").longValue() <= at;
            if (once || expired) {
                end(discount, at);
            } else {
                left.add(Json.id(discount));
            }
        });
        subscription.set("discounts", left);
    }

    private void end(ObjectNode discount, long at) {
        if (!Json.isSet(discount, "end")) {
            discount.put("end", at);
        }
        journal.record("customer.discount.deleted", discount, at);
    }

    private void redeem(ObjectNode discount) {
        Stream.of(discount.at("/source/coupon"), discount.get("promotion_code"))
                .map(JsonNode::textValue)
                .filter(Objects::nonNull)
                .map(id -> ledger.find(id).orElseThrow())
                .forEach(used ->
                        used.put("times_redeemed", used.get("times_redeemed").longValue() + 1));
    }

    private static boolean takesOff(ObjectNode discount, ObjectNode invoice) {
        return Json.stream(invoice.get("total_discount_amounts"))
                .anyMatch(sum -> Json.is(sum, "discount", Json.id(discount))
                        && sum.get("amount").longValue() > 0);
    }

    private Stream<ObjectNode> of(ObjectNode subscription) {
        return Json.stream(subscription.get("discounts"))
                .map(it -> it instanceof ObjectNode whole
                        ? whole
                        : ledger.find(it.textValue()).orElseThrow());
    }

    /** A coupon that was deleted goes on for those who have it. */
    private ObjectNode couponOf(ObjectNode discount) {
        ObjectNode coupon =
                ledger.find(discount.at("/source/coupon").textValue()).orElseThrow();
        return coupon.at("/" + Ledger.PRIVATE + "/was") instanceof ObjectNode was ? was : coupon;
    }

    private static boolean isFor(ObjectNode coupon, JsonNode line) {
        JsonNode products = coupon.path(Ledger.PRIVATE).path("products");
        return products.isMissingNode()
                || Json.stream(products).anyMatch(line.at("/pricing/price_details/product")::equals);
    }

    private static long takePercent(List<ObjectNode> lines, ObjectNode coupon, ObjectNode discount) {
        BigDecimal share = coupon.get("percent_off").decimalValue().movePointLeft(2);
        long sum = 0;
        for (ObjectNode line : lines) {
            long off = share.multiply(BigDecimal.valueOf(Proration.net(line)))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            sum += take(line, off, discount);
        }
        return sum;
    }

    /** Spread over the lines by their size; the last one takes what rounding left. */
    private static long takeAmount(List<ObjectNode> lines, long amount, ObjectNode discount) {
        long whole = lines.stream().mapToLong(Proration::net).sum();
        long sum = Math.min(amount, whole);
        long left = sum;
        for (ObjectNode line : lines) {
            boolean isLast = line == lines.getLast();
            left -= take(line, isLast ? left : sum * Proration.net(line) / whole, discount);
        }
        return sum;
    }

    private static long take(ObjectNode line, long off, ObjectNode discount) {
        ((ArrayNode) line.get("discount_amounts"))
                .addObject()
                .put("amount", off)
                .put("discount", Json.id(discount));
        return off;
    }
}
