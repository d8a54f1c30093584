package news.masthead.billing.revenue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import news.masthead.values.Money;

/**
 * What became of the renewals whose first attempt was declined in one month of the publisher's zone.
 *
 * @param due what they were to bring
 * @param recovered how many were paid since
 * @param came what those brought
 * @param waited from the first attempt to the payment, all of them together
 */
public record RecoveryMonth(YearMonth month, int declined, Money due, int recovered, Money came, Duration waited) {

    /** Recovered by number, in per cent to one place; none where nothing was declined. */
    public Optional<BigDecimal> share() {
        return GrowthMonth.percent(recovered, declined);
    }

    /** Recovered by money, in per cent to one place. */
    public Optional<BigDecimal> moneyShare() {
        return GrowthMonth.percent(came.paise(), due.paise());
    }

    /** Days to recovery on average, to one place; none where nothing was recovered. */
    public Optional<BigDecimal> days() {
        return recovered == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(waited.toSeconds())
                        .divide(BigDecimal.valueOf(Duration.ofDays(recovered).toSeconds()), 1, RoundingMode.HALF_UP));
    }

    RecoveryMonth plus(RecoveryMonth other) {
        return new RecoveryMonth(
                month,
                declined + other.declined,
                due.plus(other.due),
                recovered + other.recovered,
                came.plus(other.came),
                waited.plus(other.waited));
    }
}
