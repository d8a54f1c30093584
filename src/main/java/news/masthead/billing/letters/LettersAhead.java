package news.masthead.billing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.billing.NextBill;
import news.masthead.jobs.RecurringJob;
import news.masthead.subscription.PriceTable;
import news.masthead.subscription.Standing;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Money;
import news.masthead.values.Window;

/**
 * Announces payments before they are taken, and the ends of pauses, some days ahead. Each subscription, term and lead has one letter. Stripe sends
 * the notice that the Reserve Bank of India demands 24 hours before a debit (https://docs.stripe.com/india-recurring-payments); these come beside
 * it.
 */
@ApplicationScoped
class LettersAhead implements RecurringJob {

    /** A letter that could not be written in time is written late by so much at most; after that the next lead's is near enough. */
    private static final Duration LATE = Duration.ofDays(2);

    private static final int YEAR = 12;

    @Inject
    LettersSettings settings;

    @Inject
    LetterBook book;

    @Inject
    LastCard cards;

    @Inject
    NextBill nextBill;

    @Inject
    Subscriptions subscriptions;

    @Inject
    PriceTable prices;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "letters-ahead";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        Window ahead = new Window(now, now.plus(longestLead()).plusSeconds(1));
        subscriptions
                .renewingIn(ahead)
                .forEach(one -> announce(one, one.paidThrough().orElseThrow(), now));
        subscriptions
                .toResumeBefore(ahead.end())
                .forEach(one -> remind(one, one.resumesAt().orElseThrow(), now));
    }

    private void announce(Subscription one, Instant renewal, Instant now) {
        leads(one).stream()
                .filter(lead -> isDue(renewal, lead, now))
                .map(lead -> key(Letter.Kind.UPCOMING, one, renewal + " " + lead))
                .filter(key -> !book.has(key))
                .forEach(key -> price(one, renewal).ifPresent(amount -> announce(key, one, renewal, amount)));
    }

    private void announce(Letter.Key key, Subscription one, Instant renewal, Money amount) {
        book.queue(draft(key, one, renewal, amount));
        if (cards.expiresBefore(one.providerRef, renewal)) {
            book.queue(draft(key(Letter.Kind.CARD_EXPIRING, one, renewal.toString()), one, renewal, amount));
        }
    }

    /** None where nothing is charged then, and where Stripe does not say; the next round asks again. */
    private Optional<Money> price(Subscription one, Instant renewal) {
        return change(one, renewal)
                .map(Standing.Next::price)
                .or(() -> nextBill.of(one.providerRef))
                .filter(amount -> amount.paise() > 0);
    }

    private void remind(Subscription one, Instant end, Instant now) {
        if (one.price().paise() == 0) {
            return;
        }
        settings.beforeShortTerms().stream()
                .filter(lead -> isDue(end, lead, now))
                .map(lead -> key(Letter.Kind.RESUMING, one, end + " " + lead))
                .forEach(key -> book.queue(draft(key, one, end, one.price())));
    }

    private static boolean isDue(Instant at, Duration lead, Instant now) {
        Instant from = at.minus(lead);
        Duration late = lead.compareTo(LATE) < 0 ? lead : LATE;
        return !now.isBefore(from) && now.isBefore(from.plus(late));
    }

    /** Who bought a plan that is no longer sold is told as often as anybody, and a trial is short whatever follows it. */
    private List<Duration> leads(Subscription one) {
        if (one.trialUntil().isPresent()) {
            return settings.beforeShortTerms();
        }
        return prices.plan(one.plan).filter(plan -> plan.months() < YEAR).isPresent()
                ? settings.beforeShortTerms()
                : settings.beforeLongTerms();
    }

    private Duration longestLead() {
        return Stream.of(settings.beforeLongTerms(), settings.beforeShortTerms())
                .flatMap(List::stream)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Letter.Key key(Letter.Kind kind, Subscription one, String when) {
        return new Letter.Key(kind, one.providerRef + " " + when);
    }

    private static Draft draft(Letter.Key key, Subscription one, Instant at, Money amount) {
        String plan = change(one, at).map(Standing.Next::plan).orElse(one.plan);
        return new Draft(key, one.account, one.providerRef, plan, amount, at, Optional.empty());
    }

    /** The plan it changes to with that term. */
    private static Optional<Standing.Next> change(Subscription one, Instant renewal) {
        return one.next().filter(change -> !change.from().isAfter(renewal));
    }
}
