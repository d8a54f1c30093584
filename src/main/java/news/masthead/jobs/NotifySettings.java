package news.masthead.jobs;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the nodes tell each other news. */
@ConfigMapping(prefix = "masthead.notify")
interface NotifySettings {

    /**
     * Where a node listens, {@code jdbc:postgresql://...}; the datasource's address where it is absent. A pooler that hands connections out by
     * the transaction forgets who listens, so this one must lead to PostgreSQL itself.
     */
    Optional<String> jdbcUrl();
}
