package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.PauseCollection;
import com.stripe.param.common.EmptyParam;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Money;
import news.masthead.values.Publication;

/**
 * A subscription that rests from the end of the paid term for some months: nothing is charged and nothing read that is not paid.
 *
 * <p>Stripe makes each invoice of that time void, and its terms go on counting (https://docs.stripe.com/billing/subscriptions/pause-payment). Were
 * the end of the pause left to Stripe, the reader would neither pay nor read until the term that happens to run then is over. So the day is kept
 * in the subscription's metadata, and on it, or earlier if the reader wishes, we begin a new term, which is paid whole that day.
 */
@Startup
@ApplicationScoped
class Pauses {

    private static final String RESUMES_AT = "resumes_at";

    /** The day that was agreed for the end of the last pause. */
    private static final String WENT_ON = "went_on";

    /** By how much Stripe's clock may be behind ours. */
    private static final long SKEW_SECONDS = 60;

    private static final int MONTHS_OF_A_YEAR = 12;

    @Inject
    StripeClient stripe;

    @Inject
    StripeSync sync;

    @Inject
    Reckoning reckoning;

    @Inject
    Quotes quotes;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    private final Turns turns = new Turns();
    private final int longest;

    Pauses(PauseSettings settings) {
        longest = settings.longest();
        if (longest < 0 || longest > MONTHS_OF_A_YEAR) {
            throw new IllegalArgumentException("masthead.pause.longest is " + longest + "; it is 0 to 12 months");
        }
    }

    /** When a paused subscription goes on, as we wrote it down. */
    static Optional<Instant> resumesAt(com.stripe.model.Subscription held) {
        return instant(held.getMetadata().get(RESUMES_AT));
    }

    private static Optional<Instant> instant(String written) {
        return Optional.ofNullable(written)
                .filter(at -> at.matches("\\d{1,12}"))
                .map(at -> Instant.ofEpochSecond(Long.parseLong(at)));
    }

    /**
     * Whether an invoice is for going on after a pause on the day that was agreed, and not for a reader who came back earlier. What is known of it
     * is what the subscription said when the invoice was made final: https://docs.stripe.com/api/invoices/object, {@code
     * parent.subscription_details.metadata}. A later change of plan says it too, but splits a term.
     */
    static boolean isReturnAsAgreed(Invoice invoice) {
        return "subscription_update".equals(invoice.getBillingReason())
                && invoice.getLines().getData().stream().noneMatch(Pauses::isSplit)
                && agreed(invoice)
                        .filter(day -> invoice.getLines().getData().stream()
                                .allMatch(line -> line.getPeriod().getStart() + SKEW_SECONDS >= day.getEpochSecond()))
                        .isPresent();
    }

    private static Optional<Instant> agreed(Invoice invoice) {
        return Optional.ofNullable(invoice.getParent())
                .map(Invoice.Parent::getSubscriptionDetails)
                .map(Invoice.Parent.SubscriptionDetails::getMetadata)
                .flatMap(metadata -> instant(metadata.get(WENT_ON)));
    }

    private static boolean isSplit(InvoiceLineItem line) {
        return Optional.ofNullable(line.getParent())
                .map(InvoiceLineItem.Parent::getSubscriptionItemDetails)
                .filter(InvoiceLineItem.Parent.SubscriptionItemDetails::getProration)
                .isPresent();
    }

    /**
     * @param months how many
     * @param from the end of the paid term
     * @param until when it goes on and the next term is charged
     */
    record Choice(int months, Instant from, Instant until) {}

    /** How long a subscription may be paused; empty where it may not. */
    List<Choice> choices(Subscription live) {
        Optional<Instant> from = live.paidThrough().filter(end -> end.isAfter(clock.instant()));
        boolean isPaid = live.state == Subscription.State.RUNNING
                && live.trialUntil().isEmpty()
                && live.price().paise() > 0;
        if (!isPaid || live.next().isPresent() || from.isEmpty()) {
            return List.of();
        }
        return IntStream.rangeClosed(1, longest)
                .mapToObj(months -> choice(from.get(), months))
                .toList();
    }

    /** Counted by the calendar of the paper's own zone: a pause is our term and not Stripe's. */
    private Choice choice(Instant from, int months) {
        return new Choice(
                months, from, from.atZone(publication.zone()).plusMonths(months).toInstant());
    }

    /** Whether the paid term is over, so that going on means paying. */
    boolean hasBegun(Subscription paused) {
        return paused.paidThrough().filter(clock.instant()::isBefore).isEmpty();
    }

    /**
     * @return whether it is paused now; false where it may not be for so long, and then nothing has changed
     * @throws StripeFailure where Stripe does not answer
     */
    boolean pause(long account, int months) {
        return turns.take(account, () -> pauseInTurn(account, months));
    }

    private boolean pauseInTurn(long account, int months) {
        Optional<Subscription> live = subscriptions.liveOf(account);
        if (live.filter(one -> one.state == Subscription.State.PAUSED).isPresent()) {
            return true;
        }
        Optional<Choice> choice = live.stream()
                .flatMap(one -> choices(one).stream())
                .filter(one -> one.months() == months)
                .findFirst();
        choice.ifPresent(one -> update(live.get(), pause(one.until())));
        return choice.isPresent();
    }

