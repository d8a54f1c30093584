package news.masthead.billing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import news.masthead.values.Publication;

/** The card that last paid for a subscription, as Stripe showed it to us. A reader may have put in another since. */
@ApplicationScoped
class LastCard {

    @Inject
    EntityManager entities;

    @Inject
    Publication publication;

    /** False too where no card paid. A card is good to the end of its month. */
    @Transactional
    boolean expiresBefore(String subscription, Instant payment) {
        List<Object[]> cards = entities.createNativeQuery("""
                        select cast(card ->> 'exp_year' as integer), cast(card ->> 'exp_month' as integer) from (
                            select content -> 'latest_charge' -> 'payment_method_details' -> 'card' as card from stripe_object
                            where subscription = :subscription and kind = 'payment_intent' and content ->> 'status' = 'succeeded'
                            order by cast(content ->> 'created' as bigint) desc, fetch_number desc limit 1) newest
                        where card ->> 'exp_year' is not null""", Object[].class)
                .setParameter("subscription", subscription)
                .getResultList();
        return cards.stream()
                .map(row -> YearMonth.of(((Number) row[0]).intValue(), ((Number) row[1]).intValue()))
                .anyMatch(month -> !payment.isBefore(month.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(publication.zone())
                        .toInstant()));
    }
}
