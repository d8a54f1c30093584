package news.masthead.billing;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import news.masthead.subscription.Portrait;
import news.masthead.subscription.Subscriptions;

/**
 * Makes everything anew that is derived from the ledger: subscriptions, terms, entitlements and facts. Asks Stripe nothing, tells readers nothing, and
 * may run while the site serves: each subscription is one transaction under its account's lock.
 */
@ApplicationScoped
public class LedgerReplay {

    private static final String NOTHING = "nothing";

    @Inject
    StripeLedger ledger;

    @Inject
    Subscriptions subscriptions;

    @Inject
    FactBook facts;

    @Inject
    PriceBook prices;

    /**
     * @param dryRun whether to say only what would change
     * @param teller told of each subscription that changes, in words
     */
    public Outcome run(boolean dryRun, Consumer<String> teller) {
        List<Life> lives = ledger.subscriptions().stream()
                .map(this::life)
                .sorted(Comparator.comparing(Life::began))
                .toList();
        int changed = 0;
        int failed = 0;
        for (Life life : lives) {
            try {
                changed += replay(life, dryRun, teller) ? 1 : 0;
            } catch (RuntimeException failure) {
                failed++;
                Log.errorf(failure, "Not replayed: %s", life.subscription());
                teller.accept(life.subscription() + " failed: " + failure.getMessage());
            }
        }
        return new Outcome(lives.size(), changed, failed);
    }

    private boolean replay(Life life, boolean dryRun, Consumer<String> teller) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> rebuilt(life, dryRun, teller));
        } catch (Undone dry) {
            return dry.changed;
        }
    }

    private boolean rebuilt(Life life, boolean dryRun, Consumer<String> teller) {
        String before = words(life.subscription());
        rebuild(life);
        String after = words(life.subscription());
        if (!before.equals(after)) {
            teller.accept("%s of account %d: was [%s], is [%s]"
                    .formatted(life.subscription(), life.account(), before, after));
        }
        if (dryRun) {
            throw new Undone(!before.equals(after));
        }
        return !before.equals(after);
    }

    private void rebuild(Life life) {
        subscriptions.lock(life.account());
        List<LedgerRow> rows = ledger.history(life.subscription());
        List<Holding> holdings = LedgerRow.fold(rows);
        subscriptions.replay(
                life.account(),
                life.subscription(),
                Translation.standing(holdings.getLast()),
                rows.getLast().fetch());
        holdings.forEach(
                holding -> facts.restore(life.account(), life.subscription(), Facts.of(holding, prices::planOf)));
    }

    /** Of two that ran side by side the reader keeps the one that was paid first. */
    private Life life(StripeLedger.Owner owner) {
        Instant began = QuarkusTransaction.requiringNew()
                .call(() -> ledger.holding(owner.subscription()))
                .flatMap(holding -> Facts.of(holding, prices::planOf).stream()
                        .filter(Fact.Began.class::isInstance)
                        .map(Fact::at)
                        .findFirst())
                .orElse(Instant.MAX);
        return new Life(owner.subscription(), owner.account(), began);
    }

    private String words(String subscription) {
        return subscriptions.portrait(subscription).map(Portrait::toString).orElse(NOTHING)
                + subscriptions.terms(subscription)
                + "; "
                + facts.summary(subscription);
    }

    /** Takes a dry run's transaction back. */
    private static final class Undone extends RuntimeException {
        private final boolean changed;

        Undone(boolean changed) {
            super("A dry run", null, false, false);
            this.changed = changed;
        }
    }

    private record Life(String subscription, long account, Instant began) {}

    /** @param changed how many subscriptions came out otherwise than they stood */
    public record Outcome(int replayed, int changed, int failed) {}
}
