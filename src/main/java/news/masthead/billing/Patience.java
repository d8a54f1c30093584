package news.masthead.billing;

import java.time.Duration;
import java.util.function.Supplier;

/** Asks again, more and more slowly, where Stripe says that it is asked too often: https://docs.stripe.com/rate-limits. */
final class Patience {

    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private Patience() {}

    static <T> T with(Supplier<T> question) {
        Duration pause = FIRST_PAUSE;
        for (int tries = 1; ; tries++) {
            try {
                return question.get();
            } catch (StripeFailure failure) {
                if (!failure.isRateLimit() || tries == TRIES) {
                    throw failure;
                }
            }
            sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Stripe wanted a pause", interrupted);
        }
    }
}
