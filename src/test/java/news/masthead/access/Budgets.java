package news.masthead.access;

import java.util.List;
import java.util.Optional;

/** The settings of a network budget, as a test wants them. */
record Budgets(boolean enabled, int ipv4, int ipv6, Optional<List<String>> carriers) implements NetworkBudgetSettings {

    static Budgets of(int meters, String... carriers) {
        return new Budgets(true, meters, meters, Optional.of(List.of(carriers)));
    }
}
