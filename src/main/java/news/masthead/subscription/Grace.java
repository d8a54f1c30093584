package news.masthead.subscription;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long a reader reads on after the last paid span. It is counted from the start of the unpaid one, so it ends however often the payment is
 * tried and whatever becomes of the subscription. Checked at start: a wrong setting stops it.
 */
@Startup
@Singleton
public class Grace {

    /** Longer is giving away, and nobody who meant to pay needs it. */
    private static final Duration LONGEST = Duration.ofDays(14);

    private final Duration onItsWay;
    private final Duration pastDue;

    @Inject
    Grace(SubscriptionSettings settings) {
        this(settings.grace(), settings.gracePastDue());
    }

    Grace(Duration onItsWay, Duration pastDue) {
        Map.of("grace", onItsWay, "grace-past-due", pastDue).forEach(Grace::check);
        this.onItsWay = onItsWay;
        this.pastDue = pastDue;
    }

    /** From the end of the paid span, while a renewal is on its way. */
    public Duration usual() {
        return onItsWay;
    }

    /** From the same instant, once a payment has failed. */
    public Duration pastDue() {
        return pastDue;
    }

    /** When access ends for a standing that was paid at least once, or is or was on trial. */
    Instant end(Standing standing) {
        Instant paidThrough = standing.paidThrough().orElseThrow();
        return switch (standing.phase()) {
            case Standing.Phase.Running running -> late(standing, paidThrough, onItsWay);
            case Standing.Phase.PastDue due -> late(standing, paidThrough, ofUnpaid(standing));
            case Standing.Phase.Paused paused -> paidThrough;
            case Standing.Phase.Ending ending -> paidThrough;
            case Standing.Phase.Ended ended -> ended.at().isBefore(paidThrough) ? ended.at() : paidThrough;
            case Standing.Phase.Awaiting awaiting -> standing.paidFrom().orElseThrow();
        };
    }

    /** A trial whose first payment fails ends with the trial: grace is for who has paid before. */
    private Duration ofUnpaid(Standing standing) {
        return standing.trialUntil().isPresent() ? Duration.ZERO : pastDue;
    }

    /** There is none for a span whose money went back. */
    private static Instant late(Standing standing, Instant paidThrough, Duration grace) {
        return standing.lostItsLastTerm() ? paidThrough : paidThrough.plus(grace);
    }

    private static void check(String name, Duration grace) {
        if (grace.isNegative() || grace.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "masthead.subscription." + name + " is " + grace + "; it is at least PT0S and at most P14D");
        }
    }
}
