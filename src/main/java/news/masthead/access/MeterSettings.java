package news.masthead.access;

import io.smallrye.config.ConfigMapping;

/** How many metered stories a reader may open in a calendar month of the publisher's zone. Zero closes the meter. */
@ConfigMapping(prefix = "masthead.meter")
interface MeterSettings {

    /** For readers who have not logged in. */
    int anonymous();

    /** For readers who have. */
    int registered();
}
