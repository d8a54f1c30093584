package news.masthead.billing.revenue;

import java.time.Duration;

/**
 * How long a subscriber counts on after the paid time, from its end.
 *
 * @param usual while the renewal is on its way
 * @param pastDue in all, once it was declined
 */
record Graces(Duration usual, Duration pastDue) {

    Duration longer() {
        return usual.compareTo(pastDue) > 0 ? usual : pastDue;
    }
}
