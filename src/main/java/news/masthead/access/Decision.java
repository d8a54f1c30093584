package news.masthead.access;

import java.time.Instant;

/** What the {@link Gate} says to one reader about one story at one instant. */
public sealed interface Decision permits Granted, Decision.Withheld {

    /** The body stays where it is. */
    sealed interface Withheld extends Decision {}

    /** The right to show the story's words has ended: nobody gets any of them, in front of the wall or behind it. */
    record Lapsed() implements Withheld {}

    /** For subscribers only; the meter was not asked. */
    record PremiumOnly() implements Withheld {}

    /**
     * The reader's free stories are used up.
     *
     * @param limit how many there were
     * @param resetsAt when there are as many again
     */
    record MeterUsedUp(int limit, Instant resetsAt) implements Withheld {}

    /** Reading it would cost a free story, and whoever asks is not reading: a prefetch, a HEAD, a link preview. */
    record NotReading(int limit, Instant resetsAt) implements Withheld {}
}
