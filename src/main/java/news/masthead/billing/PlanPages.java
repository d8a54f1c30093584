package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import news.masthead.subscription.Entitlements;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.subscription.Standing;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import news.masthead.values.Money;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Notice;

/** Sets a reader's own plan out, from what we know of it: Stripe is not asked. */
@ApplicationScoped
class PlanPages {

    private static final PlanPage.Doors DOORS = new PlanPage.Doors(
            Links.SUBSCRIBE,
            Links.ACCOUNT,
            Links.ACCOUNT_PLAN_PAYMENT,
            Links.ACCOUNT_PLAN_CARD,
            Links.ACCOUNT_PLAN_INVOICES,
            Links.ACCOUNT_PLAN_CHANGE,
            Links.ACCOUNT_PLAN_CHANGE_RELEASE,
            Links.ACCOUNT_PLAN_PAUSE,
            Links.ACCOUNT_PLAN_PAUSE_CALL_OFF,
            Links.ACCOUNT_PLAN_RETURN,
            Links.ACCOUNT_PLAN_CANCELLATION,
            Links.ACCOUNT_PLAN_RESUMPTION);

    @Inject
    PriceTable prices;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Entitlements entitlements;

    @Inject
    StripeLedger ledger;

    @Inject
    Pauses pauses;

    @Inject
    Layout layout;

    @Inject
    BillingMessages words;

    @Inject
    ChangeMessages changeWords;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    PlanPage page(Onlooker onlooker, Notice notice) {
        return new PlanPage(
                layout.around(Heading.unlisted(words.planHeading(), Links.ACCOUNT_PLAN), onlooker.viewer()),
                notice,
                onlooker.account()
                        .flatMap(subscriptions::liveOf)
                        .map(this::current)
                        .orElse(null),
                onlooker.compUntil().map(end -> dates.day(end.minusNanos(1))).orElse(""),
                DOORS);
    }

    /** As readers know it; a plan that is no longer sold goes by its code. */
    String name(String plan) {
        return prices.plan(plan).map(Plan::name).orElse(plan);
    }

    private PlanPage.Current current(Subscription live) {
        Optional<Holding> holding = ledger.holding(live.providerRef);
        String paidThrough = live.paidThrough().map(dates::day).orElse("");
        return new PlanPage.Current(
                live.state,
                name(live.plan),
                amount(live.price()),
                prices.plan(live.plan)
                        .filter(plan -> plan.price().equals(live.price()))
                        .map(plan -> changeWords.every(plan.cycle()))
                        .orElse(""),
                live.endsAt().map(dates::day).orElse(paidThrough),
                live.trialUntil().map(dates::day).orElse(""),
                renewsOn(live),
                amount(live.next().map(Standing.Next::price).orElse(live.price())),
                live.next()
                        .map(next -> changeWords.planFrom(name(next.plan()), dates.day(next.from())))
                        .orElse(""),
                dates.day(readsUntil(live).orElse(clock.instant())),
                paused(live, paidThrough),
                pauses.hasBegun(live),
                holding.flatMap(held -> PendingChange.of(held, clock.instant()))
                        .map(pending -> changeWords.waits(
                                name(pending.plan()), pending.amount().toString()))
                        .orElse(""),
                holding.flatMap(Trouble::onItsWay)
                        .map(amount -> awaited(live, amount.toString()))
                        .orElse(""),
                holding.filter(Consent::isMissing).isPresent(),
                !pauses.choices(live).isEmpty());
    }

    private String awaited(Subscription live, String amount) {
        return readsUntil(live)
                .map(end -> changeWords.awaited(amount, dates.day(end)))
                .orElseGet(() -> changeWords.awaitedFirst(amount));
    }

    /** Nothing where it is in another currency. */
    private static String amount(Money price) {
        return price.paise() == 0 ? "" : price.toString();
    }

    private String renewsOn(Subscription live) {
        Optional<Instant> renewal = live.state == Subscription.State.PAUSED ? live.resumesAt() : live.paidThrough();
        return renewal.map(dates::day).orElse("");
    }

    Optional<Instant> readsUntil(Subscription live) {
        return entitlements.coveredUntil(live.account, clock.instant());
    }

    private String paused(Subscription live, String from) {
        if (live.state != Subscription.State.PAUSED) {
            return "";
        }
        return live.resumesAt()
                .filter(until -> live.price().paise() > 0)
                .map(until -> changeWords.pausedFromTo(
                        from, dates.day(until), live.price().toString()))
                .orElseGet(() -> changeWords.pausedFrom(from));
    }
}
