package news.masthead.local;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import news.masthead.billing.Reconcile;

/** Moves the application's clock and every test clock of the Stripe twin to the same moment. */
@ApplicationScoped
class TimeMachine {
    private static final String CLOCKS = "/v1/test_helpers/test_clocks";

    /**
     * Stripe advances by at most two intervals of the shortest subscription, and a subscriber's events must not run far
     * ahead of the application's clock. https://docs.stripe.com/api/test_clocks/advance
     */
    private static final Duration STEP = Duration.ofDays(7);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PAUSE_MILLIS = 20;

    @Inject
    LocalClock clock;

    @Inject
    TwinApi twin;

    @Inject
    Reconcile reconcile;

    /** Step by step, payments first: what falls due in a step has happened when the application's clock shows it. */
    synchronized void moveBy(Duration distance) {
        var destination = clock.now().plus(distance);
        while (clock.now().isBefore(destination)) {
            var next = earlier(clock.now().plus(STEP), destination);
            twin.list(CLOCKS).forEach(testClock -> advance(testClock, next));
            clock.moveTo(next);
            reconcile.now();
        }
    }

    private void advance(JsonNode testClock, Instant moment) {
        if (testClock.path("frozen_time").asLong() >= moment.getEpochSecond()) {
            return;
        }
        var path = CLOCKS + "/" + testClock.path("id").asText();
        twin.post(path + "/advance", "frozen_time=" + moment.getEpochSecond());
        for (int waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE_MILLIS) {
            switch (twin.get(path).path("status").asText()) {
                case "ready" -> {
                    return;
                }
                case "internal_failure" -> throw new IllegalStateException("The test clock " + path + " broke down");
                default -> pause();
            }
        }
        throw new IllegalStateException("The test clock " + path + " did not arrive within " + PATIENCE);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the clock was moving", interrupted);
        }
    }
}
