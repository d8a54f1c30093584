package news.masthead.wire.transport;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What feeds may be fetched from. */
@ConfigMapping(prefix = "masthead.wire")
interface FeedSettings {

    /**
     * Addresses, in numbers, that are not public and may be fetched from nevertheless. Dangerous: whoever runs a feed can make this machine ask
     * whatever listens there, and read the answer on the desk.
     */
    Optional<List<String>> mayReach();
}
