package news.masthead.billing;

import java.time.Instant;
import java.util.Optional;

/**
 * One walk over everything that Stripe has.
 *
 * @param fetch drawn when it began: what was asked about since has a higher number
 * @param after the subscription it came to last; none at the beginning
 */
record Walk(long id, Instant beganAt, long fetch, Optional<String> after) {}
