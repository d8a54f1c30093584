package news.masthead.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the publisher decides about accounts. */
@ConfigMapping(prefix = "masthead.identity")
interface IdentitySettings {

    /** How many sessions a reader may have open; one more ends the oldest. */
    @WithDefault("6")
    int sessions();
}
