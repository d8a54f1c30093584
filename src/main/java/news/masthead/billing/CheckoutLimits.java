package news.masthead.billing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How often anything may be tried on the way to a payment within {@link #window}, by one account and from one address. An address over its limit
 * shuts nobody out: an account there has {@link #crowded} tries left instead of its own limit, because offices, families and mobile networks share
 * an address.
 */
@ConfigMapping(prefix = "masthead.checkout-limits")
interface CheckoutLimits {

    @WithDefault("PT1H")
    Duration window();

    @WithDefault("2")
    int crowded();

    Quoted quoted();

    Opened opened();

    Failed failed();

    WrongCode wrongCode();

    /** Looks at what a plan costs. */
    interface Quoted {
        @WithDefault("60")
        int account();

        @WithDefault("2000")
        int address();
    }

    /** Payment pages. One that is open and found again does not count. */
    interface Opened {
        @WithDefault("12")
        int account();

        @WithDefault("600")
        int address();
    }

    /** Payments that a bank declined. */
    interface Failed {
        @WithDefault("8")
        int account();

        @WithDefault("80")
        int address();
    }

    /** Promotion codes that there are not. */
    interface WrongCode {
        @WithDefault("10")
        int account();

        @WithDefault("200")
        int address();
    }
}
