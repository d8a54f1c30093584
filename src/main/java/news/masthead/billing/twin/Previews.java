package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Says what a change or the next renewal will bill, by asking those who will bill it. https://docs.stripe.com/api/invoices/create_preview
 */
final class Previews {

    static final Set<String> NEW = Set.of(
            "customer",
            "discounts",
            "preview_mode",
            "subscription",
            "subscription_details.billing_cycle_anchor",
            "subscription_details.cancel_at",
            "subscription_details.cancel_at_period_end",
            "subscription_details.items.id",
            "subscription_details.items.price",
            "subscription_details.items.quantity",
            "subscription_details.proration_behavior",
            "subscription_details.proration_date",
            "subscription_details.trial_end");

    private final Ledger ledger;
    private final Hours hours;
    private final Catalogue catalogue;
    private final Subscriptions subscriptions;
    private final Proration proration;
    private final Renewals renewals;
    private final InvoiceItems waiting;
    private final Lines lines;
    private final Drafts drafts;
    private final Redemptions redemptions;

    Previews(
            Ledger ledger,
            Hours hours,
            Catalogue catalogue,
            Subscriptions subscriptions,
            Proration proration,
            Renewals renewals,
            InvoiceItems waiting,
            Lines lines,
            Drafts drafts,
            Redemptions redemptions) {
        this.ledger = ledger;
        this.hours = hours;
        this.catalogue = catalogue;
        this.subscriptions = subscriptions;
        this.proration = proration;
        this.renewals = renewals;
        this.waiting = waiting;
        this.lines = lines;
        this.drafts = drafts;
        this.redemptions = redemptions;
    }

    ObjectNode create(Call call) {
        if (Json.is(call.params(), "preview_mode", "recurring")) {
            throw StripeError.notModelled("a preview of what recurs");
        }
        JsonNode details = call.params().path("subscription_details");
        ObjectNode invoice = call.has("subscription")
                ? ofChange(
                        ledger.existing("subscription", call.text("subscription"), "subscription"),
                        details.isObject() ? details : Json.object(),
                        call)
                : ofStart(call, details);
        return unreal(invoice);
    }

    private ObjectNode ofChange(ObjectNode subscription, JsonNode details, Call call) {
        long at = hours.of(subscription);
        Proration.Change change = proration.of(subscription, details, at);
        takeDiscounts(call, change.after(), at);
        if (change.billsNow()) {
            List<ObjectNode> billed = waiting.joined(waiting.waitingFor(subscription), change.lines());
            return drafts.ofSubscription(change.after(), "subscription_update", billed, at, at);
        }
        return ofRenewal(change, subscription, details);
    }

    /** What waits, what the change adds to that, and the next period as it will be. */
    private ObjectNode ofRenewal(Proration.Change change, ObjectNode subscription, JsonNode details) {
        ObjectNode item = Subscriptions.item(change.after());
        long end = item.get("current_period_end").longValue();
        if (!Subscriptions.isLive(subscription) || endsBy(end, subscription, details)) {
            throw StripeError.noInvoiceComing();
        }
        Proration.Change renewal = renewals.of(change.after(), end);
        List<ObjectNode> before = renewal.lines().subList(0, renewal.lines().size() - 1);
        List<ObjectNode> next = List.of(renewal.lines().getLast());
        List<ObjectNode> billed = waiting.joined(before, waiting.joined(change.lines(), next));
        return drafts.ofSubscription(
                renewal.after(),
                "upcoming",
                billed,
                item.get("current_period_start").longValue(),
                end);
    }

    private static boolean endsBy(long periodEnd, ObjectNode subscription, JsonNode details) {
        if (details.has("cancel_at_period_end")) {
            return details.get("cancel_at_period_end").booleanValue();
        }
        JsonNode cancelAt = details.has("cancel_at") ? details.get("cancel_at") : subscription.get("cancel_at");
        return cancelAt.asText().endsWith("_period_end") || cancelAt.isNumber() && cancelAt.longValue() <= periodEnd;
    }

    private ObjectNode ofStart(Call call, JsonNode details) {
        ObjectNode customer = ledger.existing("customer", call.required("customer"), "customer");
        JsonNode asked = details.path("items").path(0);
        if (!asked.has("price") || details.path("items").size() > 1) {
            throw StripeError.notModelled("a preview of anything but a subscription with one price");
        }
        ObjectNode price = catalogue.subscribable(Json.text(asked, "price"), "subscription_details[items][0][price]");
        ObjectNode subscription =
                subscriptions.blank(customer, price, asked.path("quantity").asLong(1), null);
        long at = hours.of(customer);
        Trials.take(details, subscription, at);
        takeDiscounts(call, subscription, at);
        return drafts.ofSubscription(subscription, "subscription_create", List.of(lines.first(subscription)), at, at)
                .putNull("parent");
    }

    /** Without the parameter, those of the subscription: https://docs.stripe.com/api/invoices/create_preview#create_create_preview-discounts */
    private void takeDiscounts(Call call, ObjectNode after, long at) {
        if (call.has("discounts")) {
            long amount = Lines.amountOf(Subscriptions.item(after));
            ObjectNode customer = ledger.find(Json.text(after, "customer")).orElseThrow();
            after.putArray("discounts")
                    .addAll(redemptions.of(
                            call.params().get("discounts"), customer, amount, Json.text(after, "currency"), at));
        }
    }

    /** It can be read once, and neither paid nor found again. */
    private static ObjectNode unreal(ObjectNode invoice) {
        return invoice.put("id", Json.id(invoice).replace("in_", "upcoming_in_"));
    }
}
