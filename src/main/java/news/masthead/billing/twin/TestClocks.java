package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The only way to move a customer's time. https://docs.stripe.com/billing/testing/test-clocks/api-advanced-usage */
final class TestClocks {

    static final String KIND = "test_helpers.test_clock";
    static final Set<String> NEW = Set.of("frozen_time", "name");
    static final Set<String> ADVANCE = Set.of("frozen_time");

    private static final long WEEK = Duration.ofDays(7).toSeconds();

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;
    private final Customers customers;
    private final Timeline timeline;
    private final Violations violations;
    private final Consumer<Runnable> background;

    /** @param background runs the advance after the request for it has been answered */
    TestClocks(
            Contract contract,
            Ledger ledger,
            Hours hours,
            Customers customers,
            Timeline timeline,
            Violations violations,
            Consumer<Runnable> background) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
        this.customers = customers;
        this.timeline = timeline;
        this.violations = violations;
        this.background = background;
    }

    /** A clock that is not on its way; nothing may be changed while it is. */
    static ObjectNode ready(Ledger ledger, String id, String param) {
        ObjectNode clock = ledger.existing(KIND, id, param);
        if (!Json.is(clock, "status", "ready")) {
            throw StripeError.invalid(param, "Test clock advancement underway - cannot perform modifications.");
        }
        return clock;
    }

    ObjectNode create(Call call) {
        ObjectNode clock = contract.blank("TestHelpers.TestClock")
                .put("id", Ids.next("clock"))
                .put("created", hours.now())
                .put("deletes_after", hours.now() + WEEK)
                .put("status", "ready");
        call.copy(clock, "frozen_time", "name");
        return ledger.put(clock);
    }

    ObjectNode retrieve(Call call) {
        return ledger.existing(KIND, call.id(), "test_clock");
    }

    ObjectNode list(Call call) {
        return Listing.page(
                call,
                ledger.all(KIND).stream().filter(clock -> !clock.path("deleted").asBoolean()));
    }

    /** Takes its customers along. */
    ObjectNode delete(Call call) {
        ObjectNode clock = ready(ledger, call.id(), "test_clock");
        ledger.all("customer", "test_clock", call.id()).forEach(customers::delete);
        return ledger.put(
                Json.object().put("id", Json.id(clock)).put("object", KIND).put("deleted", true));
    }

    /** Answers at once with {@code advancing}; the clock is {@code ready} when its time has come. */
    ObjectNode advance(Call call) {
        ObjectNode clock = ready(ledger, call.id(), "test_clock");
        long target = call.number("frozen_time").orElseThrow();
        if (target <= clock.get("frozen_time").longValue()) {
            throw StripeError.invalid(
                    "frozen_time", "The frozen_time must be after the test clock's current frozen time.");
        }
        if (target > farthest(clock)) {
            throw StripeError.invalid(
                    "frozen_time",
                    "Cannot advance more than two intervals of the shortest subscription on this test clock, or two years without one.");
        }
        clock.put("status", "advancing")
                .putObject("status_details")
                .putObject("advancing")
                .put("target_frozen_time", target);
        background.accept(() -> arrive(call.id()));
        return clock;
    }

    /** Goes on with what a stop of the process interrupted. */
    void resume() {
        ledger.all(KIND, "status", "advancing").forEach(clock -> background.accept(() -> arrive(Json.id(clock))));
    }

    private void arrive(String id) {
        ledger.write(() -> {
            ObjectNode clock = ledger.existing(KIND, id, "test_clock");
            try {
                long target =
                        clock.at("/status_details/advancing/target_frozen_time").longValue();
                timeline.advance(clock, target);
                clock.put("status", "ready").putObject("status_details");
            } catch (RuntimeException e) {
                clock.put("status", "internal_failure").putObject("status_details");
                violations.add("advance of " + id, List.of(e.toString()));
            }
            return clock;
        });
    }

    /** https://docs.stripe.com/api/test_clocks/advance */
    private long farthest(ObjectNode clock) {
        long from = clock.get("frozen_time").longValue();
        return ledger.all("subscription", "test_clock", Json.id(clock))
                .filter(Subscriptions::isLive)
                .mapToLong(it -> Periods.bound(from, Subscriptions.item(it).at("/price/recurring"), 2))
                .min()
                .orElse(Periods.bound(
                        from, Json.object().put("interval", "year").put("interval_count", 2), 1));
    }
}
