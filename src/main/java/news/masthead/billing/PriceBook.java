package news.masthead.billing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.masthead.subscription.Plan;

/** Which plan each of our prices at Stripe sells or sold. A price is never forgotten, for somebody may have bought at it. */
@ApplicationScoped
class PriceBook {

    @Inject
    EntityManager entities;

    private final Map<String, String> plans = new ConcurrentHashMap<>();

    void keep(String price, Plan plan) {
        QuarkusTransaction.joiningExisting()
                .run(() -> entities.createNativeQuery("""
                        insert into stripe_price (price, plan, version, paise, months)
                        values (:price, :plan, :version, :paise, :months)
                        on conflict do nothing""")
                        .setParameter("price", price)
                        .setParameter("plan", plan.code())
                        .setParameter("version", plan.version())
                        .setParameter("paise", plan.price().paise())
                        .setParameter("months", plan.months())
                        .executeUpdate());
    }

    boolean isKnown(String price) {
        return plans.computeIfAbsent(price, this::read) != null;
    }

    /** The code of the plan; the price's own id for one that was made at Stripe by hand. */
    String planOf(String price) {
        String plan = plans.computeIfAbsent(price, this::read);
        return plan == null ? price : plan;
    }

    private String read(String price) {
        List<String> found = QuarkusTransaction.joiningExisting()
                .call(() -> entities.createNativeQuery(
                                "select plan from stripe_price where price = :price", String.class)
                        .setParameter("price", price)
                        .getResultList());
        return found.isEmpty() ? null : found.getFirst();
    }
}
