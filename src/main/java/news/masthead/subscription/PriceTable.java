package news.masthead.subscription;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Money;

/** The publication's plans, in the order they are offered. Read and checked at start: a wrong table stops it. */
@Startup
@Singleton
public class PriceTable {

    private final List<Plan> plans;

    PriceTable(SubscriptionSettings configured) {
        plans = configured.plans().stream()
                .map(row -> new Plan(
                        row.code(),
                        row.version(),
                        row.name(),
                        row.months(),
                        Money.rupees(row.rupees()),
                        row.trialDays()))
                .toList();
        if (plans.isEmpty() || plans.stream().map(Plan::code).distinct().count() != plans.size()) {
            throw new IllegalArgumentException(
                    "masthead.subscription.plans needs at least one plan, and each code once");
        }
    }

    public List<Plan> plans() {
        return plans;
    }

    public Optional<Plan> plan(String code) {
        return plans.stream().filter(plan -> plan.code().equals(code)).findFirst();
    }
}
