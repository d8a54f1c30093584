package news.masthead.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a subscriber may give away. */
@ConfigMapping(prefix = "masthead.gift")
interface GiftSettings {

    /** How many days a link opens its story; 1 to 28, so that it ends before the secret of the month it was made in. */
    @WithDefault("14")
    int days();

    /** How many readers may open one link. */
    @WithDefault("10")
    int readers();

    /** How many stories a subscriber may give in a calendar month; 0 for none. */
    @WithDefault("10")
    int perMonth();
}
