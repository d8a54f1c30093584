package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Brings what is due in: on request, by the reader in person, or when the bank answers at last. */
final class Settlement {

    static final Set<String> PAY = Set.of("payment_method", "off_session");
    static final Set<String> CONFIRM = Set.of("payment_method", "off_session", "return_url", "use_stripe_sdk");
    static final Set<String> CANCEL = Set.of("cancellation_reason");

    private final Ledger ledger;
    private final Hours hours;
    private final Cards cards;
    private final Intents intents;
    private final Payments payments;
    private final Invoices invoices;
    private final Billing billing;
    private final Purchases purchases;

    Settlement(
            Ledger ledger,
            Hours hours,
            Cards cards,
            Intents intents,
            Payments payments,
            Invoices invoices,
            Billing billing,
            Purchases purchases) {
        this.ledger = ledger;
        this.hours = hours;
        this.cards = cards;
        this.intents = intents;
        this.payments = payments;
        this.invoices = invoices;
        this.billing = billing;
        this.purchases = purchases;
    }

    /** https://docs.stripe.com/api/invoices/pay */
    ObjectNode pay(Call call) {
        ObjectNode invoice = ledger.existing("invoice", call.id(), "invoice");
        long at = hours.of(invoice);
        if (Json.is(invoice, "status", "draft")) {
            invoices.finalise(invoice, at);
        }
        if (!Invoices.isOpen(invoice)) {
            throw StripeError.invalid(null, "Invoice is already " + Json.text(invoice, "status"));
        }
        boolean offSession = call.params().path("off_session").asBoolean(true);
        billing.pay(invoice, methodIn(call, invoice), !offSession, at);
        refuseIfUnpaid(invoice);
        return invoice;
    }

    /** https://docs.stripe.com/api/payment_intents/confirm */
    ObjectNode confirm(Call call) {
        ObjectNode intent = ledger.existing("payment_intent", call.id(), "intent");
        long at = hours.ofOwned(intent);
        ObjectNode method = methodIn(call, intent)
                .orElseThrow(() -> StripeError.invalid(
                        "payment_intent_unexpected_state",
                        "payment_method",
                        "You cannot confirm this PaymentIntent because it's missing a payment method."));
        boolean onSession = !call.params().path("off_session").asBoolean(false);
        Optional<ObjectNode> invoice = payments.invoiceOf(intent);
        if (invoice.isPresent()) {
            billing.pay(invoice.get(), Optional.of(method), onSession, at);
            purchases.decided(invoice.get(), payments.standing(invoice.get()));
        } else {
            intents.confirm(intent, method, onSession, at);
        }
        refuse(intent);
        return intent;
    }

    /** One of an invoice goes with its invoice: https://docs.stripe.com/api/payment_intents/cancel */
    ObjectNode cancel(Call call) {
        ObjectNode intent = ledger.existing("payment_intent", call.id(), "intent");
        if (payments.invoiceOf(intent).isPresent()) {
            throw StripeError.invalid(
                    "intent",
                    "You cannot cancel PaymentIntents created by invoices. You can void the invoice instead.");
        }
        intents.cancel(intent, call.text("cancellation_reason"), hours.ofOwned(intent));
        return intent;
    }

    /**
     * On the hosted invoice page. The card that pays is the subscription's from then on:
     * https://docs.stripe.com/invoicing/hosted-invoice-page
     */
    Outcome payInPerson(ObjectNode invoice, TestMethod kind) {
        long at = hours.of(invoice);
        ObjectNode customer = ledger.existing("customer", Json.text(invoice, "customer"), "customer");
        ObjectNode method = cards.attach(kind, customer, at);
        billing.pay(invoice, Optional.of(method), true, at);
        Outcome outcome = payments.standing(invoice);
        if (outcome != Outcome.DECLINED) {
            billing.payFromNowOnWith(method, invoice, at);
        }
        purchases.decided(invoice, outcome);
        return outcome;
    }

    /** The owner of the card, or a test, says now how an open payment ends. */
    Outcome close(ObjectNode intent, boolean yes) {
        return close(intent, yes, hours.ofOwned(intent));
    }

    private Outcome close(ObjectNode intent, boolean yes, long at) {
        Outcome outcome = payments.close(intent, yes, at);
        payments.invoiceOf(intent).ifPresent(invoice -> {
            invoices.conclude(invoice, outcome, at);
            billing.conclude(invoice, outcome, at);
            purchases.decided(invoice, outcome);
        });
        return outcome;
    }

    /** The answers of the banks, each at its moment. */
    Stream<Due> due(String testClock) {
        return intents.underWay(testClock).map(intent -> {
            JsonNode later = intent.get(Ledger.PRIVATE);
            boolean comes = later.get("comes").booleanValue();
            return new Due(later.get("settles_at").longValue(), at -> close(intent, comes, at));
        });
    }

    private Optional<ObjectNode> methodIn(Call call, ObjectNode owned) {
        if (!call.has("payment_method")) {
            return Optional.empty();
        }
        ObjectNode customer = ledger.existing("customer", Json.text(owned, "customer"), "customer");
        return Optional.of(cards.ofCustomer(call.text("payment_method"), customer, hours.of(customer)));
    }

    private void refuseIfUnpaid(ObjectNode invoice) {
        if (payments.standing(invoice) == Outcome.NEEDS_ACTION) {
            throw StripeError.card(
                    "invoice_payment_intent_requires_action",
                    null,
                    "This payment requires additional user action before it can be completed successfully.");
        }
        payments.intentOf(invoice).ifPresent(Settlement::refuse);
    }

    /** With what the bank said: https://docs.stripe.com/error-handling */
    private static void refuse(ObjectNode intent) {
        if (Intents.standing(intent) == Outcome.DECLINED) {
            JsonNode error = intent.path("last_payment_error");
            throw error.isObject()
                    ? StripeError.card(
                            Json.text(error, "code"), Json.text(error, "decline_code"), Json.text(error, "message"))
                    : BankAnswer.DECLINED.refusal();
        }
    }
}
