package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** A payment from the wish to the money. https://docs.stripe.com/payments/paymentintents/lifecycle */
final class Intents {

    static final Set<String> LIST = Set.of("customer", "created");

    private static final Set<String> OPEN =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");
    private static final Set<String> WAITING = Set.of("requires_action", "processing");
    private static final long A_WHILE = Duration.ofMinutes(5).toSeconds();

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Cards cards;
    private final Charges charges;
    private final Disputes disputes;
    private final Mandates mandates;

    Intents(
            Contract contract,
            Ledger ledger,
            Hours hours,
            Journal journal,
            Cards cards,
            Charges charges,
            Disputes disputes,
            Mandates mandates) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.cards = cards;
        this.charges = charges;
        this.disputes = disputes;
        this.mandates = mandates;
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
        if (!OPEN.contains(Json.text(intent, "status"))) {
            throw unexpected(intent, "confirm");
        }
        BankAnswer answer = cards.ask(method, onSession);
        boolean byMandate = !onSession && answer == BankAnswer.APPROVED && mandates.covers(method);
        long amount = intent.get("amount").longValue();
        return answered(intent, method, byMandate ? mandates.ask(method, amount) : answer, at);
    }

    /**
     * The bank gives its last word on a payment that it had left open.
     *
     * @param yes what its owner said if asked, or what comes of a payment that is under way
     */
    Outcome close(ObjectNode intent, boolean yes, long at) {
        if (!WAITING.contains(Json.text(intent, "status"))) {
            throw unexpected(intent, "complete");
        }
        ObjectNode method = ledger.existing("payment_method", Json.text(intent, "payment_method"), "payment_method");
        return answered(intent, method, yes ? BankAnswer.APPROVED : refusal(intent, method, at), at);
    }

    private BankAnswer refusal(ObjectNode intent, ObjectNode method, long at) {
        if (Json.is(intent, "status", "requires_action")) {
            return BankAnswer.NOT_CONFIRMED;
        }
        return mandates.covers(method) ? mandates.refusal(intent, method, at) : BankAnswer.NOT_PAID;
    }

    /** https://docs.stripe.com/api/payment_intents/cancel */
    void cancel(ObjectNode intent, String reason, long at) {
        if (Json.is(intent, "status", "succeeded") || Json.is(intent, "status", "canceled")) {
            throw unexpected(intent, "cancel");
        }
        intent.put("status", "canceled").put("canceled_at", at).put("cancellation_reason", reason);
        stopWaiting(intent);
        journal.record("payment_intent.canceled", intent, at);
    }

    /** Where it stands, in the words of an attempt. */
    static Outcome standing(ObjectNode intent) {
        return switch (Json.text(intent, "status")) {
            case "succeeded" -> Outcome.PAID;
            case "processing" -> Outcome.PROCESSING;
            case "requires_action" -> Outcome.NEEDS_ACTION;
            default -> Outcome.DECLINED;
        };
    }

    /** Those under way whose answer comes by itself. */
    Stream<ObjectNode> underWay(String testClock) {
        return ledger.all("payment_intent", "status", "processing").filter(intent -> hours.isOn(testClock, intent));
    }

    private Outcome answered(ObjectNode intent, ObjectNode method, BankAnswer answer, long at) {
        switch (answer.outcome()) {
            case PAID -> succeed(intent, method, at);
            case DECLINED -> decline(intent, method, answer, at);
            case NEEDS_ACTION -> askOwner(intent, method, at);
            case PROCESSING -> waitFor(intent, method, at);
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

    private static void stopWaiting(ObjectNode intent) {
        intent.putNull("next_action").putNull("processing").remove(Ledger.PRIVATE);
    }

    private static StripeError unexpected(ObjectNode intent, String verb) {
        return StripeError.invalid(
                "payment_intent_unexpected_state",
                "intent",
                "You cannot %s this PaymentIntent because it has a status of %s."
                        .formatted(verb, Json.text(intent, "status")));
    }

    private void succeed(ObjectNode intent, ObjectNode method, long at) {
        boolean isDebit = isAnnounced(intent);
        stopWaiting(intent);
        ObjectNode charge = charges.succeeded(intent, method, at);
        if (isDebit) {
            mandates.name(method, charge);
        } else {
            mandates.register(method, charge, agreed(intent), at);
        }
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
        stopWaiting(intent);
        ObjectNode charge = charges.failed(intent, method, why, at);
        intent.put("status", "requires_payment_method")
                .putNull("payment_method")
                .put("latest_charge", Json.id(charge));
        ObjectNode error = intent.putObject("last_payment_error");
        error.setAll((ObjectNode) why.refusal().body().get("error"));
        error.put("charge", Json.id(charge)).set("payment_method", method.deepCopy());
        journal.record("payment_intent.payment_failed", intent, at);
    }

    /** 3D Secure: https://docs.stripe.com/payments/3d-secure/authentication-flow */
    private void askOwner(ObjectNode intent, ObjectNode method, long at) {
        stopWaiting(intent);
        intent.put("status", "requires_action").put("payment_method", Json.id(method));
        intent.putObject("next_action").put("type", "use_stripe_sdk").putObject("use_stripe_sdk");
        journal.record("payment_intent.requires_action", intent, at);
    }

    /** A debit by mandate is announced and has no charge before it is made. https://docs.stripe.com/payments/payment-methods#payment-notification */
    private void waitFor(ObjectNode intent, ObjectNode method, long at) {
        stopWaiting(intent);
        intent.put("status", "processing")
                .put("payment_method", Json.id(method))
                .putNull("last_payment_error");
        if (mandates.covers(method)) {
            mandates.notifyOf(intent, method, at);
        } else {
            intent.put("latest_charge", Json.id(charges.pending(intent, method, at)));
            intent.putObject(Ledger.PRIVATE)
                    .put("settles_at", at + A_WHILE)
                    .put("comes", TestMethod.of(method).finalAnswer() == BankAnswer.APPROVED);
        }
        journal.record("payment_intent.processing", intent, at);
    }

    private static boolean isAnnounced(ObjectNode intent) {
        return intent.path("processing").isObject();
    }

    /** What is to be paid from now on: the dearest line of the invoice, for a change in mid-term bills less than the price. */
    private long agreed(ObjectNode intent) {
        return ledger.all("invoice_payment", "/payment/payment_intent", Json.id(intent))
                .map(payment -> ledger.find(Json.text(payment, "invoice")).orElseThrow())
                .flatMap(invoice -> Json.stream(invoice.at("/lines/data")))
                .mapToLong(line -> line.get("amount").longValue())
                .reduce(intent.get("amount").longValue(), Math::max);
    }
}
