package news.masthead.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is still known of a reader and a story.
 *
 * @param decisions in the span that was asked for, in order; the earliest where there are very many
 * @param more whether that span has more than these
 * @param before the instant of the last decision before that span
 * @param after the instant of the first decision after it
 * @param lost seconds of that span whose decisions, of whatever readers, were not all kept
 * @param forgotten whether the span, or some of it, lies in a month that is forgotten
 */
public record Recollection(
        List<Recorded> decisions,
        boolean more,
        Optional<Instant> before,
        Optional<Instant> after,
        List<Loss> lost,
        boolean forgotten) {

    /** @param decisions how many of that second, of all readers together */
    public record Loss(Instant second, int decisions) {}
}
