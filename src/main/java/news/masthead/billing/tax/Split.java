package news.masthead.billing.tax;

import news.masthead.values.Money;

/**
 * A price with its tax inside, taken apart. The parts make the whole to the paisa.
 *
 * @param central CGST
 * @param state SGST or UTGST: half of the tax, and where that is odd a paisa less than CGST
 * @param integrated IGST
 */
record Split(Money taxable, Money central, Money state, Money integrated) {

    private static final long WHOLE = 10_000;

    /**
     * Of a price, by CGST Rules 2017, rule 35: tax = price x rate / (100 + rate), rounded to the nearest paisa.
     *
     * @param within whether it is sold within the seller's state, so that CGST and SGST are due instead of IGST (IGST Act 2017, sections 7 and 8)
     */
    static Split of(Money price, int basisPoints, boolean within) {
        return of(price, nearest(Math.multiplyExact(price.paise(), basisPoints), WHOLE + basisPoints), within);
    }

    /**
     * What of it belongs to a part of the price that is given back after another part was. All parts together, once the whole price is given
     * back, are exactly the whole, for each is the difference of two sums and not rounded for itself.
     *
     * @param before what was given back earlier
     * @param now what is given back now; with {@code before} no more than the price
     */
    Split back(Money before, Money now) {
        long tax = taxUpTo(before.paise() + now.paise()) - taxUpTo(before.paise());
        long firstHalf =
                Math.ceilDiv(taxUpTo(before.paise() + now.paise()), 2) - Math.ceilDiv(taxUpTo(before.paise()), 2);
        boolean within = integrated.paise() == 0;
        return within
                ? new Split(less(now, tax), new Money(firstHalf), new Money(tax - firstHalf), new Money(0))
                : new Split(less(now, tax), new Money(0), new Money(0), new Money(tax));
    }

    Money price() {
        return taxable.plus(tax());
    }

    Money tax() {
        return central.plus(state).plus(integrated);
    }

    private long taxUpTo(long givenBack) {
        return nearest(Math.multiplyExact(tax().paise(), givenBack), price().paise());
    }

    private static Split of(Money price, long tax, boolean within) {
        long half = Math.ceilDiv(tax, 2);
        return within
                ? new Split(less(price, tax), new Money(half), new Money(tax - half), new Money(0))
                : new Split(less(price, tax), new Money(0), new Money(0), new Money(tax));
    }

    private static Money less(Money price, long tax) {
        return new Money(price.paise() - tax);
    }

    private static long nearest(long numerator, long denominator) {
        return Math.floorDiv(
                Math.addExact(Math.multiplyExact(2, numerator), denominator), Math.multiplyExact(2, denominator));
    }
}
