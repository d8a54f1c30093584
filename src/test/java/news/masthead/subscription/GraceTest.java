package news.masthead.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.subscription.Standing.Phase;
import news.masthead.values.Money;
import news.masthead.values.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraceTest {

    private static final Instant BOUGHT = Instant.parse("2026-11-26T18:30:00Z");
    private static final Instant PAID_THROUGH = Instant.parse("2027-02-26T18:30:00Z");

    private final Grace grace = new Grace(settings("P3D", "P10D"));

    @Test
    void a_late_renewal_and_a_failed_one_have_each_their_own_grace_from_the_same_instant() {
        assertEquals(PAID_THROUGH.plus(Duration.ofDays(3)), grace.end(standing(new Phase.Running())));
        assertEquals(PAID_THROUGH.plus(Duration.ofDays(10)), grace.end(standing(new Phase.PastDue())));
    }

    @Test
    void who_has_cancelled_paused_or_ended_has_none() {
        assertEquals(PAID_THROUGH, grace.end(standing(new Phase.Ending(PAID_THROUGH))));
        assertEquals(PAID_THROUGH, grace.end(standing(new Phase.Paused(Optional.empty()))));
        assertEquals(PAID_THROUGH, grace.end(standing(new Phase.Ended(PAID_THROUGH.plusSeconds(86_400)))));
        assertEquals(BOUGHT.plusSeconds(1), grace.end(standing(new Phase.Ended(BOUGHT.plusSeconds(1)))));
    }

    @Test
    void a_trial_waits_for_its_first_payment_as_any_renewal_and_ends_with_itself_once_that_has_failed() {
        assertEquals(PAID_THROUGH.plus(Duration.ofDays(3)), grace.end(onTrial(new Phase.Running())));
        assertEquals(PAID_THROUGH, grace.end(onTrial(new Phase.PastDue())));
        assertEquals(PAID_THROUGH, grace.end(onTrial(new Phase.Ending(PAID_THROUGH))));
        assertEquals(BOUGHT.plusSeconds(1), grace.end(onTrial(new Phase.Ended(BOUGHT.plusSeconds(1)))));
        assertEquals(Optional.of(BOUGHT), onTrial(new Phase.Running()).paidFrom());
        assertEquals(Optional.of(PAID_THROUGH), onTrial(new Phase.Running()).trialUntil());
    }

    @Test
    void who_has_paid_after_a_trial_has_the_grace_of_anybody() {
        Standing paid = afterTrial(List.of(term()), List.of());
        assertEquals(PAID_THROUGH.plus(Duration.ofDays(10)), grace.end(paid));
        assertEquals(Optional.empty(), paid.trialUntil());
    }

    @Test
    void whose_first_payment_after_a_trial_went_back_has_read_for_the_trial() {
        Standing givenBack = afterTrial(List.of(), List.of(term()));
        assertEquals(BOUGHT, grace.end(givenBack));
        assertEquals(Optional.empty(), givenBack.trialUntil());
    }

    private static Standing onTrial(Phase phase) {
        return new Standing(
                "quarterly",
                Money.rupees(900),
                List.of(),
                List.of(),
                phase,
                Optional.empty(),
                Optional.of(new Window(BOUGHT, PAID_THROUGH)));
    }

    /** Past due, a fortnight of trial before the term. */
    private static Standing afterTrial(List<PaidTerm> paid, List<PaidTerm> takenBack) {
        return new Standing(
                "quarterly",
                Money.rupees(900),
                paid,
                takenBack,
                new Phase.PastDue(),
                Optional.empty(),
                Optional.of(new Window(BOUGHT.minus(Duration.ofDays(14)), BOUGHT)));
    }

    private static PaidTerm term() {
        return new PaidTerm("in_1", new Window(BOUGHT, PAID_THROUGH), Money.rupees(900));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P14DT1S", "P15D", "-PT1S"})
    void more_than_14_days_or_less_than_none_is_an_error_at_start(String wrong) {
        String problem = assertThrows(IllegalArgumentException.class, () -> new Grace(settings("P3D", wrong)))
                .getMessage();
        assertTrue(problem.contains("masthead.subscription.grace-past-due is"), problem);
        problem = assertThrows(IllegalArgumentException.class, () -> new Grace(settings(wrong, "P3D")))
                .getMessage();
        assertTrue(problem.contains("masthead.subscription.grace is"), problem);
    }

    @Test
    void the_bounds_themselves_are_fine() {
        assertEquals(PAID_THROUGH, new Grace(settings("PT0S", "P14D")).end(standing(new Phase.Running())));
    }

    private static Standing standing(Phase phase) {
        return new Standing("quarterly", Money.rupees(900), List.of(term()), phase);
    }

    private static SubscriptionSettings settings(String grace, String gracePastDue) {
        return new SubscriptionSettings() {
            @Override
            public Duration grace() {
                return Duration.parse(grace);
            }

            @Override
            public Duration gracePastDue() {
                return Duration.parse(gracePastDue);
            }

            @Override
            public List<Row> plans() {
                return List.of();
            }
        };
    }
}
