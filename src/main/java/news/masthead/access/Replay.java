package news.masthead.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Makes the decisions on record again: under the rules that they were made under, and under a candidate's. */
final class Replay {

    private final InForce candidate;
    private final LongFunction<InForce> versions;
    private final Map<String, Pair> readers = new HashMap<>();
    private final SortedMap<String, Review.Tally> sections = new TreeMap<>();
    private long decisions;
    private long asRecorded;

    /** @param versions the policy of a version number */
    Replay(Policy candidate, LongFunction<InForce> versions) {
        this.candidate = new InForce(-1, Optional.of(candidate));
        this.versions = versions;
    }

    /**
     * To be called in the order of the decisions.
     *
     * @param reader the pseudonym
     * @param times how often it was made within a second
     */
    void again(String reader, Trace trace, int times) {
        Pair pair = readers.computeIfAbsent(reader, key -> new Pair());
        InForce was = versions.apply(trace.policyVersion());
        Outcome same = pair.now.decide(trace, was);
        Outcome other = pair.then.decide(trace, was);
        decisions += times;
        asRecorded += same == trace.outcome() ? times : 0;
        Facts facts = trace.facts();
        if (isReading(facts) && facts.reader().kind() != ReaderClass.STAFF) {
            boolean stoppedNow = trace.outcome().isWall();
            boolean stoppedThen = other.isWall();
            sections.merge(
                    facts.story().section(),
                    new Review.Tally(times, stoppedNow ? times : 0, stoppedThen ? times : 0),
                    Review.Tally::plus);
            pair.read = true;
            pair.stoppedNow |= stoppedNow;
            pair.stoppedThen |= stoppedThen;
            pair.changed |= stoppedNow != stoppedThen;
        }
    }

    private static boolean isReading(Facts facts) {
        return facts.intent() == Intent.READING && facts.outlet().spends();
    }

    /** @param leftOut how many could not be made again */
    Review review(Instant since, int share, long leftOut) {
        return new Review(
                since,
                share,
                decisions,
                asRecorded,
                leftOut,
                readers.values().stream().filter(pair -> pair.read).count(),
                readers.values().stream().filter(pair -> pair.stoppedNow).count(),
                readers.values().stream().filter(pair -> pair.stoppedThen).count(),
                readers.values().stream().filter(pair -> pair.changed).count(),
                sections);
    }

    /** One pseudonym under both sets of rules. */
    private final class Pair {

        private final PastReader now = new PastReader(trace -> versions.apply(trace.policyVersion()));
        private final PastReader then = new PastReader(trace -> candidate);
        private boolean read;
        private boolean stoppedNow;
        private boolean stoppedThen;
        private boolean changed;
    }
}
