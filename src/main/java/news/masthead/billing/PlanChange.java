package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.model.SubscriptionItem;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.SubscriptionUpdateParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import news.masthead.subscription.Plan;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Money;

/**
 * From one plan to another. To more (a longer term, or a dearer one) at once, and only once it is paid; to less at the end of the paid term, for
 * nothing is given back. Each is quoted first, and only what was quoted is charged. https://docs.stripe.com/billing/subscriptions/change-price
 */
@ApplicationScoped
class PlanChange {

    @Inject
    StripeClient stripe;

    @Inject
    StripeSync sync;

    @Inject
    Catalogue catalogue;

    @Inject
    Successor successor;

    @Inject
    Reckoning reckoning;

    @Inject
    Quotes quotes;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Clock clock;

    private final Turns turns = new Turns();

    /**
     * What it costs to go over to a plan.
     *
     * @return none where the subscription cannot be changed as it stands: it is on trial, cancelled, paused, past due, or waits for another change
     * @throws StripeFailure where Stripe does not answer
     */
    Optional<Quote> quote(long account, Plan plan) {
        return changeable(account)
                .filter(live -> !live.plan.equals(plan.code()))
                .flatMap(live -> quote(live, plan));
    }

    /**
     * Does what was quoted. Said again, it is done once.
     *
     * @throws Quotes.Refused where the quote cannot be accepted; nothing has changed then
     * @throws StripeFailure where Stripe does not answer
     */
    Outcome accept(long account, UUID quote) {
        return turns.take(account, () -> acceptInTurn(quotes.accept(quote, account)));
    }

    /**
     * Gives up an upgrade that waits for its payment. To give up the invoice is to give up the change:
     * https://docs.stripe.com/billing/subscriptions/pending-updates-reference
     */
    void giveUp(long account) {
        subscriptions.liveOf(account).ifPresent(live -> {
            giveUpAt(held(live.providerRef));
            sync.sync(live.providerRef);
        });
    }

    void giveUpAt(com.stripe.model.Subscription held) {
        if (held.getPendingUpdate() == null) {
            return;
        }
        try {
            StripeFailure.asking(() -> stripe.v1().invoices().voidInvoice(held.getLatestInvoice()));
        } catch (StripeFailure failure) {
            if (held(held.getId()).getPendingUpdate() != null) {
                throw failure;
            }
        }
    }

    private Optional<Subscription> changeable(long account) {
        return subscriptions
                .liveOf(account)
                .filter(live ->
                        live.state == Subscription.State.RUNNING && live.next().isEmpty())
                .filter(live -> live.trialUntil().isEmpty());
    }

    private com.stripe.model.Subscription held(String id) {
        return StripeFailure.asking(() -> stripe.v1().subscriptions().retrieve(id));
    }

    private static SubscriptionItem item(com.stripe.model.Subscription held) {
        return held.getItems().getData().getFirst();
    }

    private Optional<Quote> quote(Subscription live, Plan plan) {
        com.stripe.model.Subscription held = held(live.providerRef);
        if (held.getPendingUpdate() != null || !"active".equals(held.getStatus())) {
            sync.sync(live.providerRef);
            return Optional.empty();
        }
        Quote.Terms terms = isMore(plan, item(held).getPrice()) ? more(held, plan) : less(held, plan);
        return Optional.of(quotes.offer(live.account, terms));
    }

    private static boolean isMore(Plan plan, Price now) {
        return plan.months() > Catalogue.months(now.getRecurring())
                || plan.price().paise() > now.getUnitAmount();
    }

    private Quote.Terms more(com.stripe.model.Subscription held, Plan plan) {
        String price = catalogue.priceOf(plan);
        long split = Math.max(clock.instant().getEpochSecond(), item(held).getCurrentPeriodStart());
        Invoice preview = preview(held, price, split);
        if (preview.getTotal() <= 0) {
            return less(held, plan);
        }
        return new Quote.Terms(
                Quote.Kind.UPGRADE,
                Optional.of(held.getId()),
                plan.code(),
                price,
                Optional.empty(),
                new Money(preview.getAmountDue()),
                reckoning.tax(new Money(preview.getAmountDue())),
                Optional.of(new Quote.Charge(Previews.end(preview), plan.price())),
                plan.price(),
                Optional.of(Instant.ofEpochSecond(split)));
    }

