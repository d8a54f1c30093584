package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

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

    /**
     * The same, for whoever is about to change the object by a request.
     *
     * @throws StripeError while its test clock is on its way: https://docs.stripe.com/billing/testing/test-clocks/api-advanced-usage
     */
    long toChange(JsonNode object) {
        String testClock = Json.text(object, "test_clock");
        if (testClock != null) {
            TestClocks.ready(ledger, testClock, "test_clock");
        }
        return of(object);
    }

    /** Of what names no test clock itself and goes by its customer's: a charge, a refund. */
    long ofOwned(JsonNode object) {
        return owner(object).map(this::of).orElseGet(this::now);
    }

    /** @param testClock null for the given clock */
    boolean isOn(String testClock, JsonNode object) {
        return Objects.equals(testClock, clockOf(object).orElse(null));
    }

    /** The test clock of its customer; empty for the given clock. */
    Optional<String> clockOf(JsonNode object) {
        return owner(object).map(owner -> Json.text(owner, "test_clock"));
    }

    private Optional<ObjectNode> owner(JsonNode object) {
        return Optional.ofNullable(Json.text(object, "customer")).flatMap(ledger::find);
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
