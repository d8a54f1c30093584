package news.masthead.billing.revenue;

import java.time.YearMonth;
import news.masthead.values.Money;

/**
 * What was billed and is not earned yet, through one month of the publisher's zone: {@code opening + billed - earned - reversed = closing}. Of
 * months to come it is what the terms paid so far will earn.
 *
 * @param opening owed to readers as reading time when the month begins
 * @param billed what was paid
 * @param earned by days gone by
 * @param reversed what went back to readers of what was not earned yet; negative where a bank decided for us
 * @param returned what went back of what had been earned before: to be taken from the income of the month, not from this account
 * @param closing owed when it ends
 */
public record DeferredMonth(
        YearMonth month, Money opening, Money billed, Money earned, Money reversed, Money returned, Money closing) {}
