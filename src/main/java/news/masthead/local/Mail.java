package news.masthead.local;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A mail that was kept instead of sent.
 *
 * @param number its place in the mailbox, from 1, the oldest
 * @param text the whole of it as plain text
 */
record Mail(int number, Instant sent, String from, String to, String subject, String text) {
    private static final Pattern LOOPBACK =
            Pattern.compile("http://(?:localhost|127\\.0\\.0\\.1)(?::\\d+)?[^\\s<>\"]*");

    /** The addresses of this machine in it, such as the one that resets a password. */
    List<String> links() {
        return LOOPBACK.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
