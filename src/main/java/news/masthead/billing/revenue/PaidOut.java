package news.masthead.billing.revenue;

import java.time.Instant;
import news.masthead.values.Money;

/**
 * A payout to the publisher's bank against the entries that Stripe says it is made of.
 *
 * @param id Stripe's, {@code po_…}
 * @param arrived whether Stripe says that the bank has it
 * @param explained whether Stripe says what it is made of, which it does of automatic ones
 * @param net what was sent
 * @param charges what readers paid
 * @param back what went back to them, and what banks took and returned; not positive as a rule
 * @param fees what Stripe kept
 * @param unmatched how many of its entries belong to no invoice that we know
 */
public record PaidOut(
        String id,
        Instant created,
        boolean arrived,
        boolean explained,
        Money net,
        Money charges,
        Money back,
        Money fees,
        int entries,
        int unmatched) {

    /** What the entries make more than was sent, or less: nothing, where both are right. */
    public Money off() {
        return explained ? new Money(charges.paise() + back.paise() - fees.paise() - net.paise()) : new Money(0);
    }
}
