package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes a subscription from period to period and its invoices from draft to paid, or through the retries to the end. */
final class Billing {

    private final Ledger ledger;
    private final Hours hours;
    private final Journal journal;
    private final Cards cards;
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final InvoiceItems waiting;
    private final PendingUpdates pending;
    private final Renewals renewals;
    private final Lines lines;
    private final Schedules schedules;
    private final Dunning dunning;

    Billing(
            Ledger ledger,
            Hours hours,
            Journal journal,
            Cards cards,
            Subscriptions subscriptions,
            Invoices invoices,
            InvoiceItems waiting,
            PendingUpdates pending,
            Renewals renewals,
            Lines lines,
            Schedules schedules,
            Dunning dunning) {
        this.ledger = ledger;
        this.hours = hours;
        this.journal = journal;
        this.cards = cards;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.waiting = waiting;
        this.pending = pending;
        this.renewals = renewals;
        this.lines = lines;
        this.schedules = schedules;
        this.dunning = dunning;
    }

    /** The first invoice is finalized and paid at once: https://docs.stripe.com/billing/subscriptions/overview#subscription-payments */
    void begin(ObjectNode subscription, PaymentBehaviour behaviour, boolean onSession) {
        long at = hours.of(subscription);
        ObjectNode invoice =
                invoices.draft(subscription, "subscription_create", List.of(lines.first(subscription)), at, at);
        subscription.put("latest_invoice", Json.id(invoice));
        journal.record("customer.subscription.created", subscription, at);
        finalise(invoice, behaviour, onSession, at);
    }

    /** Bills a change that holds already. https://docs.stripe.com/billing/subscriptions/change-price */
    void change(ObjectNode subscription, List<ObjectNode> billed, PaymentBehaviour behaviour, long at) {
        ObjectNode invoice = draftOfChange(subscription, billed, at);
        setLatest(subscription, invoice, at);
        finalise(invoice, behaviour, false, at);
    }

    /** Bills a change that holds once it is paid: https://docs.stripe.com/billing/subscriptions/pending-updates */
    void changeOncePaid(ObjectNode subscription, Proration.Change change, long at) {
        ObjectNode invoice = draftOfChange(change.after(), change.lines(), at);
        pending.hold(subscription, change, invoice, at);
        setLatest(subscription, invoice, at);
        finalise(invoice, PaymentBehaviour.PENDING_IF_INCOMPLETE, false, at);
        if (PendingUpdates.isFor(subscription, invoice)) {
            pending.show(subscription, at);
        }
    }

    private ObjectNode draftOfChange(ObjectNode subscription, List<ObjectNode> billed, long at) {
        List<ObjectNode> all = waiting.joined(waiting.waitingFor(subscription), billed);
        ObjectNode invoice = invoices.draft(subscription, "subscription_update", all, at, at);
        waiting.areOn(invoice);
        return invoice;
    }

    private void setLatest(ObjectNode subscription, ObjectNode invoice, long at) {
        journal.change(
                "customer.subscription.updated",
                subscription,
                at,
                () -> subscription.put("latest_invoice", Json.id(invoice)));
    }

    /**
     * The period moves on whether or not the money will come; the draft that pays for it waits about an hour.
     * https://docs.stripe.com/billing/subscriptions/webhooks#understand
     */
    void renew(ObjectNode subscription, long at) {
        long over = Subscriptions.item(subscription).get("current_period_start").longValue();
        journal.change("customer.subscription.updated", subscription, at, () -> {
            Proration.Change next = renewals.of(subscription, at);
            PendingUpdates.take(subscription, next.after());
            ObjectNode invoice = invoices.draft(subscription, "subscription_cycle", next.lines(), over, at);
            waiting.areOn(invoice);
            subscription.put("latest_invoice", Json.id(invoice));
        });
        schedules.turn(subscription, at);
        Pauses.hold(
                subscription,
                ledger.find(Json.text(subscription, "latest_invoice")).orElseThrow(),
                invoices,
                at);
    }

    /** A phase that begins within a period: https://docs.stripe.com/billing/subscriptions/subscription-schedules#proration */
    void beginPhase(ObjectNode subscription, Proration.Change change, long at) {
        journal.change("customer.subscription.updated", subscription, at, () -> take(subscription, change, at));
        schedules.turn(subscription, at);
        if (change.billsNow()) {
            change(subscription, change.lines(), PaymentBehaviour.ALLOW_INCOMPLETE, at);
        }
    }

    /** The change holds; what it costs waits for the next invoice unless it is billed now. */
    void take(ObjectNode subscription, Proration.Change change, long at) {
        PendingUpdates.take(subscription, change.after());
        if (!change.billsNow()) {
            change.lines().forEach(line -> waiting.add(subscription, line, at));
        }
    }

    /** https://docs.stripe.com/billing/subscriptions/trials/free-trials#missing-payment-method */
    void endTrial(ObjectNode subscription, long at) {
        switch (methodOf(subscription) == null ? Trials.endBehaviour(subscription) : "create_invoice") {
            case "cancel" -> subscriptions.end(subscription, at, null);
            case "pause" -> {
                subscriptions.setStatus(subscription, "paused", at);
                journal.record("customer.subscription.paused", subscription, at);
            }
            default -> renew(subscription, at);
        }
    }

    void endAsScheduled(ObjectNode subscription, long at) {
        subscriptions.end(subscription, at, "cancellation_requested");
    }

