package news.masthead.billing.twin;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How webhooks reach the site. Stripe promises neither order nor a single delivery (https://docs.stripe.com/webhooks#behaviors), and
 * the hostile modes exercise that.
 *
 * @param copies how often each event is sent, 1 or more
 * @param delay how long every one is held back
 * @param spread each is held back by a further random time up to this, so that they overtake one another
 * @param lost types of event that are not sent at all until {@link StripeTwin#redeliver()} is called in another mode; {@code *} is all
 */
public record DeliveryMode(int copies, Duration delay, Duration spread, Set<String> lost) {

    /** Each event once, at once. */
    public static final DeliveryMode FAITHFUL = new DeliveryMode(1, Duration.ZERO, Duration.ZERO, Set.of());

    public DeliveryMode {
        if (copies < 1) {
            throw new IllegalArgumentException("An event is sent at least once: use lost to drop it");
        }
        Objects.requireNonNull(delay);
        Objects.requireNonNull(spread);
        lost = Set.copyOf(lost);
    }

    /** Out of order, over a time that is long enough for a whole checkout to be mixed. */
    public DeliveryMode shuffled() {
        return new DeliveryMode(copies, delay, Duration.ofMillis(300), lost);
    }

    public DeliveryMode times(int number) {
        return new DeliveryMode(number, delay, spread, lost);
    }

    public DeliveryMode late(Duration by) {
        return new DeliveryMode(copies, by, spread, lost);
    }

    public DeliveryMode losing(String... types) {
        return new DeliveryMode(copies, delay, spread, Set.of(types));
    }

    boolean loses(String type) {
        return lost.contains("*") || lost.contains(type);
    }
}
