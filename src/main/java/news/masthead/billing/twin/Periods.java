package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The bounds of billing periods. They are counted from the anchor and not from one another, so that a subscription of 30 November is
 * billed on 28 February and then on 30 May: https://docs.stripe.com/billing/subscriptions/billing-cycle
 */
final class Periods {

    private Periods() {}

    /** The first bound after {@code instant}; all in seconds of the Unix epoch. */
    static long boundAfter(long instant, long anchor, JsonNode recurring) {
        long periods = 1;
        while (bound(anchor, recurring, periods) <= instant) {
            periods++;
        }
        return bound(anchor, recurring, periods);
    }

    /** The bound that many periods from the anchor. */
    static long bound(long anchor, JsonNode recurring, long periods) {
        long count = Math.multiplyExact(recurring.get("interval_count").longValue(), periods);
        ZonedDateTime start = Instant.ofEpochSecond(anchor).atZone(ZoneOffset.UTC);
        return start.plus(count, unit(recurring)).toEpochSecond();
    }

    static boolean differ(JsonNode one, JsonNode other) {
        return !one.get("interval").equals(other.get("interval"))
                || one.get("interval_count").longValue()
                        != other.get("interval_count").longValue();
    }

    /** https://docs.stripe.com/api/prices/create : three years at most. */
    static boolean isTooLong(JsonNode recurring) {
        return bound(0, recurring, 1)
                > bound(0, Json.object().put("interval", "year").put("interval_count", 3), 1);
    }

    private static ChronoUnit unit(JsonNode recurring) {
        return switch (Json.text(recurring, "interval")) {
            case "day" -> ChronoUnit.DAYS;
            case "week" -> ChronoUnit.WEEKS;
            case "month" -> ChronoUnit.MONTHS;
            case "year" -> ChronoUnit.YEARS;
            default -> throw new IllegalArgumentException("No interval of the contract: " + recurring);
        };
    }
}
