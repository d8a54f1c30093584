package news.masthead.subscription;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Money;

/**
 * What the payment provider holds of one subscription at the moment it was asked, in our words.
 *
 * @param plan code of the plan it is on
 * @param price of its next term
 * @param paid the spans that were paid and not given back, in any order
 * @param phase where it stands
 */
public record Standing(String plan, Money price, List<PaidTerm> paid, Phase phase) {

    /** The end of the last paid span; none where nothing was ever paid. */
    Optional<Instant> paidThrough() {
        return paid.stream().map(term -> term.span().end()).max(Comparator.naturalOrder());
    }

    Optional<Instant> paidFrom() {
        return paid.stream().map(term -> term.span().start()).min(Comparator.naturalOrder());
    }

    public sealed interface Phase {

        /** The first payment has not come. */
        record Awaiting() implements Phase {}

        /** Renews at the end of the paid span. */
        record Running() implements Phase {}

        /** Was cancelled and runs until then. */
        record Ending(Instant endsAt) implements Phase {}

        /** A renewal was declined and is being tried again. */
        record PastDue() implements Phase {}

        /** Over: nothing is charged any more. */
        record Ended(Instant at) implements Phase {}
    }
}
