package news.masthead.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What the publisher decides about subscriptions. */
@ConfigMapping(prefix = "masthead.subscription")
interface SubscriptionSettings {

    /** How long a reader reads on while a renewal is late. */
    @WithDefault("P3D")
    Duration grace();

    /** The price table, in the order it is offered. */
    List<Row> plans();

    interface Row {
        String code();

        String name();

        int months();

        /** Price of a whole term, taxes included. */
        long rupees();
    }
}
