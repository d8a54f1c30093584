package news.masthead.billing.twin;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Says of each request what happens to it, by the {@link ApiMode} that holds. */
final class Faults {

    private final Map<ApiMode.Fault, Integer> left = new IdentityHashMap<>();
    private ApiMode mode = ApiMode.FAITHFUL;

    synchronized void in(ApiMode newMode) {
        mode = newMode;
        left.clear();
        newMode.faults().forEach(fault -> left.put(fault, fault.times()));
    }

    /** @param operation as in the contract */
    synchronized Optional<ApiMode.Kind> of(String operation) {
        for (ApiMode.Fault fault : mode.faults()) {
            if (fault.concerns(operation)
                    && left.get(fault) > 0
                    && ThreadLocalRandom.current().nextDouble() < fault.chance()) {
                left.merge(fault, -1, Integer::sum);
                return Optional.of(fault.kind());
            }
        }
        return Optional.empty();
    }

    /** What is answered in place of doing anything; none for a kind that lets the request through, or answers nothing at all. */
    static Optional<StripeError> refusal(ApiMode.Kind kind) {
        return switch (kind) {
            case BREAKS, BREAKS_FOR_THE_KEY -> Optional.of(StripeError.outage());
            case CONFLICTS -> Optional.of(StripeError.keyInUse());
            case IS_LOCKED -> Optional.of(StripeError.locked());
            case IS_LIMITED, IS_LIMITED_FOR_A_MOMENT -> Optional.of(StripeError.limited());
            case IS_NOT_HEARD, ANSWER_IS_LOST -> Optional.empty();
        };
    }
}
