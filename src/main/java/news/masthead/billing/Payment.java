package news.masthead.billing;

import java.time.Instant;
import java.util.Optional;
import news.masthead.values.Money;
import news.masthead.values.Window;

/**
 * Money that came from a reader, as the ledger knows it.
 *
 * @param id {@code pi_…}
 * @param invoice {@code in_…}
 * @param number of Stripe's invoice; empty for none
 * @param refunded how much of it was given back
 * @param disputed whether a bank has taken it back, or asks for it
 * @param span the time it pays for; none for a correction in mid-term
 */
public record Payment(
        String id,
        String invoice,
        String number,
        String subscription,
        String plan,
        Instant paidAt,
        Money amount,
        Money refunded,
        boolean disputed,
        Optional<Window> span) {

    /** What may still be given back. */
    public Money left() {
        return new Money(amount.paise() - refunded.paise());
    }
}
