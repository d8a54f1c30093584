package news.masthead.billing;

import java.time.Instant;
import java.util.Optional;
import news.masthead.values.Money;
import news.masthead.values.Window;

/** Something that happened to a subscription or its money, at Stripe's instant. Each happens once under its kind and {@link #ref}. */
public sealed interface Fact {

    /** Stripe's id of what happened: of the subscription, invoice, refund or dispute. */
    String ref();

    Instant at();

    /** Code of the plan it concerns. */
    String plan();

    /** A subscription's first term was paid, or given free by a coupon. */
    record Began(String ref, Instant at, String plan) implements Fact {}

    /**
     * An invoice was paid.
     *
     * @param ref the invoice
     * @param amount what came; 0 where a coupon made it free
     * @param span the time it pays for; none for a correction in mid-term or a line added by hand
     */
    record Paid(String ref, Instant at, String plan, Money amount, Optional<Window> span) implements Fact {}

    /**
     * The first attempt to collect an invoice failed. Further attempts are no further facts.
     *
     * @param ref the invoice
     * @param due what was to come
     */
    record Declined(String ref, Instant at, String plan, Money due) implements Fact {}

    /**
     * Money was given back.
     *
     * @param ref the refund
     * @param invoice whose money it was
     */
    record Refunded(String ref, Instant at, String plan, Money amount, String invoice) implements Fact {}

    /**
     * A bank took money back on its customer's word, until it has decided.
     *
     * @param ref the dispute
     * @param invoice whose money it is
     */
    record Disputed(String ref, Instant at, String plan, Money amount, String invoice) implements Fact {}

    /**
     * The bank has decided.
     *
     * @param ref the dispute
     * @param at the instant of the money's last movement, for Stripe tells no other
     * @param won whether the money came back to us
     * @param invoice whose money it is
     */
    record DisputeClosed(String ref, Instant at, String plan, Money amount, boolean won, String invoice)
            implements Fact {}

    /** A subscription that was paid at least once is over. */
    record Ended(String ref, Instant at, String plan, Why why) implements Fact {}

    /** Who or what ended it. */
    enum Why {
        /** The reader, or staff for the reader. */
        READER,
        /** The money did not come. */
        PAYMENT,
        /** A bank took it back. */
        DISPUTE
    }
}
