package news.masthead.subscription;

/** A step on the way to a subscription. */
public enum Step {
    /** A reader who opened a story met its wall. */
    WALL,
    /** Somebody looked at the plans. */
    PLANS,
    /** A payment page was opened. */
    CHECKOUT,
    /** It was paid. */
    PAID;

    /** Whether whoever took it is on record elsewhere, by name and instant. */
    boolean isNamedElsewhere() {
        return this == CHECKOUT || this == PAID;
    }
}
