package news.masthead.billing.tax;

import java.time.YearMonth;
import news.masthead.values.Money;

/**
 * The tax papers of one month, kind, state and rate, added up. What credit notes take back is negative, so that all lines together are the tax due.
 *
 * @param year India's financial year, such as {@code 26-27}
 * @param state place of supply, by name
 * @param basisPoints the rate of the whole tax in hundredths of a per cent
 * @param central CGST
 * @param ofState SGST or UTGST
 * @param integrated IGST
 */
public record TaxLine(
        YearMonth month,
        String year,
        boolean isCredit,
        String state,
        int basisPoints,
        int papers,
        Money taxable,
        Money central,
        Money ofState,
        Money integrated) {

    /** What was asked for or given back, tax included. */
    public Money total() {
        return taxable.plus(central).plus(ofState).plus(integrated);
    }
}