    private static SubscriptionUpdateParams pause(Instant until) {
        return SubscriptionUpdateParams.builder()
                .setPauseCollection(PauseCollection.builder()
                        .setBehavior(PauseCollection.Behavior.VOID)
                        .build())
                .putMetadata(RESUMES_AT, Long.toString(until.getEpochSecond()))
                .build();
    }

    /** What it costs to go on today; none where nothing is paused, or the paid term is not over yet and it costs nothing. */
    Optional<Quote> quote(long account) {
        return paused(account).filter(this::hasBegun).map(paused -> quotes.offer(account, terms(paused)));
    }

    private Quote.Terms terms(Subscription paused) {
        Invoice preview = preview(paused);
        return new Quote.Terms(
                Quote.Kind.RESUME,
                Optional.of(paused.providerRef),
                paused.plan,
                preview.getLines()
                        .getData()
                        .getFirst()
                        .getPricing()
                        .getPriceDetails()
                        .getPrice(),
                Optional.empty(),
                new Money(preview.getAmountDue()),
                reckoning.tax(new Money(preview.getAmountDue())),
                Optional.of(new Quote.Charge(Previews.end(preview), paused.price())),
                paused.price(),
                Optional.empty());
    }

    /**
     * Ends a pause that has not begun: it costs nothing, and the subscription renews as before.
     *
     * @return false where going on must be paid, and then nothing has changed
     */
    boolean callOff(long account) {
        Optional<Subscription> paused = paused(account);
        if (paused.filter(this::hasBegun).isPresent()) {
            return false;
        }
        paused.ifPresent(one -> update(one, calledOff().build()));
        return true;
    }

    /** As Stripe has it once more before the pause. */
    static SubscriptionUpdateParams.Builder calledOff() {
        return SubscriptionUpdateParams.builder()
                .setPauseCollection(EmptyParam.EMPTY)
                .putMetadata(RESUMES_AT, "");
    }

    /**
     * Begins a new term today, for what was quoted. Where the money does not come the subscription is past due, with no grace left.
     *
     * @return false where what was quoted is no longer so, and then nothing has changed
     * @throws Quotes.Refused where the quote cannot be accepted
     */
    boolean resume(long account, UUID quote) {
        return turns.take(account, () -> resumeInTurn(quotes.accept(quote, account)));
    }

    private boolean resumeInTurn(Quote quote) {
        Optional<Subscription> paused = paused(quote.account)
                .filter(one ->
                        one.providerRef.equals(quote.terms().subscription().orElse("")))
                .filter(this::hasBegun)
                .filter(one ->
                        preview(one).getAmountDue() == quote.terms().today().paise());
        paused.ifPresent(one -> quotes.became(quote.id, begin(one).getLatestInvoice()));
        return paused.isPresent();
    }

    /** The day has come: as the reader was told when pausing, it goes on. */
    void resumeAsAgreed(Subscription paused) {
        begin(paused);
    }

    /**
     * https://docs.stripe.com/billing/subscriptions/billing-cycle#reset-the-billing-cycle-to-the-current-time. A pause is known by its end, so that
     * the reader and the day itself together end it once.
     */
    private com.stripe.model.Subscription begin(Subscription paused) {
        String pause = paused.providerRef + "-"
                + paused.resumesAt().map(Instant::getEpochSecond).orElse(0L);
        SubscriptionUpdateParams params = calledOff()
                .putMetadata(
                        WENT_ON,
                        paused.resumesAt()
                                .map(day -> Long.toString(day.getEpochSecond()))
                                .orElse(""))
                .setBillingCycleAnchor(SubscriptionUpdateParams.BillingCycleAnchor.NOW)
                .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.NONE)
                .build();
        com.stripe.model.Subscription begun = StripeFailure.asking(() -> stripe.v1()
                .subscriptions()
                .update(paused.providerRef, params, IdempotencyKey.of("resume-" + pause, params)));
        sync.sync(paused.providerRef);
        return begun;
    }

    private Invoice preview(Subscription paused) {
        InvoiceCreatePreviewParams params = InvoiceCreatePreviewParams.builder()
                .setSubscription(paused.providerRef)
                .setSubscriptionDetails(InvoiceCreatePreviewParams.SubscriptionDetails.builder()
                        .setBillingCycleAnchor(InvoiceCreatePreviewParams.SubscriptionDetails.BillingCycleAnchor.NOW)
                        .setProrationBehavior(InvoiceCreatePreviewParams.SubscriptionDetails.ProrationBehavior.NONE)
                        .build())
                .build();
        return StripeFailure.asking(() -> stripe.v1().invoices().createPreview(params));
    }

    private Optional<Subscription> paused(long account) {
        return subscriptions.liveOf(account).filter(live -> live.state == Subscription.State.PAUSED);
    }

    private void update(Subscription live, SubscriptionUpdateParams params) {
        StripeFailure.asking(() -> stripe.v1().subscriptions().update(live.providerRef, params));
        sync.sync(live.providerRef);
    }
}
