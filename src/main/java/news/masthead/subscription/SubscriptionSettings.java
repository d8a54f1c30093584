package news.masthead.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the publisher decides about subscriptions. */
@ConfigMapping(prefix = "masthead.subscription")
interface SubscriptionSettings {

    /** How long a reader reads on while a renewal is late. */
    @WithDefault("P3D")
    Duration grace();
}
