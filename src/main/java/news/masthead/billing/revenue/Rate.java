package news.masthead.billing.revenue;

import java.math.BigInteger;
import java.util.TreeMap;
import news.masthead.values.Money;

/** Money a month, exact: a sum of paise over months, kept by the number of months and rounded only when it is shown. */
final class Rate {

    private static final BigInteger TWO = BigInteger.TWO;

    private final TreeMap<Integer, Long> byMonths = new TreeMap<>();

    void add(Activity one) {
        add(one.paise(), one.months());
    }

    void subtract(Activity one) {
        add(-one.paise(), one.months());
    }

    void add(Rate other) {
        other.byMonths.forEach((months, paise) -> add(paise, months));
    }

    private void add(long paise, int months) {
        byMonths.merge(months, paise, Math::addExact);
    }

    /** To the nearest paisa, halves up. */
    Money rounded() {
        BigInteger below = BigInteger.ONE;
        for (int months : byMonths.keySet()) {
            BigInteger each = BigInteger.valueOf(months);
            below = below.divide(below.gcd(each)).multiply(each);
        }
        BigInteger above = BigInteger.ZERO;
        for (var part : byMonths.entrySet()) {
            above = above.add(
                    BigInteger.valueOf(part.getValue()).multiply(below.divide(BigInteger.valueOf(part.getKey()))));
        }
        return new Money(
                floor(above.multiply(TWO).add(below), below.multiply(TWO)).longValueExact());
    }

    private static BigInteger floor(BigInteger above, BigInteger below) {
        BigInteger[] parts = above.divideAndRemainder(below);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
