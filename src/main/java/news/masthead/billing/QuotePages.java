package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import news.masthead.subscription.Plan;
import news.masthead.values.Dates;
import news.masthead.web.Chrome;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Notice;

/** Writes a quote out for the reader. */
@ApplicationScoped
class QuotePages {

    @Inject
    BillingMessages words;

    @Inject
    Layout layout;

    @Inject
    Dates dates;

    @Inject
    OfferTable offers;

    @Inject
    OfferWords offerWords;

    @Inject
    PlaceOfSupply placeOfSupply;

    /**
     * @param back the path to return to after payment
     * @param notice null when there is nothing to say
     */
    QuotePage page(Onlooker onlooker, Quote quote, Plan plan, Optional<String> back, Notice notice) {
        return page(onlooker, quote, plan, back, notice, false);
    }

    /** The same quote again: what is missing is the State that the buyer is in. */
    QuotePage withoutState(Onlooker onlooker, Quote quote, Plan plan, Optional<String> back) {
        return page(onlooker, quote, plan, back, null, true);
    }

    private QuotePage page(
            Onlooker onlooker, Quote quote, Plan plan, Optional<String> back, Notice notice, boolean lacksState) {
        Quote.Terms terms = quote.terms();
        Quote.Charge next = terms.next().orElseThrow();
        return new QuotePage(
                chrome(onlooker),
                notice,
                plan.name(),
                plan.term(),
                terms.today().toString(),
                terms.tax().paise() > 0 ? words.taxInside(terms.tax().toString()) : "",
                terms.trialDays() > 0 ? words.trial(terms.trialDays(), dates.day(next.at())) : "",
                terms.trialDays() > 0
                        ? words.trialWords(dates.day(next.at()), next.amount().toString())
                        : "",
                dates.day(next.at()),
                next.amount().toString(),
                words.renewsEvery(plan.cycle(), terms.renewsAt().toString()),
                Links.SUBSCRIBE,
                quote.id.toString(),
                back.orElse(""),
                plans(back),
                terms.offer().orElse(""),
                "",
                terms.offer().flatMap(offers::typed).map(offerWords::saving).orElse(""),
                Links.QUOTE,
                plan.code(),
                Links.quote(plan.code(), back, Optional.empty()),
                placeOfSupply.choices(quote.account),
                lacksState);
    }

    /** Tells no price, so that nobody takes the full one for the one they came for. */
    QuotePage wrongCode(Onlooker onlooker, Counter.Answer.WrongCode wrong, Optional<String> back) {
        Plan plan = wrong.plan();
        return new QuotePage(
                chrome(onlooker),
                null,
                plan.name(),
                plan.term(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                Links.SUBSCRIBE,
                "",
                back.orElse(""),
                plans(back),
                wrong.typed(),
                offerWords.problem(wrong.why()),
                "",
                Links.QUOTE,
                plan.code(),
                Links.quote(plan.code(), back, Optional.empty()),
                List.of(),
                false);
    }

    private Chrome chrome(Onlooker onlooker) {
        return layout.around(Heading.unlisted(words.quoteHeading(), Links.QUOTE), onlooker.viewer());
    }

    private static String plans(Optional<String> back) {
        return back.map(Links::subscribe).orElse(Links.SUBSCRIBE);
    }
}
