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

    /** What the bank of this card answers. */
    BankAnswer ask(ObjectNode method, boolean onSession) {
        return TestMethod.of(method).answer(onSession);
    }
}
