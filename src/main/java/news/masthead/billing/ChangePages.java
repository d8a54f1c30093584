package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import news.masthead.values.Publication;
import news.masthead.web.Chrome;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Notice;

/** Sets out what a reader may change to, and what it costs. */
@ApplicationScoped
class ChangePages {

    @Inject
    PriceTable prices;

    @Inject
    PlanPages plans;

    @Inject
    Subscriptions subscriptions;

    @Inject
    StripeLedger ledger;

    @Inject
    Arrears arrears;

    @Inject
    Layout layout;

    @Inject
    Publication publication;

    @Inject
    BillingMessages billingWords;

    @Inject
    ChangeMessages words;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    ChangePage choices(Onlooker onlooker, Notice notice) {
        Optional<Subscription> live = onlooker.account().flatMap(subscriptions::liveOf);
        Optional<PendingChange> pending = live.flatMap(this::pending);
        boolean changeable = pending.isEmpty()
                && live.filter(one -> one.state == Subscription.State.RUNNING
                                && one.next().isEmpty())
                        .isPresent();
        return new ChangePage(
                chrome(words.choose(), onlooker),
                notice,
                live.map(one -> plans.name(one.plan)).orElse(""),
                changeable ? choices(live.get()) : List.of(),
                pending.map(one -> waiting(live.orElseThrow(), one)).orElse(null),
                Links.ACCOUNT_PLAN);
    }

    private Optional<PendingChange> pending(Subscription live) {
        return ledger.holding(live.providerRef).flatMap(held -> PendingChange.of(held, clock.instant()));
    }

    private List<ChangePage.Choice> choices(Subscription live) {
        return prices.plans().stream()
                .filter(plan -> !plan.code().equals(live.plan))
                .map(plan -> choice(live, plan))
                .toList();
    }

    private ChangePage.Choice choice(Subscription live, Plan plan) {
        return new ChangePage.Choice(
                plan.name(),
                plan.price().toString(),
                billingWords.period(plan.term()),
                billingWords.aMonth(plan.perMonth().toString()),
                isMore(live, plan)
                        ? words.startsToday()
                        : words.startsOn(live.paidThrough().map(dates::day).orElse("")),
                Links.accountPlanChange(plan.code()));
    }

    /** As far as can be said without asking Stripe; the quote decides. */
    private boolean isMore(Subscription live, Plan plan) {
        int months = prices.plan(live.plan).map(Plan::months).orElse(0);
        return plan.months() > months || plan.price().compareTo(live.price()) > 0;
    }

    private ChangePage.Waiting waiting(Subscription live, PendingChange pending) {
        String amount = pending.amount().toString();
        return new ChangePage.Waiting(
                plans.name(pending.plan()),
                words.unpaid(amount, plans.name(live.plan)),
                words.unpaidWords(dates.minute(pending.until())),
                words.pay(amount),
                arrears.page(pending.invoice()).orElse(""),
                Links.ACCOUNT_PLAN_CHANGE_GIVE_UP);
    }

    /** @param now the plan the reader has */
    ChangeQuotePage quote(Onlooker onlooker, Quote quote, Subscription now, Notice notice) {
        Quote.Terms terms = quote.terms();
        String plan = plans.name(terms.plan());
        return switch (terms.kind()) {
            case UPGRADE ->
                page(
                        chrome(words.changeTo(plan), onlooker),
                        quote,
                        notice,
                        words.credited(plans.name(now.plan)),
                        words.changeAndPay(terms.today().toString()));
            case DOWNGRADE ->
                page(
                        chrome(words.changeTo(plan), onlooker),
                        quote,
                        notice,
                        words.keepsTerm(plans.name(now.plan)),
                        words.changeOn(dates.day(terms.next().orElseThrow().at())));
            case NEW, PAUSE, RESUME, CANCEL ->
                page(
                        chrome(words.comeBackHeading(publication.name()), onlooker),
                        quote,
                        notice,
                        words.comeBackWords(),
                        words.comeBackAndPay(terms.today().toString()));
        };
    }

    private ChangeQuotePage page(Chrome chrome, Quote quote, Notice notice, String sentence, String yes) {
        Quote.Terms terms = quote.terms();
        Quote.Charge next = terms.next().orElseThrow();
        boolean today = terms.today().paise() > 0;
        return new ChangeQuotePage(
                chrome,
                notice,
                today ? terms.today().toString() : words.nothing(),
                terms.tax().paise() > 0 ? terms.tax().toString() : "",
                today ? words.today() : dates.day(next.at()),
                billingWords.amountOn(next.amount().toString(), dates.day(next.at())),
                sentence,
                today
                        ? words.holdsUntil(dates.minute(quote.validUntil))
                        : words.holdsForNothing(dates.minute(quote.validUntil)),
                quote.id.toString(),
                terms.kind() == Quote.Kind.RESUME ? Links.ACCOUNT_PLAN_RETURN : Links.ACCOUNT_PLAN_CHANGE,
                yes,
                terms.kind() == Quote.Kind.RESUME ? Links.ACCOUNT_PLAN : Links.ACCOUNT_PLAN_CHANGE);
    }

    private Chrome chrome(String title, Onlooker onlooker) {
        return layout.around(Heading.unlisted(title, Links.ACCOUNT_PLAN_CHANGE), onlooker.viewer());
    }
}
