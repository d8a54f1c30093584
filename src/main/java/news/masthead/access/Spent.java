package news.masthead.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/** A reader's spends: of one row of the database or of several, each with its section and its instant. Small, since many are kept. */
final class Spent {

    static final Spent NOTHING = new Spent(new long[0], new String[0], new long[0]);

    /** Before every spend there is. */
    static final long EVER = Long.MIN_VALUE;

    private final long[] stories;
    private final String[] sections;
    private final long[] at;

    private Spent(long[] stories, String[] sections, long[] at) {
        this.stories = stories;
        this.sections = sections;
        this.at = at;
    }

    /** The three columns of a row. */
    static Spent of(Long[] stories, String[] sections, Instant[] at) {
        return new Spent(
                Arrays.stream(stories).mapToLong(Long::longValue).toArray(),
                Arrays.stream(sections).map(String::intern).toArray(String[]::new),
                Arrays.stream(at).mapToLong(Spent::micros).toArray());
    }

    /** All of several rows. */
    static Spent of(Collection<Spent> rows) {
        return rows.size() == 1
                ? rows.iterator().next()
                : new Spent(
                        rows.stream()
                                .flatMapToLong(row -> Arrays.stream(row.stories))
                                .toArray(),
                        rows.stream()
                                .flatMap(row -> Arrays.stream(row.sections))
                                .toArray(String[]::new),
                        rows.stream()
                                .flatMapToLong(row -> Arrays.stream(row.at))
                                .toArray());
    }

    /** Of two sights of one row the later one: rows only grow. */
    Spent fuller(Spent other) {
        return stories.length >= other.stories.length ? this : other;
    }

    /** As exact as the database keeps it. */
    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /**
     * Whether a story was spent, whichever meter counted it.
     *
     * @param since microseconds of the epoch; spends of that very instant and before are no longer looked at
     */
    boolean holds(long story, long since) {
        return IntStream.range(0, stories.length).anyMatch(spend -> stories[spend] == story && at[spend] > since);
    }

    /** How many stories a meter counts; one that was spent in two windows is one. Those of the future count: a clock was set back. */
    int count(Meter meter, long since) {
        return (int) IntStream.range(0, stories.length)
                .filter(spend -> at[spend] > since && meter.counts(sections[spend]))
                .mapToLong(spend -> stories[spend])
                .distinct()
                .count();
    }
}
