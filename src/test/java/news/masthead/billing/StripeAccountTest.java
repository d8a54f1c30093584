package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeAccountTest {

    private final Map<String, String> settings =
            new HashMap<>(Map.of("masthead.stripe.api-key", "sk_test_1", "masthead.stripe.webhook-secret", "whsec_1"));

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_1", "rk_live_1", "rk_test_1", "pk_test_1", "", "x sk_test_1"})
    void payments_go_to_a_stand_in_only_with_a_test_key(String key) {
        settings.put("masthead.stripe.api-base", "http://127.0.0.1:1");
        assertDoesNotThrow(this::check);
        settings.put("masthead.stripe.api-key", key);
        assertThrows(RuntimeException.class, this::check);
    }

    @Test
    void real_readers_are_on_no_test_clock() {
        settings.put("masthead.stripe.api-key", "sk_live_1");
        assertDoesNotThrow(this::check);
        settings.put("masthead.stripe.test-clocks", "true");
        assertThrows(IllegalArgumentException.class, this::check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT30M", "PT5M", "PT25H", "-PT1H"})
    void a_payment_page_stays_open_as_long_as_stripe_allows(String time) {
        settings.put("masthead.stripe.checkout-open-for", time);
        assertThrows(IllegalArgumentException.class, this::check);
    }

    @Test
    void a_missing_secret_stops_the_start() {
        settings.remove("masthead.stripe.webhook-secret");
        assertThrows(RuntimeException.class, this::check);
    }

    @Test
    void the_payment_page_is_stripes_own_unless_told_otherwise() {
        assertEquals(URI.create("https://checkout.stripe.com"), new StripeAccount(read()).checkoutOrigin());
        settings.put("masthead.stripe.checkout-origin", "https://pay.paper.example");
        assertEquals(URI.create("https://pay.paper.example"), new StripeAccount(read()).checkoutOrigin());
    }

    private void check() {
        StripeAccount.check(read());
    }

    private StripeSettings read() {
        return new SmallRyeConfigBuilder()
                .withMapping(StripeSettings.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(StripeSettings.class);
    }
}
