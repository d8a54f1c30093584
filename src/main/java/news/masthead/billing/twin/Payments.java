package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;

/** The payment of an invoice: the InvoicePayment that joins it to a PaymentIntent. https://docs.stripe.com/api/invoice-payment */
final class Payments {

    static final Set<String> OF_INVOICES =
            Set.of("invoice", "status", "payment.type", "payment.payment_intent", "created");

    private final Contract contract;
    private final Ledger ledger;
    private final Intents intents;

    Payments(Contract contract, Ledger ledger, Intents intents) {
        this.contract = contract;
        this.ledger = ledger;
        this.intents = intents;
    }

    /** Made when the invoice is finalized: https://docs.stripe.com/invoicing/integration/workflow-transitions */
    void open(ObjectNode invoice, long at) {
        long due = invoice.get("amount_due").longValue();
        ObjectNode intent = intents.open(due, Json.text(invoice, "currency"), Json.text(invoice, "customer"), at);
        ObjectNode payment = contract.blank("InvoicePayment")
                .put("id", Ids.next("inpay"))
                .put("amount_requested", due)
                .put("created", at)
                .put("currency", Json.text(invoice, "currency"))
                .put("invoice", Json.id(invoice))
                .put("is_default", true)
                .put("status", "open");
        payment.putObject("payment").put("type", "payment_intent").put("payment_intent", Json.id(intent));
        ledger.put(payment);
    }

    Outcome attempt(ObjectNode invoice, String paymentMethod, boolean onSession, long at) {
        ObjectNode payment = ledger.all("invoice_payment", "invoice", Json.id(invoice))
                .findFirst()
                .orElseThrow();
        ObjectNode intent =
                ledger.find(Json.text(payment.get("payment"), "payment_intent")).orElseThrow();
        ObjectNode method = ledger.existing("payment_method", paymentMethod, "payment_method");
        Outcome outcome = intents.confirm(intent, method, onSession, at);
        if (outcome == Outcome.PAID) {
            payment.put("status", "paid")
                    .put("amount_paid", intent.get("amount").longValue());
            payment.withObjectProperty("status_transitions").put("paid_at", at);
        }
        return outcome;
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
}
