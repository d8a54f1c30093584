package news.masthead.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.values.Money;

/**
 * All that is derived for one subscription, to be compared with what somebody else says is so.
 *
 * @param trialUntil the end of a trial that no payment has followed
 * @param readsFrom the instant from which it lets its reader read everything; none where nothing is paid
 * @param readsUntil the instant from which it no longer does; not before {@code readsFrom}
 */
public record Portrait(
        Subscription.State state,
        String plan,
        Money price,
        Optional<Instant> paidThrough,
        Optional<Instant> endsAt,
        Optional<Instant> resumesAt,
        Optional<Instant> trialUntil,
        Optional<Standing.Next> next,
        Optional<Instant> readsFrom,
        Optional<Instant> readsUntil) {

    /**
     * What follows from what the payment provider holds.
     *
     * @param grace how long a reader reads on while a renewal is on its way
     * @param gracePastDue the same once a payment has failed
     */
    public static Portrait of(Standing standing, Duration grace, Duration gracePastDue) {
        return of(standing, new Grace(grace, gracePastDue));
    }

    static Portrait of(Standing standing, Grace grace) {
        Subscription subscription = new Subscription(0, "");
        subscription.stand(standing, 0);
        return of(subscription, standing.paidFrom(), standing.paidFrom().map(from -> later(from, grace.end(standing))));
    }

    static Portrait of(Subscription subscription, Optional<Instant> readsFrom, Optional<Instant> readsUntil) {
        return new Portrait(
                subscription.state,
                subscription.plan,
                subscription.price(),
                subscription.paidThrough(),
                subscription.endsAt(),
                subscription.resumesAt(),
                subscription.trialUntil(),
                subscription.next(),
                readsFrom,
                readsUntil);
    }

    /** The same without what its reader may read. */
    public Portrait withoutReading() {
        return new Portrait(
                state,
                plan,
                price,
                paidThrough,
                endsAt,
                resumesAt,
                trialUntil,
                next,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * For staff and logs: {@code RUNNING quarterly ₹900, paid through 2027-02-26T10:00:00Z, reads until 2027-03-01T10:00:00Z}. A price of 0, which one
     * in another currency has, is left out.
     */
    @Override
    public String toString() {
        return Stream.of(
                        Stream.of(state + " " + plan + (price.paise() == 0 ? "" : " " + price)),
                        paidThrough.map(at -> "paid through " + at).stream(),
                        endsAt.map(at -> "ends " + at).stream(),
                        resumesAt.map(at -> "resumes " + at).stream(),
                        trialUntil.map(at -> "on trial until " + at).stream(),
                        next.map(to -> "then " + to.plan() + " " + to.price() + " from " + to.from()).stream(),
                        Stream.of(readsUntil.map(at -> "reads until " + at).orElse("reads nothing")))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
