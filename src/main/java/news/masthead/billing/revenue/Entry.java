package news.masthead.billing.revenue;

import java.time.Instant;
import java.util.Optional;
import news.masthead.values.Window;

/**
 * One row of {@code billing_fact}, as the figures need it.
 *
 * @param ref what happened once under that kind: an invoice, a refund, a dispute, a subscription
 * @param invoice whose money it is; empty for a beginning and an end
 * @param paise what came, was to come, or went back; never negative
 * @param net the same without the tax inside, where a tax invoice says what that is
 * @param span the time that was paid for
 * @param loss why it ended; none for all other kinds
 */
record Entry(
        Kind kind,
        String ref,
        String invoice,
        String plan,
        long paise,
        long net,
        Instant at,
        Optional<Window> span,
        Optional<Loss> loss) {

    /** Without tax. */
    Entry(
            Kind kind,
            String ref,
            String invoice,
            String plan,
            long paise,
            Instant at,
            Optional<Window> span,
            Optional<Loss> loss) {
        this(kind, ref, invoice, plan, paise, paise, at, span, loss);
    }

    /** In the order in which those of one day count. */
    enum Kind {
        BEGAN,
        DECLINED,
        PAID,
        REFUNDED,
        DISPUTED,
        DISPUTE_WON,
        DISPUTE_LOST,
        ENDED
    }

    boolean is(Kind one) {
        return kind == one;
    }
}
