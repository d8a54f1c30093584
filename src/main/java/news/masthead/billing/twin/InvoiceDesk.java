package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Invoices that somebody makes or decides about by hand. https://docs.stripe.com/invoicing/integration/workflow-transitions */
final class InvoiceDesk {

    static final Set<String> NEW = Set.of(
            "auto_advance",
            "collection_method",
            "currency",
            "customer",
            "default_payment_method",
            "description",
            "metadata",
            "pending_invoice_items_behavior");
    static final Set<String> CHANGE = Set.of("auto_advance", "default_payment_method", "description", "metadata");
    static final Set<String> FINALIZE = Set.of("auto_advance");

    private static final long DRAFT = Duration.ofHours(1).toSeconds();

    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Cards cards;
    private final Drafts drafts;
    private final Invoices invoices;
    private final InvoiceItems waiting;
    private final PendingUpdates pending;
    private final Billing billing;

    InvoiceDesk(
            Ledger ledger,
            Hours hours,
            Journal journal,
            Cards cards,
            Drafts drafts,
            Invoices invoices,
            InvoiceItems waiting,
            PendingUpdates pending,
            Billing billing) {
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.cards = cards;
        this.drafts = drafts;
        this.invoices = invoices;
        this.waiting = waiting;
        this.pending = pending;
        this.billing = billing;
    }

    /** A draft of a customer's own, which belongs to no subscription. https://docs.stripe.com/api/invoices/create */
    ObjectNode create(Call call) {
        ObjectNode customer = ledger.existing("customer", call.required("customer"), "customer");
        if (call.has("collection_method") && !Json.is(call.params(), "collection_method", "charge_automatically")) {
            throw StripeError.notModelled("invoices that are sent");
        }
        long at = hours.toChange(customer);
        ObjectNode invoice = drafts.ofCustomer(customer, call.has("currency") ? call.text("currency") : "inr", at);
        if ("include".equals(call.text("pending_invoice_items_behavior"))) {
            drafts.with(invoice, waiting.waitingFor(customer), List.of());
        }
        ledger.put(invoice);
        waiting.areOn(invoice);
        take(call, invoice, customer, at);
        journal.record("invoice.created", invoice, at);
        return invoice;
    }

    /** https://docs.stripe.com/api/invoices/update */
    ObjectNode update(Call call) {
        ObjectNode invoice = invoices.retrieve(call);
        ObjectNode customer = ledger.existing("customer", Json.text(invoice, "customer"), "customer");
        long at = hours.toChange(invoice);
        journal.change("invoice.updated", invoice, at, () -> take(call, invoice, customer, at));
        return invoice;
    }

    /** What advances by itself is finalized an hour later: https://docs.stripe.com/invoicing/integration/automatic-advancement-collection */
    private void take(Call call, ObjectNode invoice, ObjectNode customer, long at) {
        if (call.has("default_payment_method")) {
            invoice.put(
                    "default_payment_method",
                    Json.id(cards.ofCustomer(call.text("default_payment_method"), customer, at)));
        }
        call.copy(invoice, "auto_advance", "description");
        call.mergeMetadata(invoice);
        if (call.has("auto_advance") && isDraft(invoice)) {
            Long due = call.flag("auto_advance") ? at + DRAFT : null;
            invoice.put("automatically_finalizes_at", due);
        }
    }

    /** Only a draft that no subscription made: https://docs.stripe.com/api/invoices/delete */
    ObjectNode delete(Call call) {
        ObjectNode invoice = invoices.retrieve(call);
        if (!isDraft(invoice) || Invoices.subscriptionOf(invoice) != null) {
            throw StripeError.invalid(
                    null, "You can only delete draft invoices that were not made by a subscription. Void it instead.");
        }
        journal.record("invoice.deleted", invoice, hours.toChange(invoice));
        return ledger.put(Json.object()
                .put("id", Json.id(invoice))
                .put("object", "invoice")
                .put("deleted", true));
    }

    /** Collected at once if it advances by itself: https://docs.stripe.com/api/invoices/finalize */
    ObjectNode finalise(Call call) {
        ObjectNode invoice = invoices.retrieve(call);
        if (!isDraft(invoice)) {
            throw StripeError.invalid(
                    "invoice_not_editable", null, "This invoice is already finalized, you can't re-finalize it.");
        }
        call.copy(invoice, "auto_advance");
        if (invoice.path("auto_advance").asBoolean()) {
            billing.finalise(invoice, hours.toChange(invoice));
        } else {
            billing.finaliseOnly(invoice, hours.toChange(invoice));
        }
        return invoice;
    }

    /** And with it the pending update that waits for its money. https://docs.stripe.com/api/invoices/void */
    ObjectNode voidIt(Call call) {
        ObjectNode invoice = invoices.retrieve(call);
        if (!Invoices.isOpen(invoice) && !Json.is(invoice, "status", "uncollectible")) {
            throw StripeError.invalid(
                    null,
                    "You can only void an open or uncollectible invoice; this one is " + Json.text(invoice, "status"));
        }
        long at = hours.toChange(invoice);
        invoices.voidIt(invoice, at);
        ledger.find(Invoices.subscriptionOf(invoice))
                .filter(subscription -> PendingUpdates.isFor(subscription, invoice))
                .ifPresent(subscription -> pending.giveUp(subscription, at));
        return invoice;
    }

    /** https://docs.stripe.com/api/invoices/mark_uncollectible */
    ObjectNode markUncollectible(Call call) {
        ObjectNode invoice = invoices.retrieve(call);
        if (!Invoices.isOpen(invoice)) {
            throw StripeError.invalid(
                    null, "You can only write off an open invoice; this one is " + Json.text(invoice, "status"));
        }
        invoices.writeOff(invoice, hours.toChange(invoice));
        return invoice;
    }

    private static boolean isDraft(ObjectNode invoice) {
        return Json.is(invoice, "status", "draft");
    }
}
