package news.masthead.access;

import java.net.InetAddress;
import java.util.Optional;
import news.masthead.identity.Reader;

/**
 * One question to the {@link Gate}: who asks, what for, and where the words would go.
 *
 * @param from the client's address as the trusted proxy says it; counted, never kept
 * @param gift the token of a gift link that the reader followed
 */
public record Asking(Reader reader, Intent intent, Outlet outlet, Optional<InetAddress> from, Optional<String> gift) {

    /** A person opens the story's page, without a gift. */
    public static Asking reading(Reader reader) {
        return new Asking(reader, Intent.READING, Outlet.PAGE, Optional.empty(), Optional.empty());
    }
}
