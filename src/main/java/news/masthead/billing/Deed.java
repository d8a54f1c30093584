package news.masthead.billing;

import java.time.Instant;
import java.util.UUID;
import news.masthead.values.Money;

/**
 * Something that staff did about a reader's money. Stays on record as it was, but for the reason: that goes with the reader's account.
 *
 * @param by account of whoever did it
 * @param subject what it was done to: a subscription, or a payment
 * @param amount 0 where no money moved
 * @param reason as it was typed; {@link #FORGOTTEN} once the account is erased
 * @param before how things stood, in words
 * @param after how they stood when it was done, in words
 */
public record Deed(
        UUID id,
        Instant at,
        long by,
        long account,
        What what,
        String subject,
        Money amount,
        String reason,
        String before,
        String after) {

    /** Stands for a reason that was erased with the account. */
    public static final String FORGOTTEN = "-";

    /** What was done. */
    public enum What {
        SYNCED,
        REFUNDED,
        REFUND_REFUSED,
        ENDED_NOW,
        ENDED_AT_TERM
    }
}
