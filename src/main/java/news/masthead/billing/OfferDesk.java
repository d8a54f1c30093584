package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import news.masthead.subscription.Plan;

/** Judges the codes that readers type. What is not a code of ours counts as a guess, and guesses are limited. */
@ApplicationScoped
class OfferDesk {

    @Inject
    OfferTable table;

    @Inject
    OfferBook book;

    @Inject
    TryBook tries;

    @Inject
    Clock clock;

    /** @param plan that it shall make cheaper; none while the reader has chosen none */
    Judgement judge(String typed, Optional<Plan> plan, Optional<Long> account, InetAddress from) {
        Try guess = Try.of(Try.Kind.WRONG_CODE, account, from);
        Optional<Instant> later = tries.again(guess);
        if (later.isPresent()) {
            return new Judgement.TryLater(later.get());
        }
        Optional<Offer> offer = table.typed(typed);
        if (offer.isEmpty()) {
            tries.take(guess);
            return new Judgement.Not(Why.UNKNOWN);
        }
        return whyNot(offer.get(), plan, account)
                .<Judgement>map(Judgement.Not::new)
                .orElseGet(() -> new Judgement.Holds(offer.get()));
    }

    /** Why an offer does not hold for that plan and account; none where it does. */
    Optional<Why> whyNot(Offer offer, Optional<Plan> plan, Optional<Long> account) {
        Instant now = clock.instant();
        if (offer.from().filter(now::isBefore).isPresent()) {
            return Optional.of(Why.UNKNOWN);
        }
        if (!offer.holdsAt(now)) {
            return Optional.of(Why.OVER);
        }
        if (plan.filter(chosen -> !offer.plans().contains(chosen.code())).isPresent()) {
            return Optional.of(Why.OTHER_PLAN);
        }
        return account.flatMap(reader -> whyNotFor(reader, offer));
    }

    private Optional<Why> whyNotFor(long account, Offer offer) {
        if (book.isUsedBy(account, offer.code())) {
            return Optional.of(Why.USED);
        }
        if (offer.firstTimeOnly() && book.hasSubscribed(account)) {
            return Optional.of(Why.NOT_FIRST);
        }
        return offer.most().isPresent()
                        && book.takenByOthersThan(account, offer.code())
                                >= offer.most().getAsInt()
                ? Optional.of(Why.USED_UP)
                : Optional.empty();
    }

    enum Why {
        UNKNOWN,
        OVER,
        OTHER_PLAN,
        USED,
        NOT_FIRST,
        USED_UP
    }

    sealed interface Judgement {

        record Holds(Offer offer) implements Judgement {}

        record Not(Why why) implements Judgement {}

        record TryLater(Instant from) implements Judgement {}
    }
}
