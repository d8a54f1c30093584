package news.masthead.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The policy of a paper whose chief editor has made none: the allowances of the configuration, each story under its own class. */
@ApplicationScoped
class ConfiguredPolicy {

    @Inject
    MeterSettings limits;

    Policy policy() {
        return new Policy(
                new MeterWindow.CalendarMonth(),
                List.of(
                        new Policy.Allowance(ReaderClass.ANONYMOUS, Optional.empty(), limits.anonymous()),
                        new Policy.Allowance(ReaderClass.REGISTERED, Optional.empty(), limits.registered())),
                List.of(),
                Set.of(),
                List.of(),
                true);
    }
}
