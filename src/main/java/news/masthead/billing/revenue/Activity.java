package news.masthead.billing.revenue;

/**
 * How a subscription counts at an instant.
 *
 * @param plan code of the plan that was paid last; empty for one that does not count
 * @param paise worth of that paid term
 * @param months of that term, at least 1
 * @param inGrace whether the paid time is over and the renewal still expected
 */
record Activity(String plan, long paise, int months, boolean inGrace) {

    static final Activity NONE = new Activity("", 0, 1, false);

    boolean counts() {
        return !plan.isEmpty();
    }

    /** Positive where a month of this is dearer than a month of {@code other}; exact. */
    int compareMonth(Activity other) {
        return Long.compare(Math.multiplyExact(paise, other.months), Math.multiplyExact(other.paise, months));
    }
}
