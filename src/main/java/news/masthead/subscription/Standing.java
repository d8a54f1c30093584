package news.masthead.subscription;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.values.Money;
import news.masthead.values.Window;

/**
 * What the payment provider holds of one subscription at the moment it was asked, in our words.
 *
 * @param plan code of the plan it is on
 * @param price of its next term
 * @param paid the spans that were paid and not given back, in any order
 * @param takenBack the spans whose money was given back in full, or is being taken back by a bank, in any order
 * @param phase where it stands
 * @param next what it changes to at the end of the term
 * @param trial the span that was given before the first paid one
 */
public record Standing(
        String plan,
        Money price,
        List<PaidTerm> paid,
        List<PaidTerm> takenBack,
        Phase phase,
        Optional<Next> next,
        Optional<Window> trial) {

    /** One of which nothing was given or taken back and nothing is to change. */
    public Standing(String plan, Money price, List<PaidTerm> paid, Phase phase) {
        this(plan, price, paid, List.of(), phase, Optional.empty(), Optional.empty());
    }

    /** Whether the newest money that came went back again, so that nothing is owed to the reader beyond what else was paid. */
    boolean lostItsLastTerm() {
        return takenBack.stream()
                .map(term -> term.span().end())
                .anyMatch(end -> paidThrough().map(end::isAfter).orElse(true));
    }

    /**
     * The plan that follows.
     *
     * @param price of each of its terms
     * @param from the instant at which it begins
     */
    public record Next(String plan, Money price, Instant from) {}

    /** The end of the last span that was paid, or given as a trial; none where nothing ever was. */
    Optional<Instant> paidThrough() {
        return spans().map(Window::end).max(Comparator.naturalOrder());
    }

    Optional<Instant> paidFrom() {
        return spans().map(Window::start).min(Comparator.naturalOrder());
    }

    /** The end of a trial that no payment has followed yet, not even one that was given back. */
    Optional<Instant> trialUntil() {
        return paid.isEmpty() && takenBack.isEmpty() ? trial.map(Window::end) : Optional.empty();
    }

    private Stream<Window> spans() {
        return Stream.concat(paid.stream().map(PaidTerm::span), trial.stream());
    }

    public sealed interface Phase {

        /** The first payment has not come. */
        record Awaiting() implements Phase {}

        /** Renews at the end of the paid span. */
        record Running() implements Phase {}

        /** Was cancelled and runs until then. */
        record Ending(Instant endsAt) implements Phase {}

        /**
         * Renews, but nothing is collected and nothing read beyond what is paid.
         *
         * @param resumesAt when it goes on by itself; empty where somebody must say so
         */
        record Paused(Optional<Instant> resumesAt) implements Phase {}

        /** A renewal was declined and is being tried again. */
        record PastDue() implements Phase {}

        /** Over: nothing is charged any more. */
        record Ended(Instant at) implements Phase {}
    }
}
