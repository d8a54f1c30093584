package news.masthead.story;

/** Who may read a story's body: everybody, a reader within the meter's allowance or a subscriber, a subscriber alone. */
public enum AccessClass {
    FREE,
    METERED,
    PREMIUM
}
