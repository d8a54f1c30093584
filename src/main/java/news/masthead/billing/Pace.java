package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often, on each node, what nobody waits for may ask Stripe. A look takes about four requests; Stripe takes a hundred a second, and 25 of each kind
 * (https://docs.stripe.com/rate-limits): a flood of events leaves room for readers who buy, there and on our own processors.
 */
@ApplicationScoped
class Pace {

    private static final long BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /** Returns when the caller's turn has come; turns are given in the order in which they are asked for. */
    void await() {
        long now = System.nanoTime();
        long turn = Math.max(now, next.getAndUpdate(planned -> Math.max(now, planned) + BETWEEN_LOOKS));
        try {
            Thread.sleep(Duration.ofNanos(turn - now));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a look at Stripe waited for its turn", stopping);
        }
    }
}
