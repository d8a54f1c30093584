package news.masthead.access;

/** What a policy tells readers apart by. */
public enum ReaderClass {
    /** Has not logged in. */
    ANONYMOUS,
    /** Has logged in and paid nothing. */
    REGISTERED,
    /** Holds an entitlement at the instant of the decision. */
    SUBSCRIBER,
    /** Makes the paper. */
    STAFF
}
