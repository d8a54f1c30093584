package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
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
        ObjectNode intent = intentOf(invoice).orElseThrow();
        ObjectNode method = ledger.existing("payment_method", paymentMethod, "payment_method");
        return keep(intent, intents.confirm(intent, method, onSession, at), at);
    }

    /** As {@link Intents#close}, for the payment of an invoice as for any other. */
    Outcome close(ObjectNode intent, boolean yes, long at) {
        return keep(intent, intents.close(intent, yes, at), at);
    }

    /** Whatever was under way to pay it is not wanted any more: https://docs.stripe.com/invoicing/overview#void */
    void cancel(ObjectNode invoice, long at) {
        paymentsOf(invoice)
                .filter(payment -> Json.is(payment, "status", "open"))
                .forEach(payment -> {
                    payment.put("status", "canceled")
                            .withObjectProperty("status_transitions")
                            .put("canceled_at", at);
                    intents.cancel(intentOf(invoice).orElseThrow(), "void_invoice", at);
                });
    }

    /** Where the payment of an invoice stands; one of nothing is paid. */
    Outcome standing(ObjectNode invoice) {
        return Invoices.isPaid(invoice)
                ? Outcome.PAID
                : intentOf(invoice).map(Intents::standing).orElse(Outcome.DECLINED);
    }

    /** Empty for an invoice of nothing. */
    Optional<ObjectNode> intentOf(ObjectNode invoice) {
        return paymentsOf(invoice)
                .findFirst()
                .flatMap(payment -> ledger.find(Json.text(payment.get("payment"), "payment_intent")));
    }

    /** Empty for a payment of no invoice. */
    Optional<ObjectNode> invoiceOf(ObjectNode intent) {
        return paymentOf(intent).flatMap(payment -> ledger.find(Json.text(payment, "invoice")));
    }

    private Outcome keep(ObjectNode intent, Outcome outcome, long at) {
        if (outcome == Outcome.PAID) {
            paymentOf(intent)
                    .ifPresent(payment -> payment.put("status", "paid")
                            .put("amount_paid", intent.get("amount").longValue())
                            .withObjectProperty("status_transitions")
                            .put("paid_at", at));
        }
        return outcome;
    }

    private Stream<ObjectNode> paymentsOf(ObjectNode invoice) {
        return ledger.all("invoice_payment", "invoice", Json.id(invoice));
    }

    private Optional<ObjectNode> paymentOf(ObjectNode intent) {
        return ledger.all("invoice_payment", "/payment/payment_intent", Json.id(intent))
                .findFirst();
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
