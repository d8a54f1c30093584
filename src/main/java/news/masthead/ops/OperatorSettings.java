package news.masthead.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the operator finds health and metrics beside the management port (https://quarkus.io/guides/management-interface-reference). */
@ConfigMapping(prefix = "masthead.ops")
interface OperatorSettings {

    /** Whether they answer on the site's own port too; readers can reach that one. */
    @WithDefault("false")
    boolean onSitePort();
}
