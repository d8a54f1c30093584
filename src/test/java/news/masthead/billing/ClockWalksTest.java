package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import news.masthead.billing.Till.Buyer;
import news.masthead.given.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two years of each plan, walked by Stripe's test clocks: at every step a reader may read exactly when the rule of the paper says so. */
@Tag("sandbox")
@QuarkusTest
@TestProfile(AtStripe.class)
class ClockWalksTest {

    /** Where things happen around the end of a term: the draft hour, India's 26 hours, the grace, the attempts to collect. */
    private static final List<Duration> AROUND_A_RENEWAL = List.of(
            Duration.ofSeconds(-1),
            Duration.ofSeconds(1),
            Duration.ofHours(2),
            Duration.ofHours(27),
            Duration.ofDays(3).minusSeconds(1),
            Duration.ofDays(3).plusSeconds(1),
            Duration.ofDays(9),
            Duration.ofDays(17));

    private static final Duration TWO_YEARS = Duration.ofDays(2 * 365 + 20);

    @Inject
    Shopper shopper;

    @Inject
    Till till;

    @Inject
    Oracle oracle;

    enum Life {
        /** Nothing ever happens. */
        STEADY,
        /** The card fails at the first renewal, and another one is given two days later. */
        DECLINED_ONCE,
        /** The card fails at the first renewal and is never replaced. */
        DECLINED_FOR_GOOD,
        /** The reader cancels in the middle of the first term. */
        CANCELLED,
        /** Cancels, thinks again, and goes on. */
        CANCELLED_AND_RESUMED,
        /** Goes over to the next bigger plan in mid-term. */
        UPGRADED,
        /** Goes over to the next smaller plan, which begins with the next term. */
        DOWNGRADED,
        /** Pauses for two months after the term. */
        PAUSED,
        /** Pauses, and comes back after nine days. */
        PAUSED_AND_BACK
    }

    private static final List<String> PLANS = List.of("quarterly", "yearly", "two_year");

    static Stream<Arguments> lives() {
        Stream<Arguments> all = PLANS.stream()
                .flatMap(plan -> Stream.of(Life.values())
                        .filter(life -> life != Life.UPGRADED || !plan.equals("two_year"))
                        .filter(life -> life != Life.DOWNGRADED || !plan.equals("quarterly"))
                        .map(life -> Arguments.of(plan, life)));
        return Size.of(1, 2) == 2
                ? all
                : Stream.of(
                        Arguments.of("quarterly", Life.DECLINED_ONCE),
                        Arguments.of("yearly", Life.DECLINED_FOR_GOOD),
                        Arguments.of("two_year", Life.CANCELLED_AND_RESUMED),
                        Arguments.of("yearly", Life.UPGRADED),
                        Arguments.of("two_year", Life.DOWNGRADED),
                        Arguments.of("yearly", Life.PAUSED),
                        Arguments.of("two_year", Life.PAUSED_AND_BACK));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("lives")
    void access_is_as_the_rule_says_at_every_step(String plan, Life life) {
        Buyer reader = shopper.buys(plan);
        agreed(reader);
        Instant begin = Instant.ofEpochSecond(shopper.subscription(reader).getStartDate());
        for (int term = 1; isRunning(reader) && till.periodEnd(reader).isBefore(begin.plus(TWO_YEARS)); term++) {
            Instant end = till.periodEnd(reader);
            Instant start = periodStart(reader);
            walkTo(reader, start.plus(Duration.between(start, end).dividedBy(2)));
            inMidTerm(reader, plan, life, term);
            walkThroughTheRenewal(reader, till.periodEnd(reader), life, term);
        }
    }

    private void walkThroughTheRenewal(Buyer reader, Instant end, Life life, int term) {
        for (Duration step : AROUND_A_RENEWAL) {
            walkTo(reader, end.plus(step));
            if (term == 1 && life == Life.DECLINED_ONCE && step.equals(Duration.ofHours(27))) {
                shopper.changesCardTo(reader, Shopper.GOOD_CARD);
                shopper.paysWhatIsDue(reader);
                agreed(reader);
            }
            if (term == 1 && life == Life.PAUSED_AND_BACK && step.equals(Duration.ofDays(9))) {
                till.again(reader).comeBack().then().statusCode(303);
                agreed(reader);
                return;
            }
        }
    }

    private void inMidTerm(Buyer reader, String plan, Life life, int term) {
        Buyer now = till.again(reader);
        if (term == 1) {
            switch (life) {
                case STEADY -> {}
                case DECLINED_ONCE, DECLINED_FOR_GOOD -> shopper.changesCardTo(reader, Shopper.CARD_THAT_FAILS);
                case CANCELLED -> till.cancels(now);
                case CANCELLED_AND_RESUMED -> {
                    till.cancels(now);
                    agreed(reader);
                    till.resumes(now);
                }
                case UPGRADED -> now.change(beside(plan, 1)).then().statusCode(303);
                case DOWNGRADED -> now.change(beside(plan, -1)).then().statusCode(303);
                case PAUSED, PAUSED_AND_BACK -> now.pause(2).then().statusCode(303);
            }
        }
        agreed(reader);
    }

    private static String beside(String plan, int steps) {
        return PLANS.get(PLANS.indexOf(plan) + steps);
    }

    private void walkTo(Buyer reader, Instant at) {
        till.moveWithoutReconcile(reader, at);
        agreed(reader);
        boolean mayRead = oracle.mayRead(reader, at);
        // The rows can be seen an instant before the thread that committed them has made the node forget the old ones.
        Eventually.holds(() -> assertEquals(mayRead, till.wasEntitled(reader, at), () -> "at " + at));
    }

    private void agreed(Buyer reader) {
        Eventually.holds(() -> assertEquals(oracle.atStripe(reader), oracle.withUs(reader)));
    }

    private boolean isRunning(Buyer reader) {
        return shopper.subscription(reader).getEndedAt() == null;
    }

    private Instant periodStart(Buyer reader) {
        return Instant.ofEpochSecond(
                shopper.subscription(reader).getItems().getData().get(0).getCurrentPeriodStart());
    }
}
