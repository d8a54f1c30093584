package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Works out what a change of a subscription bills, and touches nothing: the change itself and its preview ask the same question.
 * https://docs.stripe.com/billing/subscriptions/prorations , and for credits that are taken from what was debited
 * https://docs.stripe.com/billing/subscriptions/billing-mode
 */
final class Proration {

    private static final String DEBIT = "debit";

    private final Catalogue catalogue;
    private final Items items;
    private final Lines lines;

    Proration(Catalogue catalogue, Items items, Lines lines) {
        this.catalogue = catalogue;
        this.items = items;
        this.lines = lines;
    }

    /**
     * @param after the subscription as it will be
     * @param lines what the change costs; may add up to less than nothing
     * @param billsNow false if the lines wait for the next invoice
     */
    record Change(ObjectNode after, List<ObjectNode> lines, boolean billsNow) {}

    /**
     * @param params of {@code POST /v1/subscriptions/{id}}, or the {@code subscription_details} of a preview, which are named alike
     * @throws StripeError if the price or the item is none that fits
     */
    Change of(ObjectNode subscription, JsonNode params, long at) {
        ObjectNode after = subscription.deepCopy();
        boolean newItem = takeItem(after, params.path("items"));
        boolean endsTrial = Json.is(subscription, "status", "trialing") && isNow(params, "trial_end");
        if (Json.is(subscription, "status", "trialing") && !endsTrial) {
            return new Change(after, List.of(), false);
        }
        boolean resets = endsTrial || isNow(params, "billing_cycle_anchor") || hasNewInterval(subscription, after);
        if (endsTrial) {
            after.put("trial_end", at).put("status", "active");
        }
        if (resets) {
            beginCycle(after, at);
        }
        String behaviour = params.path("proration_behavior").asText("create_prorations");
        List<ObjectNode> billed = newItem || resets
                ? lines(subscription, after, resets, behaviour, prorationDate(subscription, params, at))
                : List.of();
        boolean billsNow = resets || behaviour.equals("always_invoice") && !billed.isEmpty();
        return new Change(after, billed, billsNow);
    }

    /** Keeps with the subscription what the invoice's last line for time to come was, net of discounts. */
    static void remember(ObjectNode subscription, ObjectNode invoice) {
        JsonNode invoiceLines = invoice.at("/lines/data");
        for (JsonNode line : invoiceLines) {
            rememberLine(subscription, line);
        }
    }

    static void rememberLine(ObjectNode subscription, JsonNode line) {
        if (line.get("amount").longValue() >= 0 && Json.is(line.get("parent"), "type", "subscription_item_details")) {
            subscription
                    .withObjectProperty(Ledger.PRIVATE)
                    .putObject(DEBIT)
                    .put("amount", net(line))
                    .put("start", line.at("/period/start").longValue())
                    .put("end", line.at("/period/end").longValue());
        }
    }

    /** Nothing was debited for the current period after all. */
    static void forget(ObjectNode subscription) {
        subscription.withObjectProperty(Ledger.PRIVATE).remove(DEBIT);
    }

    static void copyDebit(JsonNode from, ObjectNode to) {
        JsonNode debit = from.path(Ledger.PRIVATE).path(DEBIT);
        if (debit.isObject()) {
            to.withObjectProperty(Ledger.PRIVATE).set(DEBIT, debit.deepCopy());
        } else {
            forget(to);
        }
    }

    static long net(JsonNode line) {
        long off = 0;
        for (JsonNode discount : line.path("discount_amounts")) {
            off += discount.get("amount").longValue();
        }
        return line.get("amount").longValue() - off;
    }

    /** To the second, rounded to the nearest paisa. */
    static long share(long amount, long start, long from, long end) {
        if (from >= end || start >= end) {
            return 0;
        }
        long whole = end - start;
        return (2 * Math.multiplyExact(amount, Math.min(whole, end - from)) + whole) / (2 * whole);
    }

    private List<ObjectNode> lines(ObjectNode before, ObjectNode after, boolean resets, String behaviour, long date) {
        boolean prorates = !behaviour.equals("none");
        List<ObjectNode> billed = new ArrayList<>();
        JsonNode debit = before.path(Ledger.PRIVATE).path(DEBIT);
        long unused = share(
                debit.path("amount").longValue(),
                debit.path("start").longValue(),
                date,
                debit.path("end").longValue());
        if (prorates && unused > 0) {
            billed.add(lines.unused(before, unused, date, debit.get("end").longValue()));
        }
        if (resets) {
            billed.add(lines.ofPeriod(after));
        } else if (prorates) {
            JsonNode item = Subscriptions.item(after);
            long end = item.get("current_period_end").longValue();
            long start = item.get("current_period_start").longValue();
            billed.add(lines.remaining(after, share(Lines.amountOf(item), start, date, end), date, end));
        }
        return billed;
    }

    /** A new interval begins a new cycle: https://docs.stripe.com/billing/subscriptions/change-price */
    private static boolean hasNewInterval(ObjectNode before, ObjectNode after) {
        return Periods.differ(
                Subscriptions.item(before).at("/price/recurring"),
                Subscriptions.item(after).at("/price/recurring"));
    }

    static void beginCycle(ObjectNode subscription, long at) {
        ObjectNode item = Subscriptions.item(subscription);
        subscription.put("billing_cycle_anchor", at);
        item.put("current_period_start", at)
                .put("current_period_end", Periods.boundAfter(at, at, item.at("/price/recurring")));
    }

    private boolean takeItem(ObjectNode after, JsonNode given) {
        if (given.isEmpty()) {
            return false;
        }
        ObjectNode item = Subscriptions.item(after);
        JsonNode asked = given.get(0);
        if (given.size() > 1 || !asked.has("id") || asked.path("deleted").asBoolean()) {
            throw StripeError.notModelled("a subscription of several items");
        }
        if (!Json.is(asked, "id", Json.id(item))) {
            throw StripeError.noSuch("subscription item", Json.text(asked, "id"), "items[0][id]");
        }
        ObjectNode before = item.deepCopy();
        if (asked.has("price")) {
            setPrice(item, catalogue.subscribable(Json.text(asked, "price"), "items[0][price]"));
        }
        if (asked.has("quantity")) {
            item.put("quantity", asked.get("quantity").longValue());
        }
        return !before.equals(item);
    }

    /** One currency a customer: https://docs.stripe.com/billing/customer#currency */
    private void setPrice(ObjectNode item, ObjectNode price) {
        if (!item.at("/price/currency").equals(price.get("currency"))) {
            throw StripeError.invalid(
                    "items[0][price]",
                    "The price specified only supports `" + Json.text(price, "currency")
                            + "`. This doesn't match the expected currency: `"
                            + item.at("/price/currency").asText() + "`.");
        }
        if (!item.at("/price/id").equals(price.get("id"))) {
            items.setPrice(item, price);
        }
    }

    /** Any moment of the current period: https://docs.stripe.com/billing/subscriptions/prorations#preview-proration */
    private static long prorationDate(ObjectNode subscription, JsonNode params, long at) {
        if (!params.path("proration_date").isNumber()) {
            return at;
        }
        long asked = params.get("proration_date").longValue();
        ObjectNode item = Subscriptions.item(subscription);
        if (asked < item.get("current_period_start").longValue()
                || asked > item.get("current_period_end").longValue()) {
            throw StripeError.invalid(
                    "subscription_proration_date",
                    "Cannot specify a proration date outside of the current subscription period.");
        }
        return asked;
    }

    private static boolean isNow(JsonNode params, String name) {
        return Json.is(params, name, "now");
    }
}
