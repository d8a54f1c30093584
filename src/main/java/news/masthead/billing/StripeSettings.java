package news.masthead.billing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** How the publisher's Stripe account is reached. */
@ConfigMapping(prefix = "masthead.stripe")
interface StripeSettings {

    /** Secret or restricted key; its prefix tells test from live mode: https://docs.stripe.com/keys. */
    String apiKey();

    /** Signing secrets of the webhook endpoint. Two while one is rolled: https://docs.stripe.com/webhooks#roll-endpoint-secrets. */
    List<String> webhookSecret();

    /** Another address than Stripe's own, for a stand-in. Goes with a test key only. */
    Optional<URI> apiBase();

    /** Where Stripe's payment pages live: Stripe's own host, the publisher's custom domain, or the stand-in's. */
    Optional<URI> checkoutOrigin();

    /** Where Stripe's Billing Portal lives: Stripe's own host, the publisher's custom domain, or the stand-in's. */
    Optional<URI> portalOrigin();

    /** A portal configuration of the publisher's own, {@code bpc_…}; else one is made: https://docs.stripe.com/api/customer_portal/configurations. */
    Optional<String> portalConfiguration();

    /** Whether each customer gets a test clock, so that renewals can be tried: https://docs.stripe.com/billing/testing/test-clocks. */
    @WithDefault("false")
    boolean testClocks();

    /** How long a payment page stays open. Stripe takes 30 minutes to 24 hours. */
    @WithDefault("PT1H")
    Duration checkoutOpenFor();

    @WithDefault("PT5S")
    Duration connectTimeout();

    @WithDefault("PT20S")
    Duration readTimeout();

    /** When everything is compared with Stripe each night, in the publisher's zone. */
    @WithDefault("02:00")
    LocalTime walkAt();
}
