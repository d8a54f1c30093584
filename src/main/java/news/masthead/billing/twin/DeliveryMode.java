package news.masthead.billing.twin;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How webhooks reach the site. Stripe promises neither order nor a single delivery (https://docs.stripe.com/webhooks#behaviors), and
 * the hostile modes exercise that.
 *
 * @param copies how often each event is sent, 1 or more
 * @param atOnce whether the copies are under way at the same time
 * @param delay how long every one is held back
 * @param spread each is held back by a further random time up to this, so that they overtake one another
 * @param lost types of event that are not sent at all until {@link StripeTwin#redeliver()} is called in another mode; {@code *} is all
 * @param dropped types of event that are never sent, not later either; {@code *} is all
 * @param held whether events wait for {@link StripeTwin#release}, which sends them in an order of its own
 * @param beside what arrives beside each event and is none of the site's
 * @param rollingFrom the secret that is being replaced: each signature is then made with both
 */
public record DeliveryMode(
        int copies,
        boolean atOnce,
        Duration delay,
        Duration spread,
        Set<String> lost,
        Set<String> dropped,
        boolean held,
        Set<Stranger> beside,
        Optional<String> rollingFrom) {

    /** Each event once, at once. */
    public static final DeliveryMode FAITHFUL = new DeliveryMode(
            1, false, Duration.ZERO, Duration.ZERO, Set.of(), Set.of(), false, Set.of(), Optional.empty());

    public DeliveryMode {
        if (copies < 1) {
            throw new IllegalArgumentException("An event is sent at least once: use lost to drop it");
        }
        Objects.requireNonNull(delay);
        Objects.requireNonNull(spread);
        Objects.requireNonNull(rollingFrom);
        lost = Set.copyOf(lost);
        dropped = Set.copyOf(dropped);
        beside = Set.copyOf(beside);
    }

    /** Out of order, over a time that is long enough for a whole checkout to be mixed. */
    public DeliveryMode shuffled() {
        return new DeliveryMode(
                copies, atOnce, delay, Duration.ofMillis(300), lost, dropped, held, beside, rollingFrom);
    }

    public DeliveryMode times(int number) {
        return new DeliveryMode(number, atOnce, delay, spread, lost, dropped, held, beside, rollingFrom);
    }

    /** Two of each, and neither waits for the other. */
    public DeliveryMode inPairs() {
        return new DeliveryMode(2, true, delay, spread, lost, dropped, held, beside, rollingFrom);
    }

    public DeliveryMode late(Duration by) {
        return new DeliveryMode(copies, atOnce, by, spread, lost, dropped, held, beside, rollingFrom);
    }

    public DeliveryMode losing(String... types) {
        return new DeliveryMode(copies, atOnce, delay, spread, Set.of(types), dropped, held, beside, rollingFrom);
    }

    public DeliveryMode droppingForEver(String... types) {
        return new DeliveryMode(copies, atOnce, delay, spread, lost, Set.of(types), held, beside, rollingFrom);
    }

    public DeliveryMode heldBack() {
        return new DeliveryMode(copies, atOnce, delay, spread, lost, dropped, true, beside, rollingFrom);
    }

    public DeliveryMode among(Stranger... strangers) {
        Set<Stranger> kinds = EnumSet.copyOf(Arrays.asList(strangers));
        return new DeliveryMode(copies, atOnce, delay, spread, lost, dropped, held, kinds, rollingFrom);
    }

    /** https://docs.stripe.com/webhooks#roll-endpoint-signing-secrets : for a day, one signature for each secret. */
    public DeliveryMode rolling(String oldSecret) {
        return new DeliveryMode(copies, atOnce, delay, spread, lost, dropped, held, beside, Optional.of(oldSecret));
    }

    boolean loses(String type) {
        return lost.contains("*") || lost.contains(type);
    }

    boolean drops(String type) {
        return dropped.contains("*") || dropped.contains(type);
    }
}
