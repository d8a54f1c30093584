package news.masthead.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A set of rules as it was saved. It is never changed.
 *
 * @param version in the order in which they were saved, from 0
 * @param activeFrom when it begins to hold
 * @param madeBy the name of the chief editor; empty where the configuration made it
 * @param note why, in the chief editor's words
 * @param rules none where this release does not know one of them: then it holds as a closed gate
 * @param unknown what this release does not know, in a sentence; empty where it knows everything
 * @param withdrawal how it was taken back before it began to hold
 */
public record PolicyVersion(
        long version,
        Instant activeFrom,
        String madeBy,
        Instant madeAt,
        String note,
        Optional<Policy> rules,
        String unknown,
        Optional<Withdrawal> withdrawal) {

    /** Who took a version back, and when. */
    public record Withdrawal(String madeBy, Instant madeAt) {}

    /** Whether nobody but the configuration made it. */
    public boolean isConfigured() {
        return madeBy.isEmpty();
    }

    InForce inForce() {
        return new InForce(version, rules);
    }
}
