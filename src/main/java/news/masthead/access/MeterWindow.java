package news.masthead.access;

/** Over which time free stories are counted. */
public sealed interface MeterWindow {

    /** The calendar month of the publisher's zone. */
    record CalendarMonth() implements MeterWindow {}

    /**
     * The days before the instant, to the second.
     *
     * @param days 1 to 28, so that a reader's spends never lie under more than two months' secrets
     */
    record RollingDays(int days) implements MeterWindow {

        public static final int MOST = 28;

        public RollingDays {
            if (days < 1 || days > MOST) {
                throw new IllegalArgumentException("A rolling window has 1 to " + MOST + " days, not " + days);
            }
        }
    }
}
