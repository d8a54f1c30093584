package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asks_again_where_stripe_wants_to_be_asked_less_often() {
        assertEquals("yes", Patience.with(() -> refusingAtFirst(2)));
        assertEquals(3, asked.get());
    }

    @Test
    void gives_up_where_stripe_keeps_wanting_that() {
        StripeFailure failure = assertThrows(StripeFailure.class, () -> Patience.with(() -> refusingAtFirst(99)));
        assertEquals(true, failure.isRateLimit());
        assertEquals(5, asked.get());
    }

    @Test
    void leaves_every_other_failure_to_the_caller() {
        assertThrows(StripeFailure.class, () -> Patience.with(() -> failing(new ApiConnectionException("No answer"))));
        assertEquals(1, asked.get());
    }

    private String refusingAtFirst(int times) {
        if (asked.incrementAndGet() > times) {
            return "yes";
        }
        return StripeFailure.asking(() -> {
            throw new RateLimitException("Too many requests", null, null, "rate_limit", 429, null);
        });
    }

    private String failing(StripeException refusal) {
        asked.incrementAndGet();
        return StripeFailure.asking(() -> {
            throw refusal;
        });
    }
}
