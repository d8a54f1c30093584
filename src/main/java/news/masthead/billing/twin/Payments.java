package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The payment of an invoice: a PaymentIntent that tries, and the InvoicePayment that joins it to the invoice.
 * https://docs.stripe.com/api/invoice-payment . Charges are not modelled: {@code latest_charge} stays null.
 */
final class Payments {

    static final Set<String> OF_INVOICES =
            Set.of("invoice", "status", "payment.type", "payment.payment_intent", "created");
    static final Set<String> INTENTS = Set.of("customer", "created");

    private final Contract contract;
    private final Ledger ledger;
    private final Cards cards;

    Payments(Contract contract, Ledger ledger, Cards cards) {
        this.contract = contract;
        this.ledger = ledger;
        this.cards = cards;
    }

    /** Made when the invoice is finalized: https://docs.stripe.com/invoicing/integration/workflow-transitions */
    void open(ObjectNode invoice, long at) {
        ObjectNode intent = intent(invoice, at);
        ObjectNode payment = contract.blank("InvoicePayment")
                .put("id", Ids.next("inpay"))
                .put("amount_requested", invoice.get("amount_due").longValue())
                .put("created", at)
                .put("currency", Json.text(invoice, "currency"))
                .put("invoice", Json.id(invoice))
                .put("is_default", true)
                .put("status", "open");
        payment.putObject("payment").put("type", "payment_intent").put("payment_intent", Json.id(intent));
        ledger.put(intent);
        ledger.put(payment);
    }

    Outcome attempt(ObjectNode invoice, String paymentMethod, boolean onSession, long at) {
        ObjectNode payment = ledger.all("invoice_payment", "invoice", Json.id(invoice))
                .findFirst()
                .orElseThrow();
        ObjectNode intent =
                ledger.find(Json.text(payment.get("payment"), "payment_intent")).orElseThrow();
        if (cards.isDeclined(paymentMethod, onSession)) {
            decline(intent, paymentMethod);
            return Outcome.DECLINED;
        }
        intent.put("status", "succeeded")
                .put("payment_method", paymentMethod)
                .put("amount_received", intent.get("amount").longValue())
                .putNull("last_payment_error");
        payment.put("status", "paid").put("amount_paid", intent.get("amount").longValue());
        payment.withObjectProperty("status_transitions").put("paid_at", at);
        return Outcome.PAID;
    }

    ObjectNode retrieveIntent(Call call) {
        return ledger.existing("payment_intent", call.id(), "intent");
    }

    ObjectNode listIntents(Call call) {
        return Listing.page(
                call,
                ledger.all("payment_intent").stream().filter(intent -> Listing.matches(intent, call, "customer")));
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("invoice_payment", call.id(), "invoice_payment");
    }

    ObjectNode list(Call call) {
        Stream<ObjectNode> found = ledger.all("invoice_payment").stream()
                .filter(payment -> Listing.matches(payment, call, "invoice", "status"))
                .filter(payment ->
                        !call.has("payment") || call.params().get("payment").equals(payment.get("payment")));
        return Listing.page(call, found);
    }

    /** Back to where another card can be given: https://docs.stripe.com/payments/paymentintents/lifecycle */
    private void decline(ObjectNode intent, String paymentMethod) {
        intent.put("status", "requires_payment_method").putNull("payment_method");
        ObjectNode error = intent.putObject("last_payment_error");
        error.setAll((ObjectNode) StripeError.declined().body().get("error"));
        error.set("payment_method", ledger.find(paymentMethod).orElseThrow().deepCopy());
    }

    private ObjectNode intent(ObjectNode invoice, long at) {
        String id = Ids.next("pi");
        ObjectNode intent = contract.blank("PaymentIntent")
                .put("id", id)
                .put("amount", invoice.get("amount_due").longValue())
                .put("capture_method", "automatic")
                .put("client_secret", id + "_secret_" + Ids.letters(24))
                .put("confirmation_method", "automatic")
                .put("created", at)
                .put("currency", Json.text(invoice, "currency"))
                .put("customer", Json.text(invoice, "customer"))
                .put("setup_future_usage", "off_session")
                .put("status", "requires_payment_method");
        intent.set("payment_method_types", Json.texts("card"));
        return intent;
    }
}
