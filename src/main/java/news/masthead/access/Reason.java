package news.masthead.access;

/** Why the body stays where it is. */
public sealed interface Reason {

    /** The right to show the story's words has ended: nobody gets any of them, in front of the wall or behind it. */
    record Lapsed() implements Reason {}

    /**
     * For subscribers only; the meter was not asked.
     *
     * @param giftUsedUp whether the reader came by a gift link that as many as it was for had opened
     */
    record PremiumOnly(boolean giftUsedUp) implements Reason {}

    /** The reader's plan does not reach back to the day of the story. */
    record NotInPlan() implements Reason {}

    /**
     * The reader's free stories are used up.
     *
     * @param limit how many there were
     * @param giftUsedUp whether the reader came by a gift link that as many as it was for had opened
     */
    record MeterUsedUp(int limit, MeterWindow window, boolean giftUsedUp) implements Reason {}

    /** Free stories are for readers with an account: by the policy, or because many new readers came from one network. */
    record RegistrationWall() implements Reason {}

    /** The account's free stories wait for its e-mail address to be confirmed. */
    record ConfirmEmail() implements Reason {}

    /** Reading it would cost a free story, and whoever asks is not reading: a prefetch, a HEAD, a link preview, a feed. */
    record NotReading(int limit, MeterWindow window) implements Reason {}

    /** The policy in force holds a rule that this release does not know, so nobody is let in by guess. */
    record Closed() implements Reason {}
}
