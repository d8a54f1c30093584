package news.masthead.given;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.masthead.access.MeterWindow;
import news.masthead.access.Policy;
import news.masthead.access.PolicyBook;
import news.masthead.access.PolicyVersion;
import news.masthead.access.ReaderClass;

/** Lets policies hold for the whole site. A test that does so lets the usual one hold again when it ends. */
@ApplicationScoped
public class GivenPolicies {

    private static final String CHIEF = "Asha Rao";

    @Inject
    PolicyBook policies;

    @Inject
    Clock clock;

    /** Three and five a month, each story under its own class. */
    public static Policy usual() {
        return with(3, 5);
    }

    public static Policy with(int anonymous, int registered, Policy.AccessRule... rules) {
        return new Policy(
                new MeterWindow.CalendarMonth(),
                List.of(
                        new Policy.Allowance(ReaderClass.ANONYMOUS, Optional.empty(), anonymous),
                        new Policy.Allowance(ReaderClass.REGISTERED, Optional.empty(), registered)),
                List.of(rules),
                Set.of(),
                List.of(),
                true);
    }

    /** From now on; returns its version. */
    public long holds(Policy policy) {
        return holds(policy, clock.instant());
    }

    public long holds(Policy policy, Instant from) {
        return policies.add(policy, from, CHIEF, "For a test.");
    }

    /** Takes back what is still to come, and lets the usual policy hold. */
    public void end() {
        policies.all().stream()
                .filter(version -> version.activeFrom().isAfter(clock.instant()))
                .map(PolicyVersion::version)
                .forEach(version -> policies.withdraw(version, CHIEF));
        holds(usual());
    }
}