    private Quote.Terms less(com.stripe.model.Subscription held, Plan plan) {
        Instant end = Instant.ofEpochSecond(item(held).getCurrentPeriodEnd());
        return new Quote.Terms(
                Quote.Kind.DOWNGRADE,
                Optional.of(held.getId()),
                plan.code(),
                catalogue.priceOf(plan),
                Optional.empty(),
                new Money(0),
                new Money(0),
                Optional.of(new Quote.Charge(end, plan.price())),
                plan.price(),
                Optional.empty());
    }

    /** https://docs.stripe.com/api/invoices/create_preview */
    private Invoice preview(com.stripe.model.Subscription held, String price, long split) {
        InvoiceCreatePreviewParams params = InvoiceCreatePreviewParams.builder()
                .setSubscription(held.getId())
                .setSubscriptionDetails(InvoiceCreatePreviewParams.SubscriptionDetails.builder()
                        .addItem(InvoiceCreatePreviewParams.SubscriptionDetails.Item.builder()
                                .setId(item(held).getId())
                                .setPrice(price)
                                .build())
                        .setProrationBehavior(
                                InvoiceCreatePreviewParams.SubscriptionDetails.ProrationBehavior.ALWAYS_INVOICE)
                        .setProrationDate(split)
                        .build())
                .build();
        return StripeFailure.asking(() -> stripe.v1().invoices().createPreview(params));
    }

    private Outcome acceptInTurn(Quote quote) {
        Optional<Subscription> live = changeable(quote.account)
                .filter(one ->
                        one.providerRef.equals(quote.terms().subscription().orElse("")));
        if (live.isEmpty()) {
            return Outcome.STALE;
        }
        return switch (quote.terms().kind()) {
            case UPGRADE -> upgrade(live.get(), quote);
            case DOWNGRADE -> {
                successor.set(held(live.get().providerRef), quote.terms().price(), quote.id);
                sync.sync(live.get().providerRef);
                yield Outcome.DONE;
            }
            case NEW, PAUSE, RESUME, CANCEL -> Outcome.STALE;
        };
    }

    private Outcome upgrade(Subscription live, Quote quote) {
        com.stripe.model.Subscription held = held(live.providerRef);
        Quote.Terms terms = quote.terms();
        long split = terms.reckonedAt().orElseThrow().getEpochSecond();
        if (held.getPendingUpdate() != null || !costs(preview(held, terms.price(), split), terms.today())) {
            sync.sync(live.providerRef);
            return Outcome.STALE;
        }
        SubscriptionUpdateParams params = upgrade(held, terms.price(), split);
        com.stripe.model.Subscription changed = StripeFailure.asking(() -> stripe.v1()
                .subscriptions()
                .update(live.providerRef, params, IdempotencyKey.of("upgrade-" + quote.id, params)));
        quotes.became(quote.id, changed.getLatestInvoice());
        sync.sync(live.providerRef);
        return changed.getPendingUpdate() == null ? Outcome.DONE : Outcome.UNPAID;
    }

    private static boolean costs(Invoice preview, Money quoted) {
        return preview.getAmountDue() == quoted.paise();
    }

    /** The old plan holds until the new one is paid: https://docs.stripe.com/billing/subscriptions/pending-updates */
    private static SubscriptionUpdateParams upgrade(com.stripe.model.Subscription held, String price, long split) {
        return SubscriptionUpdateParams.builder()
                .addItem(SubscriptionUpdateParams.Item.builder()
                        .setId(item(held).getId())
                        .setPrice(price)
                        .build())
                .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE)
                .setProrationDate(split)
                .setPaymentBehavior(SubscriptionUpdateParams.PaymentBehavior.PENDING_IF_INCOMPLETE)
                .build();
    }

    /** What comes of accepting a quote. */
    enum Outcome {
        DONE,
        /** The payment did not go through at once; the plan is the old one until it does. */
        UNPAID,
        /** What the quote was made for is no longer so: nothing was changed and nothing charged. */
        STALE
    }
}
