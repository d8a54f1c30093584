package news.masthead.web;

/** The kinds of people a page is rendered for; all of one kind see the same links around it. */
public enum Viewer {
    ANONYMOUS,
    REGISTERED,
    SUBSCRIBER,
    /** Has a subscription whose last payment failed, and may or may not read on for a while. */
    OWING,
    STAFF
}
