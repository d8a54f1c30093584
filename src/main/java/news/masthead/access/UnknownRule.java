package news.masthead.access;

/** Rules that this release cannot be sure to understand. The message is a sentence that names what is unknown. */
public final class UnknownRule extends RuntimeException {

    UnknownRule(String sentence) {
        super(sentence);
    }

    UnknownRule(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
