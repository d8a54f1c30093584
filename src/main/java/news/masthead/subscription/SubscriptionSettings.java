package news.masthead.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What the publisher decides about subscriptions. */
@ConfigMapping(prefix = "masthead.subscription")
interface SubscriptionSettings {

    /** How long a reader reads on while a renewal is on its way: an hour of draft, a day of notice to the bank, a retry. */
    @WithDefault("P3D")
    Duration grace();

    /** How long in all, from the same instant, once a payment has failed. */
    @WithDefault("P3D")
    Duration gracePastDue();

    /** The price table, in the order it is offered. */
    List<Row> plans();

    interface Row {
        String code();

        /** To be raised with every change of the price or the months; those who bought at the old price keep it. */
        @WithDefault("1")
        int version();

        String name();

        int months();

        /** Price of a whole term, taxes included. */
        long rupees();

        /** How many days cost nothing before the first term, once for each account and for none that was ever a subscriber. */
        @WithDefault("0")
        int trialDays();
    }
}
