package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** A payment from the wish to the money. https://docs.stripe.com/payments/paymentintents/lifecycle */
final class Intents {

    static final Set<String> LIST = Set.of("customer", "created");

    private final Contract contract;
    private final Ledger ledger;
    private final Journal journal;
    private final Cards cards;
    private final Charges charges;
    private final Disputes disputes;

    Intents(Contract contract, Ledger ledger, Journal journal, Cards cards, Charges charges, Disputes disputes) {
        this.contract = contract;
        this.ledger = ledger;
        this.journal = journal;
        this.cards = cards;
        this.charges = charges;
        this.disputes = disputes;
    }

    ObjectNode open(long amount, String currency, String customer, long at) {
        String id = Ids.next("pi");
        ObjectNode intent = contract.blank("PaymentIntent")
                .put("id", id)
                .put("amount", amount)
                .put("capture_method", "automatic")
                .put("client_secret", id + "_secret_" + Ids.letters(24))
                .put("confirmation_method", "automatic")
                .put("created", at)
                .put("currency", currency)
                .put("customer", customer)
                .put("setup_future_usage", "off_session")
                .put("status", "requires_payment_method");
        intent.set("payment_method_types", Json.texts("card"));
        ledger.put(intent);
        journal.record("payment_intent.created", intent, at);
        return intent;
    }

    /** @param onSession whether the reader is there to confirm it: https://docs.stripe.com/payments/setupintents/usage */
    Outcome confirm(ObjectNode intent, ObjectNode method, boolean onSession, long at) {
        BankAnswer answer = cards.ask(method, onSession);
        switch (answer.outcome()) {
            case PAID -> succeed(intent, method, at);
            case DECLINED -> decline(intent, method, answer, at);
            case NEEDS_ACTION, PROCESSING -> throw StripeError.notModelled("a payment that waits");
        }
        return answer.outcome();
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("payment_intent", call.id(), "intent");
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all("payment_intent").stream().filter(intent -> Listing.matches(intent, call, "customer")));
    }

    private void succeed(ObjectNode intent, ObjectNode method, long at) {
        ObjectNode charge = charges.succeeded(intent, method, at);
        intent.put("status", "succeeded")
                .put("payment_method", Json.id(method))
                .put("amount_received", intent.get("amount").longValue())
                .put("latest_charge", Json.id(charge))
                .putNull("last_payment_error");
        journal.record("payment_intent.succeeded", intent, at);
        disputes.afterPayment(charge, method, at);
    }

    /** Back to where another card can be given. */
    private void decline(ObjectNode intent, ObjectNode method, BankAnswer why, long at) {
        ObjectNode charge = charges.failed(intent, method, why, at);
        intent.put("status", "requires_payment_method")
                .putNull("payment_method")
                .put("latest_charge", Json.id(charge));
        ObjectNode error = intent.putObject("last_payment_error");
        error.setAll((ObjectNode) why.refusal().body().get("error"));
        error.put("charge", Json.id(charge)).set("payment_method", method.deepCopy());
        journal.record("payment_intent.payment_failed", intent, at);
    }
}
