package news.masthead;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * What local mode puts in the place of the real database, log-in, payments and mail. Main finds the one provider with
 * {@link java.util.ServiceLoader}; a production build has none.
 */
public interface StandIns {
    /**
     * Starts the stand-ins of {@code asked}, and nothing else.
     *
     * @param site where readers will find the site, such as {@code http://localhost:8080}
     * @param port the port it listens on
     * @throws CannotStart when something outside the program is in the way
     */
    Started start(Set<Backing> asked, URI site, int port) throws CannotStart;

    /** The running stand-ins. */
    interface Started extends AutoCloseable {
        /** The settings that make Quarkus use them. */
        Map<String, String> settings();

        /**
         * Ends what lives in this process and leaves the servers running, so that a live reload can start again at
         * once.
         */
        @Override
        void close();

        /** Ends everything, the servers too. */
        void stop();
    }

    /** Local mode cannot start; the message is one plain sentence for the console. */
    final class CannotStart extends Exception {
        private static final long serialVersionUID = 1L;

        public CannotStart(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
