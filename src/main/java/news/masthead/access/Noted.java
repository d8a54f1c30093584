package news.masthead.access;

import java.time.Instant;
import news.masthead.identity.Reader;

/** A decision as it was made for a reader. */
record Noted(Reader reader, Trace trace) {

    Instant at() {
        return trace.facts().at();
    }

    /**
     * Whether anybody can ever ask about it: a reader who brings no cookie and is given none is met never again, so there is no name to ask by.
     * Who spends a story or opens a gift is given one.
     */
    boolean canBeAskedAbout() {
        return switch (reader) {
            case Reader.Registered registered -> true;
            case Reader.Anonymous anonymous ->
                anonymous.met() || trace.outcome() == Outcome.SPENT || trace.outcome() == Outcome.GIFT;
        };
    }

    /** Equal for decisions that differ in nothing but reader and instant. */
    Trace undated() {
        return new Trace(
                trace.facts().asOf(Instant.EPOCH),
                trace.policyVersion(),
                trace.rule(),
                trace.outcome(),
                trace.usedAfter());
    }
}
