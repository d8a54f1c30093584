package news.masthead.billing;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The publisher's account at Stripe. Its settings are checked at start: wrong ones stop it. */
@Startup
@Singleton
class StripeAccount {

    private static final URI CHECKOUT = URI.create("https://checkout.stripe.com");
    private static final URI PORTAL = URI.create("https://billing.stripe.com");
    private static final int RETRIES = 2;
    private static final Duration SHORTEST_CHECKOUT = Duration.ofMinutes(30);
    private static final Duration LONGEST_CHECKOUT = Duration.ofHours(24);

    /**
     * Stripe signs its messages and closes its payment pages by real time, also for a customer on a test clock. So these are never measured
     * by the site's clock, which local mode may have moved.
     */
    private final Clock realTime = Clock.systemUTC();

    private final StripeSettings settings;

    StripeAccount(StripeSettings settings) {
        check(settings);
        this.settings = settings;
    }

    @Produces
    @Singleton
    StripeClient client() {
        return client(settings.apiKey(), settings.apiBase(), settings.connectTimeout(), settings.readTimeout());
    }

    /** @param base another address than Stripe's own */
    static StripeClient client(String key, Optional<URI> base, Duration toConnect, Duration toRead) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(base.map(URI::toString).orElse(Stripe.LIVE_API_BASE))
                .setMaxNetworkRetries(RETRIES)
                .setConnectTimeout((int) toConnect.toMillis())
                .setReadTimeout((int) toRead.toMillis())
                .build();
    }

    /** Whether real money moves. */
    boolean isLive() {
        return settings.apiKey().startsWith("sk_live_") || settings.apiKey().startsWith("rk_live_");
    }

    boolean hasTestClocks() {
        return settings.testClocks();
    }

    List<String> webhookSecrets() {
        return settings.webhookSecret();
    }

    Instant now() {
        return realTime.instant();
    }

    Instant endOfCheckoutOpenedNow() {
        return now().plus(settings.checkoutOpenFor());
    }

    /** Scheme, host and port of the payment pages. */
    URI checkoutOrigin() {
        return settings.checkoutOrigin().or(settings::apiBase).orElse(CHECKOUT);
    }

    /** Scheme, host and port of the Billing Portal. */
    URI portalOrigin() {
        return settings.portalOrigin().or(settings::apiBase).orElse(PORTAL);
    }

    Optional<String> portalConfiguration() {
        return settings.portalConfiguration();
    }

    static void check(StripeSettings settings) {
        boolean testKey = settings.apiKey().startsWith("sk_test_");
        if (settings.apiBase().isPresent() && !testKey) {
            throw new IllegalArgumentException("masthead.stripe.api-base sends payments to "
                    + settings.apiBase().get()
                    + " instead of Stripe. It goes only with a key that starts with sk_test_");
        }
        if (settings.testClocks() && !testKey) {
            throw new IllegalArgumentException(
                    "masthead.stripe.test-clocks goes only with a key that starts with sk_test_");
        }
        if (settings.webhookSecret().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("masthead.stripe.webhook-secret holds an empty secret");
        }
        Duration open = settings.checkoutOpenFor();
        if (open.compareTo(SHORTEST_CHECKOUT) <= 0 || open.compareTo(LONGEST_CHECKOUT) > 0) {
            throw new IllegalArgumentException("masthead.stripe.checkout-open-for is " + open
                    + "; Stripe takes more than 30 minutes and at most 24 hours");
        }
    }
}
