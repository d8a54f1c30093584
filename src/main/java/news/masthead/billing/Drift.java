package news.masthead.billing;

import java.time.Instant;
import java.util.Optional;

/**
 * Ours differed from Stripe's, and no event had told of it.
 *
 * @param ours what we had, in words
 * @param theirs what Stripe holds, in words
 * @param healed whether ours stands as Stripe's since
 * @param told whether an event that tells of it came soon after
 * @param alarmed when it was said to be wrong; none while an event may still come, or where one came
 */
public record Drift(
        long id,
        Instant foundAt,
        Run run,
        String subscription,
        long account,
        String ours,
        String theirs,
        boolean healed,
        boolean told,
        Optional<Instant> alarmed) {

    /** Whose look found it. */
    public enum Run {
        HOURLY,
        NIGHTLY,
        STAFF
    }
}
