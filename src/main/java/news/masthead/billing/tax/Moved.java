package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Money;
import news.masthead.values.Window;

/**
 * A fact of money that a paper is issued for, read back from the book of facts.
 *
 * @param ref Stripe's id of the paid invoice, the refund or the dispute
 * @param invoice Stripe's id of the invoice whose money it is
 */
record Moved(
        String ref,
        String invoice,
        long account,
        String subscription,
        String plan,
        Money amount,
        Instant at,
        Optional<Window> span) {

    @ApplicationScoped
    static class Book {

        @Inject
        EntityManager entities;

        Optional<Moved> paid(String invoice) {
            return find("PAID", invoice);
        }

        /** What went back to the reader: by our refund, or by a bank that decided against us. */
        Optional<Moved> returned(String ref) {
            return find("REFUNDED", ref).or(() -> find("DISPUTE_LOST", ref));
        }

        @Transactional
        Optional<Moved> find(String kind, String ref) {
            List<Object[]> rows = entities.createNativeQuery("""
                            select ref, invoice, account, subscription, plan, paise, at, starts_at, ends_at
                            from billing_fact where kind = :kind and ref = :ref""", Object[].class)
                    .setParameter("kind", kind)
                    .setParameter("ref", ref)
                    .getResultList();
            return rows.stream().findFirst().map(Book::moved);
        }

        private static Moved moved(Object[] row) {
            return new Moved(
                    (String) row[0],
                    (String) row[1],
                    ((Number) row[2]).longValue(),
                    (String) row[3],
                    (String) row[4],
                    new Money(((Number) row[5]).longValue()),
                    (Instant) row[6],
                    Optional.ofNullable((Instant) row[7]).map(start -> new Window(start, (Instant) row[8])));
        }
    }
}
