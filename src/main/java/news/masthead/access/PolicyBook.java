package news.masthead.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which policy is in force when. */
@ApplicationScoped
class PolicyBook {

    @Inject
    MeterSettings limits;

    InForce at(Instant instant) {
        Policy configured = new Policy(
                new MeterWindow.CalendarMonth(),
                List.of(
                        new Policy.Allowance(ReaderClass.ANONYMOUS, Optional.empty(), limits.anonymous()),
                        new Policy.Allowance(ReaderClass.REGISTERED, Optional.empty(), limits.registered())),
                List.of(),
                Set.of(),
                List.of(),
                true);
        return new InForce(0, Optional.of(configured));
    }
}
