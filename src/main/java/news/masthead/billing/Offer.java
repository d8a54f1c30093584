package news.masthead.billing;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.masthead.values.Money;

/**
 * A code that makes a plan cheaper.
 *
 * @param code in capitals
 * @param percent that it takes off each term; 0 where it takes off an amount
 * @param off amount that it takes off each term; nothing where it takes off a share
 * @param plans codes of those it holds for
 * @param terms how many terms it makes cheaper; 0 for all
 * @param months how long those terms are together; 0 for all
 * @param from the instant from which it holds
 * @param until the instant from which it holds no more
 * @param most how many accounts may use it
 */
record Offer(
        String code,
        int percent,
        Money off,
        Set<String> plans,
        int terms,
        int months,
        boolean firstTimeOnly,
        Optional<Instant> from,
        Optional<Instant> until,
        OptionalInt most) {

    Offer {
        boolean takesOff = percent >= 1 && percent <= 100 && off.paise() == 0 || percent == 0 && off.paise() > 0;
        if (!code.matches("[A-Z0-9]{3,40}") || !takesOff || terms < 0 || plans.isEmpty()) {
            throw new IllegalArgumentException(
                    "Offer \"" + code
                            + "\" needs a code of 3 to 40 letters A-Z and digits, either 1 to 100 per cent or an amount of rupees, plans, and 0 or more terms");
        }
    }

    boolean isForEver() {
        return terms == 0;
    }

    boolean holdsAt(Instant at) {
        return from.filter(at::isBefore).isEmpty()
                && until.filter(end -> !at.isBefore(end)).isEmpty();
    }
}
