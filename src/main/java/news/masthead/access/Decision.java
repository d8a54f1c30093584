package news.masthead.access;

import java.time.Instant;

/** What the {@link Gate} says to one reader about one story at one instant. */
public sealed interface Decision permits Granted, Decision.Withheld {

    /** The body stays behind the wall. */
    sealed interface Withheld extends Decision {}

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
