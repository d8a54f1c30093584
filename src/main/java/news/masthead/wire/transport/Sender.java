package news.masthead.wire.transport;

/** Whom a mail is from. */
sealed interface Sender {

    /** An agency, and our own mail server says that it truly is. */
    record Proven(String agency) implements Sender {}

    /**
     * Nobody whose copy may be taken unseen.
     *
     * @param reason a sentence for the editor who decides
     */
    record Doubtful(String reason) implements Sender {}
}
