package news.masthead.billing.revenue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import news.masthead.values.Money;

/** Payouts, each with its entries added up. */
@ApplicationScoped
class PayoutRows {

    @Inject
    EntityManager entities;

    /** The newest first. */
    @Transactional
    List<PaidOut> since(Instant since) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select payout.id, payout.created_at, payout.status = 'paid', payout.automatic, payout.paise,
                            coalesce(sum(gross) filter (where category = 'charge'), 0),
                            coalesce(sum(gross) filter (where category <> 'charge'), 0), coalesce(sum(fee), 0),
                            count(entry.id), count(entry.id) filter (where invoice is null)
                        from payout left join payout_entry entry on entry.payout = payout.id
                        where payout.created_at >= :since
                        group by payout.id order by payout.created_at desc, payout.id""", Object[].class)
                .setParameter("since", since)
                .getResultList();
        return rows.stream().map(PayoutRows::paidOut).toList();
    }

    private static PaidOut paidOut(Object[] row) {
        return new PaidOut(
                (String) row[0],
                (Instant) row[1],
                (Boolean) row[2],
                (Boolean) row[3],
                money(row[4]),
                money(row[5]),
                money(row[6]),
                money(row[7]),
                ((Number) row[8]).intValue(),
                ((Number) row[9]).intValue());
    }

    private static Money money(Object paise) {
        return new Money(((Number) paise).longValue());
    }
}
