package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What readers were told that something costs, and said yes to. Nobody is charged but by a quote that they accepted. Each method is one short
 * transaction, so that none is open while Stripe is asked.
 */
@ApplicationScoped
class Quotes {

    /** Time to read it, not to wait for another price. */
    static final Duration VALID_FOR = Duration.ofMinutes(30);

    @Inject
    Quote.Repository quotes;

    @Inject
    Event<Became> charged;

    @Inject
    Clock clock;

    /** Writes down what the reader is about to be shown. */
    @Transactional
    Quote offer(long account, Quote.Terms terms) {
        Instant now = clock.instant();
        Quote quote = new Quote(account, terms, now, now.plus(VALID_FOR));
        quotes.persist(quote);
        return quote;
    }

    /**
     * The reader says yes. Said twice before anything was charged, it is the same yes: use the quote's id as the idempotency key of what follows.
     *
     * @throws Refused where it is too late, somebody else's, or was charged already; nothing has changed then
     */
    @Transactional
    Quote accept(UUID id, long account) {
        Quote quote = quotes.locked(id)
                .filter(found -> found.account == account)
                .orElseThrow(() -> new Refused(Refused.Why.UNKNOWN));
        if (quote.invoice != null) {
            throw new Refused(Refused.Why.USED);
        }
        if (!quote.isAccepted()) {
            Instant now = clock.instant();
            if (!now.isBefore(quote.validUntil)) {
                throw new Refused(Refused.Why.STALE);
            }
            quote.acceptedAt = now;
        }
        return quote;
    }

    /** An accepted quote was charged by that invoice, {@code in_…}. Said again, it changes nothing. */
    @Transactional
    void became(UUID id, String invoice) {
        Quote quote = quotes.locked(id).orElseThrow();
        if (quote.invoice != null && !quote.invoice.equals(invoice)) {
            throw new IllegalStateException(
                    "Quote " + id + " was charged by " + quote.invoice + " and now by " + invoice);
        }
        if (quote.invoice == null) {
            quote.invoice = invoice;
            charged.fire(new Became(quote, invoice));
        }
    }

    @Transactional
    Optional<Quote> ofInvoice(String invoice) {
        return quotes.ofInvoice(invoice);
    }

    /** Whether it can be accepted, or was and waits to be charged. */
    boolean stands(Quote quote) {
        return quote.invoice == null && (quote.isAccepted() || clock.instant().isBefore(quote.validUntil));
    }

    @Transactional
    Optional<Quote> find(UUID id) {
        return quotes.findByIdOptional(id);
    }

    /** What an account was quoted, by the id that its form gave back; none where that is garbled or somebody else's. */
    @Transactional
    Optional<Quote> offeredTo(long account, String id) {
        return Optional.ofNullable(id)
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .flatMap(text -> quotes.findByIdOptional(UUID.fromString(text)))
                .filter(quote -> quote.account == account);
    }

    /** The newest first. */
    @Transactional
    List<Quote> of(long account) {
        return quotes.list("account = ?1 order by createdAt desc", account);
    }

    /** Forgets what nobody accepted and nobody can accept any more. */
    @Transactional
    long forgetUnacceptedBefore(Instant end) {
        return quotes.delete("acceptedAt is null and validUntil < ?1", end);
    }

    /** An accepted quote was charged; fired inside the transaction that writes it down. */
    record Became(Quote quote, String invoice) {}

    /** The quote cannot be accepted. */
    static class Refused extends RuntimeException {

        enum Why {
            /** There is none of that id, or it is somebody else's. */
            UNKNOWN,
            /** It was valid for {@link #VALID_FOR}. */
            STALE,
            /** It was charged already. */
            USED
        }

        final Why why;

        Refused(Why why) {
            super("The quote is refused: " + why);
            this.why = why;
        }
    }
}
