package news.masthead.wire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How each agency reaches this machine, or is reached from it; beside {@link Agencies}, which says what its copy is like. */
@ConfigMapping(prefix = "masthead.agencies")
public interface Connections {

    @WithParentName
    Map<String, Connection> all();

    default Optional<Connection> of(String source) {
        return Optional.ofNullable(all().get(source));
    }

    /** One agency's. */
    interface Connection {

        /** What it signs its pushes with ({@code X-Masthead-Signature}). Two while one is replaced. */
        Optional<List<String>> secret();

        /** Files at addresses of its own that are fetched again and again. */
        List<Feed> feeds();
    }

    /** A file that is fetched. */
    interface Feed {

        /** {@code https:} or {@code http:}, without a name or password in it. */
        URI url();

        /** From one look to the next, while all is well. */
        @WithDefault("PT5M")
        Duration pause();
    }
}
