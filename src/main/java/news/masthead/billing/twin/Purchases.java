package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What becomes of a Checkout session when its reader pays, or tries to. https://docs.stripe.com/payments/checkout/how-checkout-works#lifecycle */
final class Purchases {

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Basket basket;
    private final Discounts discounts;
    private final Customers customers;
    private final Cards cards;
    private final Subscriptions subscriptions;
    private final Payments payments;
    private final Tries tries;
    private final Billing billing;

    Purchases(
            Contract contract,
            Ledger ledger,
            Hours hours,
            Journal journal,
            Basket basket,
            Discounts discounts,
            Customers customers,
            Cards cards,
            Subscriptions subscriptions,
            Payments payments,
            Tries tries,
            Billing billing) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.basket = basket;
        this.discounts = discounts;
        this.customers = customers;
        this.cards = cards;
        this.subscriptions = subscriptions;
        this.payments = payments;
        this.tries = tries;
        this.billing = billing;
    }

    /**
     * The reader presses Pay. A card that declines leaves a failed payment and nothing else; one whose bank asks leaves an incomplete
     * subscription, which another card may still pay. https://docs.stripe.com/payments/checkout/how-checkout-works#lifecycle . Only an open session may come here.
     */
    Outcome pay(ObjectNode session, TestMethod card) {
        Optional<ObjectNode> begun = unpaid(session);
        boolean isDeclined = card.answer(true).outcome() == Outcome.DECLINED;
        if (begun.isEmpty() && isDeclined && Basket.needsCard(session)) {
            return tries.declined(session, card);
        }
        ObjectNode customer = customerOf(session);
        session.put("customer", Json.id(customer));
        ObjectNode invoice = begun.isPresent()
                ? payAgain(begun.get(), cards.attach(card, customer, hours.of(customer)))
                : begin(session, customer, card);
        Outcome outcome = payments.standing(invoice);
        remember(session, invoice);
        decided(invoice, outcome);
        return outcome;
    }

    private ObjectNode payAgain(ObjectNode invoice, ObjectNode method) {
        long at = hours.of(invoice);
        billing.payFromNowOnWith(method, invoice, at);
        billing.pay(invoice, Optional.of(method), true, at);
        return invoice;
    }

    /** @return the first invoice */
    private ObjectNode begin(ObjectNode session, ObjectNode customer, TestMethod card) {
        long at = hours.of(customer);
        JsonNode line = Basket.line(session);
        List<ObjectNode> drawn = basket.drawn(session.path("discounts"), session);
        JsonNode data = session.path(Ledger.PRIVATE).path(Basket.DATA);
        JsonNode metadata = data.has("metadata") ? data.get("metadata") : Json.object();
        String method = Basket.needsCard(session) ? Json.id(cards.attach(card, customer, at)) : null;
        ObjectNode price = ledger.existing("price", Json.id(line.get("price")), "price");
        ObjectNode subscription =
                subscriptions.open(customer, price, line.get("quantity").longValue(), method, metadata);
        Trials.take(data, subscription, at);
        discounts.give(subscription, drawn, Json.id(session), at);
        billing.begin(subscription, PaymentBehaviour.ALLOW_INCOMPLETE, true);
        return ledger.find(Json.text(subscription, "latest_invoice")).orElseThrow();
    }

    private static void remember(ObjectNode session, ObjectNode invoice) {
        session.withObjectProperty(Ledger.PRIVATE).put("invoice", Json.id(invoice));
    }

    /** The first invoice of what the session has begun and nobody has paid yet. */
    Optional<ObjectNode> unpaid(ObjectNode session) {
        return Optional.ofNullable(Json.text(session.path(Ledger.PRIVATE), "invoice"))
                .flatMap(ledger::find)
                .filter(Invoices::isOpen);
    }

    /**
     * What becomes of a session by what became of its invoice. Money that is under way completes it unpaid, and two events tell the end:
     * https://docs.stripe.com/payments/checkout/fulfill-orders#delayed-notification
     */
    void decided(ObjectNode invoice, Outcome outcome) {
        ledger.all("checkout.session", "/" + Ledger.PRIVATE + "/invoice", Json.id(invoice))
                .forEach(session -> {
                    switch (outcome) {
                        case PAID -> paid(session, invoice);
                        case PROCESSING -> {
                            if (Checkout.isOpen(session)) {
                                complete(session, invoice, "unpaid");
                            }
                        }
                        case DECLINED -> failed(session);
                        case NEEDS_ACTION -> {
                            // The page asks on.
                        }
                    }
                });
    }

    private void paid(ObjectNode session, ObjectNode invoice) {
        if (Checkout.isOpen(session)) {
            boolean isOnTrial = ledger.find(Invoices.subscriptionOf(invoice))
                    .filter(Trials::isOn)
                    .isPresent();
            complete(session, invoice, isOnTrial ? "no_payment_required" : "paid");
        } else if (isUnpaid(session)) {
            session.put("payment_status", "paid");
            journal.record("checkout.session.async_payment_succeeded", session, hours.now());
        }
    }

    private void failed(ObjectNode session) {
        if (isUnpaid(session)) {
            journal.record("checkout.session.async_payment_failed", session, hours.now());
        }
    }

    private static boolean isUnpaid(ObjectNode session) {
        return Json.is(session, "status", "complete") && Json.is(session, "payment_status", "unpaid");
    }

    private void complete(ObjectNode session, ObjectNode invoice, String paymentStatus) {
        ObjectNode customer = customerOf(session);
        session.put("status", "complete")
                .put("payment_status", paymentStatus)
                .put("customer", Json.id(customer))
                .put("subscription", Invoices.subscriptionOf(invoice))
                .put("invoice", Json.id(invoice))
                .putNull("url");
        session.putObject("customer_details")
                .setAll(contract.blank("Checkout.Session.CustomerDetails")
                        .put("email", Json.text(customer, "email"))
                        .put("name", Json.text(customer, "name"))
                        .put("tax_exempt", "none"));
        tries.over(session);
        journal.record("checkout.session.completed", session, hours.now());
    }

    /** Without a customer, Checkout makes one in subscription mode: https://docs.stripe.com/api/checkout/sessions/create */
    private ObjectNode customerOf(ObjectNode session) {
        if (Json.isSet(session, "customer")) {
            return ledger.existing("customer", Json.text(session, "customer"), "customer");
        }
        ObjectNode params = Json.object();
        if (Json.isSet(session, "customer_email")) {
            params.put("email", Json.text(session, "customer_email"));
        }
        return customers.create(new Call("/v1/customers", null, params));
    }
}
