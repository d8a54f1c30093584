package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** Sets the price table out for a reader. */
@ApplicationScoped
class PlansPages {

    @Inject
    PriceTable prices;

    @Inject
    OfferSettings offer;

    @Inject
    OfferWords offerWords;

    @Inject
    TrialBook trials;

    @Inject
    Subscriptions subscriptions;

    @Inject
    BillingMessages words;

    @Inject
    Publication publication;

    @Inject
    Layout layout;

    @Inject
    Dates dates;

    /**
     * @param back the path to return to after payment; empty for none
     * @param notice null when there is nothing to say
     */
    PlansPage page(Onlooker onlooker, Optional<String> back, Notice notice) {
        return page(onlooker, back, notice, new Code("", "", Optional.empty()));
    }

    /** With what a code takes off. */
    PlansPage withOffer(Onlooker onlooker, Optional<String> back, Offer offer) {
        return page(onlooker, back, null, new Code(offer.code(), "", Optional.of(offer)));
    }

    PlansPage wrongCode(Onlooker onlooker, Optional<String> back, String typed, OfferDesk.Why why) {
        return page(onlooker, back, null, new Code(typed, offerWords.problem(why), Optional.empty()));
    }

    private PlansPage page(Onlooker onlooker, Optional<String> back, Notice notice, Code code) {
        Optional<Subscription> live = onlooker.account().flatMap(subscriptions::liveOf);
        return new PlansPage(
                chrome(onlooker),
                notice == null && live.isEmpty() ? beside(onlooker) : notice,
                live.map(this::name).orElse(""),
                Links.ACCOUNT_PLAN,
                prices.plans().stream()
                        .map(plan -> offer(plan, code, trial(onlooker, plan, code), choose(onlooker, plan, back, code)))
                        .toList(),
                code.typed(),
                code.problem(),
                Links.SUBSCRIBE,
                back.orElse(""),
                offer.benefits().stream()
                        .map(benefit -> new PlansPage.Benefit(benefit.name(), benefit.words()))
                        .toList());
    }

    /** A code as it was typed, and what it is. */
    private record Code(String typed, String problem, Optional<Offer> offer) {

        String saving(Plan plan, OfferWords words) {
            return offer.filter(one -> one.plans().contains(plan.code()))
                    .map(words::saving)
                    .orElse("");
        }
    }

    /** Who reads everything for nothing may buy all the same, and should know what for. */
    private Notice beside(Onlooker onlooker) {
        return onlooker.compUntil()
                .map(end -> Notice.done(words.besideComp(dates.day(end.minusNanos(1)))))
                .orElse(null);
    }

    /** As readers know it; a plan that is no longer sold goes by its code. */
    String name(Subscription subscription) {
        return prices.plan(subscription.plan).map(Plan::name).orElse(subscription.plan);
    }

    private Chrome chrome(Onlooker onlooker) {
        String title = words.plansHeading(publication.name());
        return layout.around(new Heading(title, words.plansWords(), Links.SUBSCRIBE, true, ""), onlooker.viewer());
    }

    private PlansPage.Offer offer(Plan plan, Code code, String trial, String choose) {
        int saving = plan.savesPercentAgainst(prices.plans().get(0));
        return new PlansPage.Offer(
                plan.code(),
                plan.name(),
                plan.price().toString(),
                words.period(plan.term()),
                plan.perMonth().toString(),
                words.renewsEvery(plan.cycle(), plan.price().toString()),
                saving > 0 ? words.saving(saving) : "",
                trial,
                code.saving(plan, offerWords),
                offer.best().filter(plan.code()::equals).isPresent(),
                choose);
    }

    /** Who is not logged in may have had one. What comes with an offer comes without. */
    private String trial(Onlooker onlooker, Plan plan, Code code) {
        if (plan.trialDays() == 0 || !code.saving(plan, offerWords).isEmpty()) {
            return "";
        }
        String price = plan.price().toString();
        if (onlooker.account().isEmpty()) {
            return words.freeForNewThen(plan.trialDays(), price, plan.cycle());
        }
        int days = trials.daysFor(onlooker.account().get(), plan);
        return days > 0 ? words.freeThen(days, price, plan.cycle()) : "";
    }

    private static String choose(Onlooker onlooker, Plan plan, Optional<String> back, Code code) {
        String quote = Links.quote(plan.code(), back, OfferWords.typed(code.typed()));
        return onlooker.account().isPresent() ? quote : Links.login(quote);
    }
}
