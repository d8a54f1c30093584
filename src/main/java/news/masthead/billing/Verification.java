package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Subscription;
import com.stripe.param.SubscriptionListParams;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.masthead.subscription.Portrait;

/**
 * Compares the ledger with what is derived from it, and with what Stripe and a running node say. Reads only, in one snapshot of the database. What a
 * sync changes while Stripe is asked may be found too, and is not found again.
 */
public final class Verification {

    private static final String NOTHING = "nothing";
    private static final long PAGE = 100;

    private final Source source;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param grace how long a reader reads on while a renewal is on its way
     * @param gracePastDue the same once a payment has failed
     * @param stripe none to leave Stripe out
     * @param node the operator's door of a running node; none to leave its caches out
     */
    public record Source(
            String jdbcUrl,
            String user,
            String password,
            Duration grace,
            Duration gracePastDue,
            Optional<AtStripe> stripe,
            Optional<URI> node) {}

    /** @param api another address than Stripe's own */
    public record AtStripe(String key, Optional<URI> api) {}

    private Verification(Source source) {
        this.source = source;
    }

    /**
     * @return what differs, by kind; empty where all is one
     * @throws CannotVerify where the database, Stripe or the node does not answer
     */
    public static List<Finding> of(Source source) throws CannotVerify {
        Verification verification = new Verification(source);
        verification.run();
        verification.findings.sort((one, other) -> one.kind().compareTo(other.kind()));
        return verification.findings;
    }

    private void run() throws CannotVerify {
        try (Connection database = DriverManager.getConnection(source.jdbcUrl(), source.user(), source.password())) {
            database.setReadOnly(true);
            database.setAutoCommit(false);
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            VerificationRows rows = new VerificationRows(database);
            Map<String, Long> subscriptions = new TreeMap<>(rows.subscriptions());
            compareWithLedger(rows, subscriptions);
            findings.addAll(rows.causeless());
            if (source.stripe().isPresent()) {
                compareWithStripe(rows, subscriptions);
            }
            if (source.node().isPresent()) {
                findings.addAll(NodeMemory.at(source.node().get()).differences(rows.spans()));
            }
            database.rollback();
        } catch (SQLException problem) {
            throw new CannotVerify("The database does not answer: " + problem.getMessage());
        } catch (StripeFailure problem) {
            throw new CannotVerify("Stripe does not answer: " + problem.getMessage());
        }
    }

    private void compareWithLedger(VerificationRows rows, Map<String, Long> subscriptions) throws SQLException {
        Map<String, String> plans = rows.plansOfPrices();
        for (Map.Entry<String, Long> one : subscriptions.entrySet()) {
            List<Holding> holdings = LedgerRow.fold(rows.ledger(one.getKey()));
            if (holdings.isEmpty()) {
                add(Finding.Kind.NO_LEDGER, one, "something", NOTHING);
            } else {
                Holding newest = holdings.getLast();
                compare(Finding.Kind.SUBSCRIPTION, one, portrait(newest), rows.portrait(one.getKey()));
                add(Finding.Kind.TERMS, one, terms(newest), String.join(", ", rows.terms(one.getKey())));
                compareFacts(one, holdings, plans, rows.facts(one.getKey()));
            }
        }
    }

    /** The wall is opened by the entitlement, so where only that is wrong it is named. */
    private void compare(Finding.Kind kind, Map.Entry<String, Long> one, Portrait expected, Optional<Portrait> found) {
        String should = expected.toString();
        String is = found.map(Portrait::toString).orElse(NOTHING);
        boolean readsOtherwise = found.isPresent()
                && !(expected.readsFrom().equals(found.get().readsFrom())
                        && expected.readsUntil().equals(found.get().readsUntil()));
        if (readsOtherwise && kind == Finding.Kind.SUBSCRIPTION) {
            add(Finding.Kind.ENTITLEMENT, one, reads(expected), reads(found.get()));
            should = expected.withoutReading().toString();
            is = found.get().withoutReading().toString();
        }
        add(kind, one, should, is);
    }

    private void compareFacts(
            Map.Entry<String, Long> one, List<Holding> holdings, Map<String, String> plans, List<String> found) {
        Set<String> expected = new TreeSet<>();
        holdings.forEach(holding -> Facts.of(holding, price -> plans.getOrDefault(price, price))
                .forEach(fact -> expected.add(FactBook.line(fact))));
        add(Finding.Kind.FACTS, one, String.join(", ", expected), String.join(", ", new TreeSet<>(found)));
    }

    private void compareWithStripe(VerificationRows rows, Map<String, Long> subscriptions) throws SQLException {
        StripeClient client = client(source.stripe().orElseThrow());
        StripeLook look = StripeLook.by(client);
        Set<Map.Entry<String, Long>> all = new HashSet<>(subscriptions.entrySet());
        all.addAll(unseen(client, rows.customers(), subscriptions));
        for (Map.Entry<String, Long> one : all) {
            Optional<Holding> holding = Patience.with(() -> look.at(one.getKey()));
            String is = rows.portrait(one.getKey()).map(Portrait::toString).orElse(NOTHING);
            add(
                    Finding.Kind.PROVIDER,
                    one,
                    holding.map(this::portrait).map(Portrait::toString).orElse(NOTHING),
                    is);
        }
    }

    /** Subscriptions of our customers that we hold nothing of. */
    private static Set<Map.Entry<String, Long>> unseen(
            StripeClient client, Map<String, Long> customers, Map<String, Long> known) {
        SubscriptionListParams all = SubscriptionListParams.builder()
                .setStatus(SubscriptionListParams.Status.ALL)
                .setLimit(PAGE)
                .build();
        return StripeFailure.all(() -> client.v1().subscriptions().list(all)).stream()
                .filter(listed -> customers.containsKey(listed.getCustomer()) && !known.containsKey(listed.getId()))
                .collect(Collectors.toMap(Subscription::getId, listed -> customers.get(listed.getCustomer())))
                .entrySet();
    }

    private static StripeClient client(AtStripe stripe) {
        return StripeAccount.client(stripe.key(), stripe.api(), Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    private Portrait portrait(Holding holding) {
        return Portrait.of(Translation.standing(holding), source.grace(), source.gracePastDue());
    }

    private static String terms(Holding holding) {
        return Translation.standing(holding).paid().stream()
                .map(term -> "%s from %s to %s for %d"
                        .formatted(
                                term.invoice(),
                                term.span().start(),
                                term.span().end(),
                                term.amount().paise()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String reads(Portrait portrait) {
        return portrait.readsFrom()
                .map(from -> "from " + from + " until " + portrait.readsUntil().orElseThrow())
                .orElse(NOTHING);
    }

    private void add(Finding.Kind kind, Map.Entry<String, Long> one, String expected, String found) {
        if (!Objects.equals(expected, found)) {
            findings.add(new Finding(kind, one.getValue(), one.getKey(), expected, found));
        }
    }

    /** Somebody who has to be asked does not answer. */
    public static final class CannotVerify extends Exception {
        CannotVerify(String words) {
            super(words);
        }
    }
}
