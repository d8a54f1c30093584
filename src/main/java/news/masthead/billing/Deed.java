package news.masthead.billing;

import java.time.Instant;
import java.util.UUID;
import news.masthead.values.Money;

/**
 * Something that staff did about a reader's money. Stays on record as it was.
 *
 * @param by account of whoever did it
 * @param subject what it was done to: a subscription, or a payment
 * @param amount 0 where no money moved
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

    /** What was done. */
    public enum What {
        SYNCED,
        REFUNDED,
        REFUND_REFUSED,
        ENDED_NOW,
        ENDED_AT_TERM
    }
}
