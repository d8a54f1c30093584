package news.masthead.billing.revenue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import news.masthead.values.Money;

/**
 * How the subscribers and what they pay a month have moved within one month of the publisher's zone; the present month's is of what it has had.
 *
 * <p>Monthly recurring revenue (MRR) is the sum over all active subscriptions of what was paid for the running term by the months of that term:
 * what really came, with its discount and its tax, and with what was left of a term that it replaced. Complimentary access and accidental
 * duplicates count nowhere. The sum is exact and rounded once, so that {@code opening} and the five movements make {@code closing} to the paisa.
 *
 * @param active at its end, by code of the plan; a plan that nobody has is not in it
 * @param before active subscribers at its beginning
 * @param joined subscribers who never had a subscription before
 * @param returned those who had one, or whose own had lapsed
 * @param left churn that is voluntary
 * @param lapsed churn for want of a payment
 * @param disputed churn by a bank's word; it and {@code lapsed} are the involuntary
 * @param fresh MRR of those who joined
 * @param reactivated MRR of those who returned
 * @param expansion what those who stayed pay more
 * @param contraction what those who stayed pay less; not positive
 * @param churned MRR of those who are gone; not positive
 * @param inGrace the part of {@code closing} that waits for a payment
 */
public record GrowthMonth(
        YearMonth month,
        SortedMap<String, Active> active,
        int before,
        int joined,
        int returned,
        int left,
        int lapsed,
        int disputed,
        Money opening,
        Money fresh,
        Money reactivated,
        Money expansion,
        Money contraction,
        Money churned,
        Money closing,
        Money inGrace) {

    /**
     * Active subscribers of a plan.
     *
     * @param paid whose paid time runs
     * @param inGrace whose paid time is over, and whose renewal is still expected
     */
    public record Active(int paid, int inGrace) {

        public int all() {
            return paid + inGrace;
        }
    }

    /** Active subscribers at its end. */
    public int after() {
        return active.values().stream().mapToInt(Active::all).sum();
    }

    public int waiting() {
        return active.values().stream().mapToInt(Active::inGrace).sum();
    }

    public int churn() {
        return left + lapsed + disputed;
    }

    /** Subscribers lost, in per cent of those active at its beginning, to one place; none where nobody was. */
    public Optional<BigDecimal> churnRate() {
        return percent(churn(), before);
    }

    static Optional<BigDecimal> percent(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }
}
