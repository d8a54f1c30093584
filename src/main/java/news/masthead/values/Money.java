package news.masthead.values;

/**
 * An amount of Indian rupees, kept in whole paise.
 *
 * @param paise may be negative (a credit)
 */
public record Money(long paise) implements Comparable<Money> {

    public static Money rupees(long rupees) {
        return new Money(Math.multiplyExact(rupees, 100));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(paise, other.paise));
    }

    /** The share of one of {@code parts} equal parts, rounded down to the whole rupee as the paper advertises it. */
    public Money perPartInWholeRupees(int parts) {
        return rupees(Math.floorDiv(paise, parts * 100L));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(paise, other.paise);
    }

    /**
     * As Indians write it: {@code ₹1,23,45,678} or, with paise, {@code ₹1,23,45,678.50}. Written out here because the JDK groups en-IN by
     * thousands.
     */
    @Override
    public String toString() {
        long whole = Math.abs(paise) / 100;
        long rest = Math.abs(paise) % 100;
        return (paise < 0 ? "-₹" : "₹") + grouped(whole) + (rest == 0 ? "" : ".%02d".formatted(rest));
    }

    private static String grouped(long whole) {
        String digits = Long.toString(whole);
        int lastThree = Math.max(0, digits.length() - 3);
        String crores = digits.substring(0, lastThree).replaceAll("(?<=\\d)(?=(\\d\\d)+$)", ",");
        return crores.isEmpty() ? digits : crores + "," + digits.substring(lastThree);
    }
}
