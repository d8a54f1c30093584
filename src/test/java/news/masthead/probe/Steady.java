package news.masthead.probe;

import java.util.regex.Pattern;

/** Which answers must be the same, byte by byte, when nothing but gated words changed. */
final class Steady {

    /** The log-in draws a state for each visitor (RFC 6749, 10.12); metrics and health tell of the moment; so does the panel of local mode. */
    private static final Pattern DRAWN_ANEW = Pattern.compile("/login.*|/q/.*|/local.*");

    private Steady() {}

    static boolean is(Ask ask) {
        return !DRAWN_ANEW.matcher(ask.target()).matches();
    }
}
