package news.masthead.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.billing.revenue.PaidOut;
import news.masthead.values.Money;
import org.junit.jupiter.api.Test;

/** What the page says of payouts, of one as of many. */
@SiteTest
class PayoutsPartTest {

    private static final PaidOut RIGHT = payout(100_000, 0);
    private static final PaidOut OFF = payout(99_999, 0);

    @Inject
    PayoutsPart part;

    @Test
    void all_is_right() {
        assertEquals("The payout adds up, and every entry has its invoice.", part.verdict(List.of(RIGHT)));
        assertEquals("All 2 payouts add up, and every entry has its invoice.", part.verdict(List.of(RIGHT, RIGHT)));
    }

    @Test
    void only_what_is_wrong_is_said_of_one_or_of_many() {
        assertEquals("One entry has no invoice of ours. Look there first.", part.verdict(List.of(payout(100_000, 1))));
        assertEquals(
                "1,200 entries have no invoice of ours. Look there first.",
                part.verdict(List.of(payout(100_000, 1200))));
        assertEquals("One payout does not add up. Look there first.", part.verdict(List.of(OFF, RIGHT)));
        assertEquals(
                "1,000 payouts do not add up. One entry has no invoice of ours. Look there first.",
                part.verdict(with(Collections.nCopies(1000, OFF), payout(100_000, 1))));
    }

    private static List<PaidOut> with(List<PaidOut> some, PaidOut another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }

    /** One of a charge of ₹1,000, of which Stripe kept nothing. */
    private static PaidOut payout(long net, int unmatched) {
        Money none = new Money(0);
        return new PaidOut(
                "po_1", Instant.EPOCH, true, true, new Money(net), new Money(100_000), none, none, 1, unmatched);
    }
}
