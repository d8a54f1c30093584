package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import news.masthead.subscription.Plan;
import news.masthead.values.Dates;
import news.masthead.values.Money;
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

    /**
     * @param back the path to return to after payment
     * @param notice null when there is nothing to say
     */
    QuotePage page(Onlooker onlooker, Quote quote, Plan plan, Optional<String> back, Notice notice) {
        Quote.Terms terms = quote.terms();
        Quote.Charge next = terms.next().orElseThrow();
        return new QuotePage(
                layout.around(Heading.unlisted(words.quoteHeading(), Links.QUOTE), onlooker.viewer()),
                notice,
                plan.name(),
                plan.term(),
                terms.today().toString(),
                terms.tax().compareTo(new Money(0)) > 0
                        ? words.taxInside(terms.tax().toString())
                        : "",
                dates.day(next.at()),
                next.amount().toString(),
                words.renewsEvery(plan.cycle(), terms.renewsAt().toString()),
                Links.SUBSCRIBE,
                quote.id.toString(),
                back.orElse(""),
                back.map(Links::subscribe).orElse(Links.SUBSCRIBE));
    }
}
