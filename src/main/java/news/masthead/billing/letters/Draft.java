package news.masthead.billing.letters;

import java.time.Instant;
import java.util.Optional;
import news.masthead.values.Money;

/**
 * A letter that is to be written.
 *
 * @param plan code of the plan
 * @param about the instant it speaks of
 * @param why why a subscription ended
 */
record Draft(
        Letter.Key key,
        long account,
        String subscription,
        String plan,
        Money amount,
        Instant about,
        Optional<String> why) {}
