package news.masthead.access;

/** What a request for a story is for. */
public enum Intent {
    /** A person opens the story; a free one may be spent. */
    READING,
    /** A machine looks ahead; nothing is ever spent for it. */
    PEEKING
}
