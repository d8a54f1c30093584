package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.subscription.Subscription;

/** Where a plan is asked for: first what it costs, then, once the reader has said yes to that, the page to pay it on. */
@ApplicationScoped
class Counter {

    @Inject
    Checkout checkout;

    @Inject
    Reckoning reckoning;

    @Inject
    Quotes quotes;

    @Inject
    Catalogue catalogue;

    @Inject
    PriceTable prices;

    @Inject
    TrialBook trials;

    @Inject
    TryBook tries;

    @Inject
    OfferDesk offers;

    @Inject
    OfferTable table;

    @Inject
    Promotions promotions;

    @Inject
    PlaceOfSupply placeOfSupply;

    /**
     * Quotes a plan to an account that may buy it.
     *
     * @throws StripeFailure where Stripe does not answer
     */
    Answer quote(Asking asking, Plan plan, Optional<String> code) {
        Optional<Instant> later = tries.take(Try.of(Try.Kind.QUOTED, Optional.of(asking.account()), asking.from()));
        if (later.isPresent()) {
            return new Answer.TryLater(later.get());
        }
        return checkout.obstacle(asking.account())
                .orElseGet(() -> code.map(typed -> withCode(asking, plan, typed))
                        .orElseGet(() -> priced(asking, plan, Optional.empty())));
    }

    /**
     * Takes the reader's yes and opens the payment page, or finds the open one. Nothing is sold for other terms than those of the quote.
     *
     * @param state where the reader is, as typed: {@link PlaceOfSupply}
     * @param back the path to return to once it is paid; empty to keep that of a page already open
     * @throws StripeFailure where Stripe does not answer; nothing is sold then
     */
    Answer buy(Asking asking, UUID id, String state, Optional<String> back) {
        Optional<Quote> quote = quotes.find(id).filter(found -> found.account == asking.account());
        Optional<Plan> plan = quote.map(Quote::terms).flatMap(terms -> prices.plan(terms.plan()));
        if (plan.isEmpty()) {
            return new Answer.NoSuchQuote();
        }
        boolean isPlaced = placeOfSupply.chosen(asking.account(), state);
        return whyNoMore(quote.get(), plan.get())
                .map(why -> requoted(asking, quote.get(), plan.get(), why))
                .orElseGet(() -> isPlaced
                        ? open(asking, quote.get(), plan.get(), back)
                        : new Answer.NoState(quote.get(), plan.get()));
    }

    private Answer open(Asking asking, Quote quote, Plan plan, Optional<String> back) {
        return quote.terms()
                .offer()
                .map(code -> openWithOffer(asking, quote, plan, code, back))
                .orElseGet(() -> openWithout(asking, quote, plan, back));
    }

    /** Why a quote cannot be accepted any more; none where it can. */
    private Optional<Answer.Requoted.Why> whyNoMore(Quote quote, Plan plan) {
        Quote.Terms terms = quote.terms();
        if (!terms.price().equals(catalogue.priceOf(plan))) {
            return Optional.of(Answer.Requoted.Why.PRICE);
        }
        if (!quote.isAccepted() && terms.trialDays() > trials.daysFor(quote.account, plan)) {
            return Optional.of(Answer.Requoted.Why.TRIAL);
        }
        return quotes.stands(quote) ? Optional.empty() : Optional.of(Answer.Requoted.Why.TOO_OLD);
    }

    private Answer openWithout(Asking asking, Quote quote, Plan plan, Optional<String> back) {
        try {
            return checkout.open(new Checkout.Purchase(asking, quote, Optional.empty(), back));
        } catch (TrialBook.Spent spent) {
            return requoted(asking, quote, plan, Answer.Requoted.Why.TRIAL);
        }
    }

    private Answer openWithOffer(Asking asking, Quote quote, Plan plan, String code, Optional<String> back) {
        Optional<Offer> offer = table.typed(code);
        Optional<OfferDesk.Why> whyNot = offer.isEmpty()
                ? Optional.of(OfferDesk.Why.OVER)
                : offers.whyNot(offer.get(), Optional.of(plan), Optional.of(asking.account()));
        if (whyNot.isPresent()) {
            return new Answer.WrongCode(plan, code, whyNot.get());
        }
        try {
            return checkout.open(new Checkout.Purchase(asking, quote, offer.map(promotions::of), back));
        } catch (OfferBook.UsedUp usedUp) {
            return new Answer.WrongCode(plan, code, OfferDesk.Why.USED_UP);
        } catch (StripeFailure failure) {
            return refusedAtStripe(failure, plan, code);
        }
    }

    /** A code that does not hold is told; it never leads to the price without it. */
    private Answer withCode(Asking asking, Plan plan, String typed) {
        return switch (offers.judge(typed, Optional.of(plan), Optional.of(asking.account()), asking.from())) {
            case OfferDesk.Judgement.Holds holds -> discounted(asking, plan, holds.offer());
            case OfferDesk.Judgement.Not not -> new Answer.WrongCode(plan, typed, not.why());
            case OfferDesk.Judgement.TryLater later -> new Answer.TryLater(later.from());
        };
    }

    private Answer discounted(Asking asking, Plan plan, Offer offer) {
        try {
            return priced(asking, plan, Optional.of(offer));
        } catch (StripeFailure failure) {
            return refusedAtStripe(failure, plan, offer.code());
        }
    }

    private Answer priced(Asking asking, Plan plan, Optional<Offer> offer) {
        return new Answer.Quoted(
                quotes.offer(asking.account(), reckoning.ofPurchase(asking.account(), plan, offer)), plan);
    }

    /** Stripe's word on a promotion code is the last one. */
    private static Answer refusedAtStripe(StripeFailure failure, Plan plan, String code) {
        if (failure.isFinal()) {
            return new Answer.WrongCode(plan, code, OfferDesk.Why.OVER);
        }
        throw failure;
    }

    private Answer requoted(Asking asking, Quote quote, Plan plan, Answer.Requoted.Why why) {
        Answer again = quote(asking, plan, quote.terms().offer());
        return again instanceof Answer.Quoted fresh ? new Answer.Requoted(fresh.quote(), fresh.plan(), why) : again;
    }

    /** @param from the reader's address */
    record Asking(long account, InetAddress from) {}

    /** What a reader who asks is told. */
    sealed interface Answer {

        record Quoted(Quote quote, Plan plan) implements Answer {}

        /** The quote that was accepted holds no more; this one is made in its place. */
        record Requoted(Quote quote, Plan plan, Why why) implements Answer {

            enum Why {
                TOO_OLD,
                PRICE,
                /** Its trial is spent, or no longer given. */
                TRIAL
            }
        }

        /** The quote stands; the reader has not said where the reader is. */
        record NoState(Quote quote, Plan plan) implements Answer {}

        /** The code that was typed does not make that plan cheaper for this reader. */
        record WrongCode(Plan plan, String typed, OfferDesk.Why why) implements Answer {}

        /** There is none, or it is somebody else's, or its plan is no longer sold. */
        record NoSuchQuote() implements Answer {}

        /** To be paid there. */
        record Page(URI url) implements Answer {}

        /** Nothing to buy: this one is there already. */
        record Subscribed(Subscription subscription) implements Answer {}

        /** Paid already, and the money is on its way. */
        record BeingPaid() implements Answer {}

        /** The reader pays, or has paid, in another currency than ours, and Stripe would refuse ours on the payment page. */
        record OtherCurrency() implements Answer {}

        /** Too much was tried; there is another try from that instant on. */
        record TryLater(Instant from) implements Answer {}
    }
}
