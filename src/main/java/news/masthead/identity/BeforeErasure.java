package news.masthead.identity;

/**
 * Something outside the database that must end before an account is erased. Implemented by the room that owns it, as an application-scoped bean.
 * Called outside any transaction, and maybe more than once.
 */
public interface BeforeErasure {

    /** @throws NotNow where it cannot be ended; nothing is erased then */
    void end(long account) throws NotNow;

    /** Somebody who must be asked does not answer. */
    class NotNow extends Exception {
        public NotNow(Throwable cause) {
            super(cause);
        }
    }
}
