package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** The numbers of the papers, one after the other and from 1 in each financial year. */
@ApplicationScoped
class Series {

    @Inject
    EntityManager entities;

    @Inject
    TaxRules rules;

    @Inject
    Clock clock;

    /** Until the transaction ends nobody else takes a number of that series, on any node. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(TaxPaper.Kind kind) {
        entities.createNativeQuery("select last from tax_series where kind = :kind for update")
                .setParameter("kind", kind.name())
                .getSingleResult();
    }

    /**
     * The next number. Where the transaction rolls back it is the next one's. Instants never go back within a series, whatever the clocks of
     * different nodes say.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Place next(TaxPaper.Kind kind) {
        lock(kind);
        Object[] last = (Object[])
                entities.createNativeQuery("select last, at from tax_series where kind = :kind", Object[].class)
                        .setParameter("kind", kind.name())
                        .getSingleResult();
        Place next = after(((Number) last[0]).intValue(), (Instant) last[1], clock.instant());
        entities.createNativeQuery("update tax_series set last = :last, at = :at where kind = :kind")
                .setParameter("last", next.serial())
                .setParameter("at", next.at())
                .setParameter("kind", kind.name())
                .executeUpdate();
        return next;
    }

    private Place after(int last, Instant lastAt, Instant now) {
        Instant at = now.isBefore(lastAt) ? lastAt : now;
        FiscalYear year = rules.yearOf(at);
        return new Place(year, year.equals(rules.yearOf(lastAt)) ? last + 1 : 1, at);
    }

    /**
     * A place in a series.
     *
     * @param at the instant of issue
     */
    record Place(FiscalYear year, int serial, Instant at) {}
}
