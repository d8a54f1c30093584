package news.masthead.access;

import java.time.Instant;

/**
 * Decisions on one reader and one story that were the same but for the instant.
 *
 * @param trace as it was at the first instant
 * @param last the last instant; the first where there was one
 * @param times how many there were
 */
public record Recorded(Trace trace, Instant last, int times) {

    public Instant first() {
        return trace.facts().at();
    }
}
