package news.masthead.access;

/** What the {@link Rules} say of some facts. */
sealed interface Ruling {

    /**
     * @param rule which rule of the policy said so, in words for the people who ask why
     */
    record Open(Granted.Ground ground, String rule) implements Ruling {}

    record Shut(Reason reason, String rule) implements Ruling {}

    /** The reader would read it, and it would cost one of the free stories of this meter. */
    record Spend(Meter meter, String rule) implements Ruling {}

    /** It depends on the gift link that the reader followed. */
    record AskGift() implements Ruling {}

    /** It depends on what the reader has spent on this meter. */
    record AskMeter(Meter meter) implements Ruling {}
}
