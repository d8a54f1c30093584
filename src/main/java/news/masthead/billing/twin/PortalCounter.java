package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a customer may do in a portal session. https://docs.stripe.com/customer-management */
final class PortalCounter {

    /** https://docs.stripe.com/customer-management/integrate-customer-portal */
    private static final long LONGEST = Duration.ofHours(1).toSeconds();

    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Cards cards;
    private final Portal portal;

    PortalCounter(Ledger ledger, Hours hours, Journal journal, Cards cards, Portal portal) {
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.cards = cards;
        this.portal = portal;
    }

    /** @param card null if there is none yet */
    record View(
            ObjectNode session,
            ObjectNode features,
            ObjectNode card,
            List<ObjectNode> subscriptions,
            List<ObjectNode> invoices) {

        /** Null where the whole portal is open. */
        String flow() {
            return session.at("/flow/type").textValue();
        }

        boolean may(String feature) {
            return features.path(feature).path("enabled").asBoolean();
        }
    }

    View look(String id) {
        ObjectNode session = open(id);
        ObjectNode customer = customerOf(session);
        return new View(
                session.deepCopy(),
                portal.configurationOf(session).withObjectProperty("features").deepCopy(),
                cardOf(customer).map(ObjectNode::deepCopy).orElse(null),
                copies(ledger.all("subscription", "customer", Json.id(customer)).filter(Subscriptions::isLive)),
                copies(ledger.all("invoice", "customer", Json.id(customer))
                                .filter(invoice -> Json.isSet(invoice, "number")))
                        .reversed());
    }

    /**
     * The new card is the customer's default; a subscription that names one of its own keeps that.
     * https://docs.stripe.com/customer-management/portal-deep-links
     */
    void takeCard(String id, TestMethod card) {
        ObjectNode session = open(id);
        refuseUnless(session, "payment_method_update");
        ObjectNode customer = customerOf(session);
        long at = hours.of(customer);
        ObjectNode method = cards.attach(card, customer, at);
        journal.change(
                "customer.updated",
                customer,
                at,
                () -> customer.withObjectProperty("invoice_settings").put("default_payment_method", Json.id(method)));
    }

    /**
     * To the end of the period. In flexible billing mode that is {@code cancel_at}, and {@code cancel_at_period_end} stays false:
     * https://docs.stripe.com/billing/subscriptions/billing-mode
     */
    void cancel(String id, String subscriptionId) {
        ObjectNode session = open(id);
        refuseUnless(session, "subscription_cancel");
        ObjectNode subscription = own(session, subscriptionId);
        long at = hours.of(subscription);
        long end = Subscriptions.item(subscription).get("current_period_end").longValue();
        journal.change(
                "customer.subscription.updated",
                subscription,
                at,
                () -> Changes.scheduleEnd(subscription, end, false, at));
    }

    void resume(String id, String subscriptionId) {
        ObjectNode session = open(id);
        refuseUnless(session, "subscription_cancel");
        ObjectNode subscription = own(session, subscriptionId);
        long at = hours.of(subscription);
        journal.change(
                "customer.subscription.updated",
                subscription,
                at,
                () -> Changes.scheduleEnd(subscription, 0, false, at));
    }

    private ObjectNode own(ObjectNode session, String id) {
        ObjectNode subscription = ledger.existing("subscription", id, "subscription");
        if (!subscription.get("customer").equals(session.get("customer")) || !Subscriptions.isLive(subscription)) {
            throw StripeError.noSuch("subscription", id, "subscription");
        }
        if (Json.isSet(subscription, "schedule")) {
            throw StripeError.invalid(null, "This subscription has a planned change. The newspaper can undo that.");
        }
        return subscription;
    }

    private void refuseUnless(ObjectNode session, String feature) {
        if (!portal.configurationOf(session)
                .at("/features/" + feature + "/enabled")
                .asBoolean()) {
            throw StripeError.invalid(null, "The newspaper has not opened this part of the portal.");
        }
    }

    private ObjectNode open(String id) {
        ObjectNode session = portal.session(id);
        if (session.get("created").longValue() + LONGEST < hours.now()) {
            throw StripeError.over("This page has expired. Please open it again from the newspaper.");
        }
        return session;
    }

    private ObjectNode customerOf(ObjectNode session) {
        return ledger.existing("customer", Json.text(session, "customer"), "customer");
    }

    private Optional<ObjectNode> cardOf(ObjectNode customer) {
        String asDefault =
                customer.at("/invoice_settings/default_payment_method").textValue();
        return asDefault != null
                ? ledger.find(asDefault)
                : ledger.all("payment_method", "customer", Json.id(customer)).reduce((first, second) -> second);
    }

    private static List<ObjectNode> copies(Stream<ObjectNode> objects) {
        return objects.map(ObjectNode::deepCopy).toList();
    }
}
