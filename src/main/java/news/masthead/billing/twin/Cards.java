package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Payment methods, each one of the test cards. https://docs.stripe.com/api/payment_methods , https://docs.stripe.com/testing */
final class Cards {

    static final Set<String> NEW = Set.of(
            "type",
            "card.number",
            "card.exp_month",
            "card.exp_year",
            "card.cvc",
            "billing_details.name",
            "billing_details.email",
            "billing_details.phone",
            "metadata");
    static final Set<String> CHANGE = Set.of(
            "card.exp_month",
            "card.exp_year",
            "billing_details.name",
            "billing_details.email",
            "billing_details.phone",
            "metadata",
            "allow_redisplay");
    static final Set<String> ATTACH = Set.of("customer");
    static final Set<String> LIST = Set.of("customer", "type");

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;

    Cards(Contract contract, Ledger ledger, Hours hours, Journal journal) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
    }

    /** Belongs to nobody until it is attached. */
    ObjectNode make(TestMethod kind, long at) {
        ObjectNode method = contract.blank("PaymentMethod")
                .put("id", Ids.next("pm"))
                .put("type", kind.type())
                .put("created", at)
                .put("allow_redisplay", "unspecified");
        method.putObject("metadata");
        method.set(kind.type(), kind.details(contract));
        return ledger.put(method);
    }

    /** With the name and address of the customer who types it in. */
    ObjectNode attach(TestMethod kind, ObjectNode customer, long at) {
        ObjectNode method = make(kind, at);
        method.withObjectProperty("billing_details")
                .put("email", Json.text(customer, "email"))
                .put("name", Json.text(customer, "name"));
        return attach(method.put("allow_redisplay", "limited"), customer, at);
    }

    ObjectNode attach(ObjectNode method, ObjectNode customer, long at) {
        method.put("customer", Json.id(customer));
        journal.record("payment_method.attached", method, at);
        return method;
    }

    /** https://docs.stripe.com/api/payment_methods/create */
    ObjectNode create(Call call) {
        if (!call.required("type").equals("card")) {
            throw StripeError.notModelled("payment methods of type " + call.text("type"));
        }
        String number = call.params().at("/card/number").asText();
        TestMethod kind = TestMethod.ofNumber(number)
                .orElseThrow(() -> StripeError.card("incorrect_number", null, "Your card number is incorrect."));
        ObjectNode method = make(kind, hours.now());
        change(call, method);
        return method;
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("payment_method", call.id(), "id");
    }

    ObjectNode update(Call call) {
        ObjectNode method = retrieve(call);
        change(call, method);
        call.copy(method, "allow_redisplay");
        return method;
    }

    /** Refused for the cards that decline from the first: https://docs.stripe.com/testing#declined-payments */
    ObjectNode attach(Call call) {
        ObjectNode customer = ledger.existing("customer", call.required("customer"), "customer");
        ObjectNode method = TestMethod.ofToken(call.id())
                .map(kind -> make(kind, hours.of(customer)))
                .orElseGet(() -> retrieve(call));
        if (Json.isSet(method, "customer") && !Json.is(method, "customer", Json.id(customer))) {
            throw StripeError.invalid("id", "The payment method you provided has already been attached to a customer.");
        }
        BankAnswer answer = TestMethod.of(method).answer(true);
        if (answer.outcome() == Outcome.DECLINED) {
            throw answer.refusal();
        }
        return attach(method, customer, hours.of(customer));
    }

    /** It can not be used again: https://docs.stripe.com/api/payment_methods/detach */
    ObjectNode detach(Call call) {
        ObjectNode method = retrieve(call);
        if (!Json.isSet(method, "customer")) {
            throw StripeError.invalid(
                    "id", "The payment method you provided is not attached to a customer so detachment is impossible.");
        }
        journal.change("payment_method.detached", method, hours.ofOwned(method), () -> method.putNull("customer"));
        return method;
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all("payment_method", "customer", call.required("customer"))
                        .filter(method -> Listing.matches(method, call, "type")));
    }

    ObjectNode listOfCustomer(Call call) {
        ledger.existing("customer", call.id(), "customer");
        return Listing.page(
                call,
                ledger.all("payment_method", "customer", call.id())
                        .filter(method -> Listing.matches(method, call, "type")));
    }

    /**
     * The customer's own payment method, or one of the test cards by its name, attached now.
     * https://docs.stripe.com/testing#cards
     */
    ObjectNode ofCustomer(String given, ObjectNode customer, long at) {
        Optional<TestMethod> kind = TestMethod.ofToken(given);
        if (kind.isPresent()) {
            return attach(kind.get(), customer, at);
        }
        ObjectNode method = ledger.existing("payment_method", given, "payment_method");
        if (!Json.is(method, "customer", Json.id(customer))) {
            throw StripeError.invalid(
                    "payment_method",
                    "The customer does not have a payment method with the ID " + given
                            + ". The payment method must be attached to the customer.");
        }
        return method;
    }

    /** For what is done only if the money comes at once: https://docs.stripe.com/error-codes#subscription-payment-intent-requires-action */
    void refuseIfDeclined(String paymentMethod, boolean onSession) {
        if (paymentMethod == null) {
            throw BankAnswer.DECLINED.refusal();
        }
        BankAnswer answer = ask(ledger.existing("payment_method", paymentMethod, "payment_method"), onSession);
        switch (answer.outcome()) {
            case DECLINED -> throw answer.refusal();
            case NEEDS_ACTION ->
                throw StripeError.card(
                        "subscription_payment_intent_requires_action",
                        null,
                        "Payment for this subscription requires additional user action before it can be completed successfully.");
            case PAID, PROCESSING -> {
                // The money comes.
            }
        }
    }

    /** What the bank answers. A card that has run out is no card any more: https://docs.stripe.com/error-codes#expired-card */
    BankAnswer ask(ObjectNode method, boolean onSession) {
        return hasRunOut(method.path("card"), hours.ofOwned(method))
                ? BankAnswer.EXPIRED
                : TestMethod.of(method).answer(onSession);
    }

    private static boolean hasRunOut(JsonNode card, long at) {
        return card.has("exp_year")
                && YearMonth.of(
                                card.get("exp_year").intValue(),
                                card.get("exp_month").intValue())
                        .isBefore(YearMonth.from(Instant.ofEpochSecond(at).atZone(ZoneOffset.UTC)));
    }

    private static void change(Call call, ObjectNode method) {
        JsonNode card = call.params().path("card");
        for (String field : new String[] {"exp_month", "exp_year"}) {
            if (card.has(field)) {
                method.withObjectProperty("card").set(field, card.get(field));
            }
        }
        call.params()
                .path("billing_details")
                .properties()
                .forEach(
                        detail -> method.withObjectProperty("billing_details").set(detail.getKey(), detail.getValue()));
        call.mergeMetadata(method);
    }
}
