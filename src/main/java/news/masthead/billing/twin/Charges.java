package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Each attempt to take money, come or not. https://docs.stripe.com/api/charges */
final class Charges {

    static final Set<String> LIST = Set.of("customer", "payment_intent", "created");

    private final Contract contract;
    private final Ledger ledger;
    private final Journal journal;
    private final Balance balance;

    Charges(Contract contract, Ledger ledger, Journal journal, Balance balance) {
        this.contract = contract;
        this.ledger = ledger;
        this.journal = journal;
        this.balance = balance;
    }

    /** The bank has not said yet whether it comes: https://docs.stripe.com/api/charges/object#charge_object-status */
    ObjectNode pending(ObjectNode intent, ObjectNode method, long at) {
        ObjectNode charge = of(intent, method, at);
        outcome(charge, "authorized").put("seller_message", "Payment pending.").putNull("network_status");
        journal.record("charge.pending", charge, at);
        return charge;
    }

    /** The money came: https://docs.stripe.com/api/charges/object#charge_object-paid */
    ObjectNode succeeded(ObjectNode intent, ObjectNode method, long at) {
        ObjectNode charge = pendingOr(intent, method, at);
        approve(charge);
        balance.charged(charge, at);
        journal.record("charge.succeeded", charge, at);
        return charge;
    }

    /** Why not: https://docs.stripe.com/api/charges/object#charge_object-outcome */
    ObjectNode failed(ObjectNode intent, ObjectNode method, BankAnswer why, long at) {
        ObjectNode charge = pendingOr(intent, method, at);
        refuse(charge, why);
        journal.record("charge.failed", charge, at);
        return charge;
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("charge", call.id(), "id");
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all("charge").stream()
                        .filter(charge -> Listing.matches(charge, call, "customer", "payment_intent")));
    }

    private static void approve(ObjectNode charge) {
        charge.put("status", "succeeded")
                .put("paid", true)
                .put("captured", true)
                .put("amount_captured", charge.get("amount").longValue());
        outcome(charge, "authorized")
                .put("network_status", "approved_by_network")
                .put("seller_message", "Payment complete.");
    }

    private static void refuse(ObjectNode charge, BankAnswer why) {
        charge.put("status", "failed").put("failure_code", why.code()).put("failure_message", why.message());
        outcome(charge, "issuer_declined")
                .put("network_status", "declined_by_network")
                .put("reason", why.declineCode() == null ? why.code() : why.declineCode())
                .put("seller_message", "The bank did not return any further details with this decline.");
    }

    private static ObjectNode outcome(ObjectNode charge, String type) {
        return charge.putObject("outcome")
                .put("type", type)
                .putNull("advice_code")
                .putNull("network_advice_code")
                .putNull("network_decline_code")
                .putNull("reason")
                .put("risk_level", "normal");
    }

    private ObjectNode pendingOr(ObjectNode intent, ObjectNode method, long at) {
        return ledger.all("charge", "payment_intent", Json.id(intent))
                .filter(charge -> Json.is(charge, "status", "pending"))
                .findFirst()
                .orElseGet(() -> of(intent, method, at));
    }

    private ObjectNode of(ObjectNode intent, ObjectNode method, long at) {
        ObjectNode charge = contract.blank("Charge")
                .put("id", Ids.next("ch"))
                .put("amount", intent.get("amount").longValue())
                .put("created", at)
                .put("currency", Json.text(intent, "currency"))
                .put("customer", Json.text(intent, "customer"))
                .put("payment_intent", Json.id(intent))
                .put("payment_method", Json.id(method));
        charge.set("billing_details", billingDetails(method));
        charge.set("payment_method_details", details(method));
        return ledger.put(charge);
    }

    private ObjectNode billingDetails(JsonNode method) {
        return contract.blank("Charge.BillingDetails")
                .put("email", method.at("/billing_details/email").textValue())
                .put("name", method.at("/billing_details/name").textValue());
    }

    private ObjectNode details(JsonNode method) {
        String type = Json.text(method, "type");
        ObjectNode details = Json.object().put("type", type);
        details.set(
                type,
                type.equals("card")
                        ? card(method.get("card"))
                        : method.get(type).deepCopy());
        return details;
    }

    private ObjectNode card(JsonNode card) {
        ObjectNode details =
                contract.blank("Charge.PaymentMethodDetails.Card").put("network", Json.text(card, "brand"));
        for (String same : new String[] {"brand", "country", "exp_month", "exp_year", "funding", "last4"}) {
            details.set(same, card.get(same));
        }
        return details;
    }
}
