package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import news.masthead.values.Money;
import news.masthead.values.Publication;

/** The tax by month, state and rate, as the papers that were issued say it. */
@ApplicationScoped
public class TaxReport {

    @Inject
    EntityManager entities;

    @Inject
    Publication publication;

    /**
     * Of papers issued in that month of the publisher's zone and later: the newest month first, invoices before credit notes.
     *
     * @param first as early as 1970-01
     */
    @Transactional
    public List<TaxLine> since(YearMonth first) {
        ZoneId zone = publication.zone();
        List<Object[]> rows = entities.createNativeQuery("""
                        select month, kind, place_of_supply, basis_points, count(*), sum(taxable), sum(central), sum(state), sum(integrated)
                        from (select to_char(issued_at at time zone :zone, 'YYYY-MM') as month, * from tax_paper where issued_at >= :since) paper
                        group by month, kind, place_of_supply, basis_points
                        order by month desc, kind desc, place_of_supply, basis_points""", Object[].class)
                .setParameter("zone", zone.getId())
                .setParameter("since", first.atDay(1).atStartOfDay(zone).toInstant())
                .getResultList();
        return rows.stream().map(this::line).toList();
    }

    private TaxLine line(Object[] row) {
        YearMonth month = YearMonth.parse((String) row[0]);
        boolean isCredit = TaxPaper.Kind.valueOf((String) row[1]) == TaxPaper.Kind.CREDIT_NOTE;
        int sign = isCredit ? -1 : 1;
        String code = (String) row[2];
        return new TaxLine(
                month,
                FiscalYear.of(month.atDay(1).atStartOfDay(publication.zone()).toInstant(), publication.zone())
                        .toString(),
                isCredit,
                IndianState.ofCode(code).map(state -> state.title).orElse(code),
                ((Number) row[3]).intValue(),
                ((Number) row[4]).intValue(),
                money(row[5], sign),
                money(row[6], sign),
                money(row[7], sign),
                money(row[8], sign));
    }

    private static Money money(Object paise, int sign) {
        return new Money(sign * ((Number) paise).longValue());
    }
}
