package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;

/** Tells an object's time, in seconds of the Unix epoch: its test clock's if it is on one, the given clock's otherwise. */
final class Hours {

    private final Clock clock;
    private final Ledger ledger;

    Hours(Clock clock, Ledger ledger) {
        this.clock = clock;
        this.ledger = ledger;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** https://docs.stripe.com/billing/testing/test-clocks : what a test clock's customer owns is frozen at the clock's time. */
    long of(JsonNode object) {
        String testClock = Json.text(object, "test_clock");
        return testClock == null
                ? now()
                : ledger.find(testClock)
                        .map(it -> it.get("frozen_time"))
                        .map(JsonNode::longValue)
                        .orElseGet(this::now);
    }
}