    /** The first payment did not come within 23 hours: https://docs.stripe.com/billing/subscriptions/overview#incomplete */
    void giveUpBeginning(ObjectNode subscription, long at) {
        invoices.of(Json.id(subscription)).filter(Invoices::isOpen).forEach(invoice -> invoices.voidIt(invoice, at));
        subscriptions.setStatus(subscription, "incomplete_expired", at);
    }

    void finalise(ObjectNode invoice, long at) {
        finalise(invoice, PaymentBehaviour.ALLOW_INCOMPLETE, false, at);
    }

    private void finalise(ObjectNode invoice, PaymentBehaviour behaviour, boolean onSession, long at) {
        invoices.finalise(invoice, at);
        if (Invoices.isPaid(invoice)) {
            paid(invoice, at);
        } else if (behaviour == PaymentBehaviour.DEFAULT_INCOMPLETE) {
            subscriptionOf(invoice).ifPresent(subscription -> dunning.owes(subscription, at));
        } else {
            attempt(invoice, onSession, at);
        }
    }

    /** Nobody tries to take the money by itself. */
    void finaliseOnly(ObjectNode invoice, long at) {
        finalise(invoice, PaymentBehaviour.DEFAULT_INCOMPLETE, false, at);
    }

    void retry(ObjectNode invoice, long at) {
        attempt(invoice, false, at);
    }

    void payFromNowOnWith(ObjectNode method, ObjectNode invoice, long at) {
        subscriptionOf(invoice)
                .ifPresent(subscription -> journal.change(
                        "customer.subscription.updated",
                        subscription,
                        at,
                        () -> subscription.put("default_payment_method", Json.id(method))));
    }

    /** With what is there to pay with, or with another method. */
    void pay(ObjectNode invoice, Optional<ObjectNode> method, boolean onSession, long at) {
        String used = method.map(Json::id).orElseGet(() -> methodOf(invoice));
        conclude(invoice, invoices.attempt(invoice, used, onSession, true, at), at);
    }

    /** https://docs.stripe.com/api/subscriptions/update#update_subscription-payment_behavior */
    void refuseIfDeclined(ObjectNode subscription, String instead, boolean onSession) {
        String method = instead == null ? methodOf(subscription) : instead;
        cards.refuseIfDeclined(method, onSession);
    }

    private void attempt(ObjectNode invoice, boolean onSession, long at) {
        conclude(invoice, invoices.attempt(invoice, methodOf(invoice), onSession, false, at), at);
    }

    /** What follows from what became of a payment. */
    void conclude(ObjectNode invoice, Outcome outcome, long at) {
        switch (outcome) {
            case PAID -> paid(invoice, at);
            case DECLINED -> failed(invoice, "invoice.payment_failed", at);
            case NEEDS_ACTION -> failed(invoice, "invoice.payment_action_required", at);
            case PROCESSING -> awaited(invoice, at);
        }
    }

    /** A payment that takes its time starts a subscription all the same: https://docs.stripe.com/billing/subscriptions/overview#payment-status */
    private void awaited(ObjectNode invoice, long at) {
        subscriptionOf(invoice)
                .filter(subscription -> Json.is(subscription, "status", "incomplete"))
                .ifPresent(subscription -> subscriptions.setStatus(subscription, "active", at));
    }

    /** What follows for the subscription from an invoice that is paid now. */
    private void paid(ObjectNode invoice, long at) {
        subscriptionOf(invoice).filter(Subscriptions::isLive).ifPresent(subscription -> {
            if (PendingUpdates.isFor(subscription, invoice)) {
                pending.apply(subscription, at);
            } else if (!owesLater(subscription, invoice)) {
                activate(subscription, at);
            }
        });
    }

    private void activate(ObjectNode subscription, long at) {
        boolean wasPaused = Json.is(subscription, "status", "paused");
        if (!Trials.isOn(subscription)) {
            subscriptions.setStatus(subscription, "active", at);
        }
        if (wasPaused) {
            journal.record("customer.subscription.resumed", subscription, at);
        }
    }

    /** The latest finalized invoice decides: https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses */
    private boolean owesLater(ObjectNode subscription, ObjectNode invoice) {
        return invoices.of(Json.id(subscription))
                .filter(Invoices::isOpen)
                .filter(other -> !PendingUpdates.isFor(subscription, other))
                .anyMatch(other -> other.get("created").longValue()
                        > invoice.get("created").longValue());
    }

    private void failed(ObjectNode invoice, String event, long at) {
        dunning.failed(invoice, subscriptionOf(invoice), event, at);
    }

    /** Null if there is none. One that was detached is none any more: https://docs.stripe.com/api/payment_methods/detach */
    private String methodOf(ObjectNode object) {
        ObjectNode owner =
                Json.is(object, "object", "invoice") ? subscriptionOf(object).orElse(object) : object;
        String ofCustomer = ledger.find(Json.text(owner, "customer"))
                .map(customer ->
                        customer.at("/invoice_settings/default_payment_method").textValue())
                .orElse(null);
        return Stream.of(
                        Optional.ofNullable(Json.text(owner, "default_payment_method")),
                        Optional.ofNullable(ofCustomer))
                .flatMap(Optional::stream)
                .filter(method -> ledger.find(method)
                        .filter(kept -> Json.isSet(kept, "customer"))
                        .isPresent())
                .findFirst()
                .orElse(null);
    }

    private Optional<ObjectNode> subscriptionOf(ObjectNode invoice) {
        return Optional.ofNullable(Invoices.subscriptionOf(invoice)).flatMap(ledger::find);
    }
}
