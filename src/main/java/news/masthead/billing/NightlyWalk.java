package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.StripeCollection;
import com.stripe.model.Subscription;
import com.stripe.param.SubscriptionListParams;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import news.masthead.jobs.RecurringJob;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Publication;

/**
 * Every night, everything: what Stripe lists, so that a subscription is found of which we never heard; what we hold and Stripe did not list; and the
 * events that did not get through. It goes on where it stopped, and what fails stops nothing else.
 */
@ApplicationScoped
class NightlyWalk implements RecurringJob {

    private static final long PAGE = 100;

    /** After this long no bank takes money back any more: https://docs.stripe.com/disputes/how-disputes-work */
    private static final Duration OVER_FOR_GOOD = Duration.ofDays(180);

    private static final Set<String> ENDED = Set.of("canceled", "incomplete_expired");

    @Inject
    StripeClient stripe;

    @Inject
    WalkBook book;

    @Inject
    Recheck recheck;

    @Inject
    Customers customers;

    @Inject
    Subscriptions subscriptions;

    @Inject
    UndeliveredEvents undelivered;

    @Inject
    StripeSettings settings;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "stripe-walk";
    }

    /** How long a walk that was interrupted lies before it goes on. */
    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        book.due(lastNight()).ifPresent(this::walk);
    }

    private Instant lastNight() {
        ZonedDateTime now = clock.instant().atZone(publication.zone());
        ZonedDateTime tonight = now.with(settings.walkAt());
        return (tonight.isAfter(now) ? tonight.minusDays(1) : tonight).toInstant();
    }

    private void walk(Walk walk) {
        try {
            undelivered.fetch();
            overAllAtStripe(walk);
            each(subscriptions.notAskedSince(walk.fetch()), id -> recheck.at(id, Drift.Run.NIGHTLY));
            book.end(walk);
        } catch (StripeFailure silent) {
            Log.warnf("The nightly walk stops for a minute: %s", silent.getMessage());
        }
    }

    private void overAllAtStripe(Walk walk) {
        StripeCollection<Subscription> page = page(walk.after().orElse(null));
        while (!page.getData().isEmpty()) {
            int failed = each(page.getData(), this::look);
            String last = page.getData().getLast().getId();
            book.cameTo(walk, last, page.getData().size(), failed);
            if (!page.getHasMore()) {
                return;
            }
            page = page(last);
        }
    }

    private StripeCollection<Subscription> page(String after) {
        SubscriptionListParams.Builder all = SubscriptionListParams.builder()
                .setStatus(SubscriptionListParams.Status.ALL)
                .setLimit(PAGE);
        if (after != null) {
            all.setStartingAfter(after);
        }
        return Patience.with(
                () -> StripeFailure.asking(() -> stripe.v1().subscriptions().list(all.build())));
    }

    private void look(Subscription listed) {
        if (customers.accountOf(listed.getCustomer()).isPresent() && !isOverForGood(listed)) {
            recheck.at(listed.getId(), Drift.Run.NIGHTLY);
        }
    }

    private boolean isOverForGood(Subscription listed) {
        return ENDED.contains(listed.getStatus())
                && listed.getEndedAt() != null
                && Instant.ofEpochSecond(listed.getEndedAt())
                        .isBefore(clock.instant().minus(OVER_FOR_GOOD))
                && subscriptions.ofProvider(listed.getId()).isPresent();
    }

    /** How many failed. Where Stripe still wants a pause after all patience, the whole walk takes it. */
    private static <T> int each(List<T> all, Consumer<T> look) {
        int failed = 0;
        for (T one : all) {
            try {
                look.accept(one);
            } catch (RuntimeException failure) {
                if (failure instanceof StripeFailure refused && refused.isRateLimit()) {
                    throw refused;
                }
                failed++;
                Log.errorf(failure, "Not looked at in the nightly walk: %s", name(one));
            }
        }
        return failed;
    }

    private static Object name(Object one) {
        return one instanceof Subscription listed ? listed.getId() : one;
    }
}
