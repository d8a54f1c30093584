package news.masthead.access;

import java.time.Instant;
import java.util.SortedMap;

/**
 * What decisions on record come to under other rules. Staff are left out; so is whoever was not reading.
 *
 * @param since the first instant that was looked at
 * @param share one reader of so many was looked at
 * @param decisions all that were made again, the unread ones too
 * @param asRecorded how many of them come out as recorded under the rules they were made under; fewer than all means that something is wrong here
 * @param leftOut rows whose facts another release kept in another form
 * @param readers pseudonyms, each good for a calendar month
 * @param stoppedNow readers who met a wall
 * @param stoppedThen readers who would meet one
 * @param changed readers who would get another answer at least once
 * @param sections by slug
 */
public record Review(
        Instant since,
        int share,
        long decisions,
        long asRecorded,
        long leftOut,
        long readers,
        long stoppedNow,
        long stoppedThen,
        long changed,
        SortedMap<String, Tally> sections) {

    /** Openings of stories, and how many of them met a wall, or would. */
    public record Tally(long openings, long stoppedNow, long stoppedThen) {

        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(openings + other.openings, stoppedNow + other.stoppedNow, stoppedThen + other.stoppedThen);
        }
    }

    /** All sections together. */
    public Tally all() {
        return sections.values().stream().reduce(Tally.NONE, Tally::plus);
    }
}
