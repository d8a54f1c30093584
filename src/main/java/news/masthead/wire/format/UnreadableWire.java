package news.masthead.wire.format;

/** A file that holds no wire item we can read; the message is a plain sentence for the desk and for the agency. */
public class UnreadableWire extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableWire(String sentence) {
        super(sentence);
    }

    UnreadableWire(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
