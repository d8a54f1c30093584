package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An invoice from its draft to its end. https://docs.stripe.com/api/invoices , https://docs.stripe.com/billing/invoices/subscription */
final class Invoices {

    static final Set<String> LIST = Set.of("customer", "subscription", "status", "collection_method", "created");

    private static final long DRAFT_SECONDS = 3600;

    private final Ledger ledger;
    private final Journal journal;
    private final Payments payments;
    private final Drafts drafts;
    private final Discounts discounts;
    private final URI twin;

    /** @param twin where its hosted pages are */
    Invoices(Ledger ledger, Journal journal, Payments payments, Drafts drafts, Discounts discounts, URI twin) {
        this.twin = twin;
        this.ledger = ledger;
        this.journal = journal;
        this.payments = payments;
        this.drafts = drafts;
        this.discounts = discounts;
    }

    /**
     * A draft that is finalized about an hour later, and what the lines paid for, for later prorations.
     * https://docs.stripe.com/billing/subscriptions/webhooks#understand
     *
     * @param reason {@code subscription_create}, {@code subscription_cycle} or {@code subscription_update}
     * @param lookedBackFrom the start of the period that is over
     */
    ObjectNode draft(ObjectNode subscription, String reason, List<ObjectNode> lines, long lookedBackFrom, long at) {
        ObjectNode invoice = drafts.ofSubscription(subscription, reason, lines, lookedBackFrom, at);
        keep(invoice, at);
        Proration.remember(subscription, invoice);
        discounts.spend(subscription, invoice, at);
        return invoice;
    }

    private void keep(ObjectNode invoice, long at) {
        invoice.put("auto_advance", true).put("automatically_finalizes_at", at + DRAFT_SECONDS);
        ledger.put(invoice);
        journal.record("invoice.created", invoice, at);
    }

    /** One of nothing is paid by that: https://docs.stripe.com/invoicing/integration/workflow-transitions */
    void finalise(ObjectNode invoice, long at) {
        invoice.put("status", "open").put("number", nextNumber(invoice)).put("effective_at", at);
        invoice.put("hosted_invoice_url", InvoicePage.address(twin, invoice).toString());
        invoice.putNull("automatically_finalizes_at").put("ending_balance", takeBalance(invoice, at));
        invoice.withObjectProperty("status_transitions").put("finalized_at", at);
        boolean isFree = invoice.get("amount_due").longValue() == 0;
        if (!isFree) {
            payments.open(invoice, at);
        }
        journal.record("invoice.finalized", invoice, at);
        if (isFree) {
            settle(invoice, at);
        }
    }

    /**
     * What is not paid now stays open; the next attempt is the caller's to plan. An attempt by hand, but for the first of all, leaves the
     * schedule of retries alone: https://docs.stripe.com/api/invoices/object#invoice_object-attempt_count
     */
    Outcome attempt(ObjectNode invoice, String paymentMethod, boolean onSession, boolean byHand, long at) {
        int attempts = invoice.get("attempt_count").intValue();
        if (!byHand || attempts == 0) {
            invoice.put("attempt_count", attempts + 1).putNull("next_payment_attempt");
        }
        invoice.put("attempted", true);
        if (paymentMethod == null) {
            return Outcome.DECLINED;
        }
        Outcome outcome = payments.attempt(invoice, paymentMethod, onSession, at);
        conclude(invoice, outcome, at);
        return outcome;
    }

    /** Money that came makes it paid. */
    void conclude(ObjectNode invoice, Outcome outcome, long at) {
        if (outcome == Outcome.PAID && isOpen(invoice)) {
            settle(invoice, at);
        }
    }

    private void settle(ObjectNode invoice, long at) {
        invoice.put("status", "paid")
                .put("attempted", true)
                .put("amount_paid", invoice.get("amount_due").longValue())
                .put("amount_remaining", 0)
                .put("auto_advance", false)
                .putNull("next_payment_attempt");
        invoice.withObjectProperty("status_transitions").put("paid_at", at);
        journal.record("invoice.paid", invoice, at);
    }

    /** https://docs.stripe.com/invoicing/overview#void */
    void voidIt(ObjectNode invoice, long at) {
        stop(invoice).put("status", "void");
        invoice.withObjectProperty("status_transitions").put("voided_at", at);
        payments.cancel(invoice, at);
        journal.record("invoice.voided", invoice, at);
    }

    /** https://docs.stripe.com/invoicing/overview#uncollectible */
    void writeOff(ObjectNode invoice, long at) {
        stop(invoice).put("status", "uncollectible");
        invoice.withObjectProperty("status_transitions").put("marked_uncollectible_at", at);
        journal.record("invoice.marked_uncollectible", invoice, at);
    }

    /** A canceled subscription's invoices are no longer collected: https://docs.stripe.com/billing/subscriptions/cancel */
    void stopCollecting(ObjectNode subscription) {
        of(Json.id(subscription))
                .filter(invoice -> Json.is(invoice, "status", "draft") || isOpen(invoice))
                .forEach(Invoices::stop);
    }

    /** Nothing happens to it by itself any more. */
    static ObjectNode stop(ObjectNode invoice) {
        return invoice.put("auto_advance", false)
                .putNull("automatically_finalizes_at")
                .putNull("next_payment_attempt");
    }

    /** The twin may have come back on another port. */
    void moveHostedPages() {
        ledger.all("invoice").stream()
                .filter(invoice -> Json.isSet(invoice, "hosted_invoice_url"))
                .forEach(invoice -> invoice.put(
                        "hosted_invoice_url", InvoicePage.address(twin, invoice).toString()));
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing("invoice", call.id(), "invoice");
    }

    ObjectNode list(Call call) {
        Stream<ObjectNode> found =
                call.has("subscription") ? of(call.text("subscription")) : ledger.all("invoice").stream();
        found = found.filter(invoice -> !invoice.path("deleted").asBoolean());
        return Listing.page(
                call,
                found.filter(invoice -> Listing.matches(invoice, call, "customer", "status", "collection_method")));
    }

    ObjectNode lines(Call call) {
        return Listing.page(
                call, Json.stream(retrieve(call).get("lines").get("data")).map(ObjectNode.class::cast));
    }

    static boolean isOpen(ObjectNode invoice) {
        return Json.is(invoice, "status", "open");
    }

    static boolean isPaid(ObjectNode invoice) {
        return Json.is(invoice, "status", "paid");
    }

    /** Null for one that belongs to no subscription. */
    static String subscriptionOf(JsonNode invoice) {
        return invoice.at("/parent/subscription_details/subscription").textValue();
    }

    Stream<ObjectNode> of(String subscription) {
        return ledger.all("invoice", "/parent/subscription_details/subscription", subscription);
    }

    /** What the customer is owed after this invoice, which is kept with the customer: https://docs.stripe.com/billing/customer/balance */
    private long takeBalance(ObjectNode invoice, long at) {
        long left = Math.min(
                0,
                invoice.get("starting_balance").longValue()
                        + invoice.get("total").longValue());
        ObjectNode customer = ledger.find(Json.text(invoice, "customer")).orElseThrow();
        if (customer.path("balance").longValue() != left) {
            journal.change("customer.updated", customer, at, () -> customer.put("balance", left));
        }
        return left;
    }

    private String nextNumber(ObjectNode invoice) {
        ObjectNode customer = ledger.find(Json.text(invoice, "customer")).orElseThrow();
        long sequence = customer.get("next_invoice_sequence").longValue();
        customer.put("next_invoice_sequence", sequence + 1);
        return "%s-%04d".formatted(Json.text(customer, "invoice_prefix"), sequence);
    }
}
