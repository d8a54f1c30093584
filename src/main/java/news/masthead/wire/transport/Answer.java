package news.masthead.wire.transport;

import java.time.Duration;
import java.util.Optional;

/** What came of asking for a feed. */
sealed interface Answer {

    /**
     * Its bytes.
     *
     * @param charset as the server says; empty for nothing
     * @param validators to ask with next time
     */
    record Fresh(byte[] bytes, String charset, Validators validators) implements Answer {}

    /** The server says that nothing changed. */
    record Unchanged() implements Answer {}

    /**
     * Nothing to take.
     *
     * @param sentence why, for an operator
     * @param retryAfter how long the server wants to be left alone
     */
    record Failed(String sentence, Optional<Duration> retryAfter) implements Answer {

        static Failed because(String sentence) {
            return new Failed(sentence, Optional.empty());
        }
    }

    /**
     * How a server tells whether something changed: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.
     *
     * @param answeredBy the address that gave them, and the only one they are for
     * @param etag empty for none
     * @param lastModified empty for none
     */
    record Validators(String answeredBy, String etag, String lastModified) {

        static final Validators NONE = new Validators("", "", "");
    }
}
