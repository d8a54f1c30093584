package news.masthead.billing.tax;

import news.masthead.values.Money;

/**
 * A price with its tax inside, taken apart. The parts make the whole to the paisa.
 *
 * @param central CGST
 * @param state SGST or UTGST, as much as CGST: each Act levies the same rate on the same value
 * @param integrated IGST, as much as both would be
 */
record Split(Money taxable, Money central, Money state, Money integrated) {

    private static final long WHOLE = 10_000;

    /**
     * Of a price, by CGST Rules 2017, rule 35: tax = price x rate / (100 + rate). Half of it is rounded to the nearest paisa, so that it comes to the same
     * wherever the buyer is.
     *
     * @param within whether it is sold within the seller's state, so that CGST and SGST are due instead of IGST (IGST Act 2017, sections 7 and 8)
     */
    static Split of(Money price, int basisPoints, boolean within) {
        return of(price, nearest(Math.multiplyExact(price.paise(), basisPoints), 2 * (WHOLE + basisPoints)), within);
    }

    /**
     * What of it belongs to a part of the price that is given back after another part was. All parts together, once the whole price is given
     * back, are exactly the whole, for each is the difference of two sums and not rounded for itself; but that a single paisa, which cannot hold two
     * halves of a tax, is all value.
     *
     * @param before what was given back earlier
     * @param now what is given back now; with {@code before} no more than the price
     */
    Split back(Money before, Money now) {
        long half = halfUpTo(before.paise() + now.paise()) - halfUpTo(before.paise());
        return of(now, Math.min(half, now.paise() / 2), integrated.paise() == 0);
    }

    Money price() {
        return taxable.plus(tax());
    }

    Money tax() {
        return central.plus(state).plus(integrated);
    }

    private long halfUpTo(long givenBack) {
        return nearest(Math.multiplyExact(tax().paise() / 2, givenBack), price().paise());
    }

    private static Split of(Money price, long halfTheTax, boolean within) {
        Money half = new Money(halfTheTax);
        Money tax = half.plus(half);
        Money none = new Money(0);
        Money taxable = new Money(price.paise() - tax.paise());
        return within ? new Split(taxable, half, half, none) : new Split(taxable, none, none, tax);
    }

    private static long nearest(long numerator, long denominator) {
        return Math.floorDiv(
                Math.addExact(Math.multiplyExact(2, numerator), denominator), Math.multiplyExact(2, denominator));
    }
}
