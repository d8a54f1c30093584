package news.masthead.billing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Says what an offer takes off, and why a code is none. */
@Singleton
class OfferWords {

    /** Nobody types more than that. */
    private static final int LONGEST = 60;

    @Inject
    OfferMessages words;

    /** What was typed; none where nothing was. */
    static Optional<String> typed(String code) {
        return Optional.ofNullable(code)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST)));
    }

    String saving(Offer offer) {
        String off = offer.percent() > 0
                ? words.percentOff(offer.percent())
                : words.amountOff(offer.off().toString());
        return offer.isForEver()
                ? words.everyPayment(off)
                : offer.terms() == 1 ? words.firstPayment(off) : words.firstPayments(off, offer.terms());
    }

    String problem(OfferDesk.Why why) {
        return switch (why) {
            case UNKNOWN -> words.unknown();
            case OVER -> words.over();
            case OTHER_PLAN -> words.otherPlan();
            case USED -> words.used();
            case NOT_FIRST -> words.notFirst();
            case USED_UP -> words.usedUp();
        };
    }
}
