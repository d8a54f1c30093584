package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The cards of the hosted page, kept as payment methods. https://docs.stripe.com/testing */
final class Cards {

    private final Contract contract;
    private final Ledger ledger;

    Cards(Contract contract, Ledger ledger) {
        this.contract = contract;
        this.ledger = ledger;
    }

    ObjectNode attach(TestMethod kind, ObjectNode customer, long at) {
        ObjectNode card = contract.blank("PaymentMethod.Card")
                .put("brand", "visa")
                .put("country", kind.country())
                .put("display_brand", "visa")
                .put("exp_month", 12)
                .put("exp_year", 2099)
                .put("funding", "credit")
                .put("last4", kind.last4());
        ObjectNode method = contract.blank("PaymentMethod")
                .put("id", Ids.next("pm"))
                .put("type", "card")
                .put("created", at)
                .put("customer", Json.id(customer))
                .put("allow_redisplay", "limited");
        method.withObjectProperty("billing_details")
                .put("email", Json.text(customer, "email"))
                .put("name", Json.text(customer, "name"));
        method.putObject("metadata");
        method.set("card", card);
        return ledger.put(method);
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("payment_method", call.id(), "id");
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
        return TestMethod.ofToken(given)
                .map(card -> attach(card, customer, at))
                .orElseGet(() -> ownedBy(customer, given));
    }

    /** https://docs.stripe.com/api/payment_methods/attach */
    private ObjectNode ownedBy(ObjectNode customer, String given) {
        ObjectNode method = ledger.existing("payment_method", given, "default_payment_method");
        if (!Json.is(method, "customer", Json.id(customer))) {
            throw StripeError.invalid(
                    "default_payment_method",
                    "The customer does not have a payment method with the ID " + given
                            + ". The payment method must be attached to the customer.");
        }
        return method;
    }

    /** For what is done only if the money comes. */
    void refuseIfDeclined(String paymentMethod, boolean onSession) {
        BankAnswer answer = paymentMethod == null
                ? BankAnswer.DECLINED
                : ask(ledger.existing("payment_method", paymentMethod, "payment_method"), onSession);
        if (answer.outcome() != Outcome.PAID) {
            throw BankAnswer.DECLINED.refusal();
        }
    }

    /** What the bank of this card answers. */
    BankAnswer ask(ObjectNode method, boolean onSession) {
        return TestMethod.of(method).answer(onSession);
    }
}
