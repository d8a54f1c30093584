package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.subscription.EntitlementChanged;
import news.masthead.subscription.Entitlements;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of drift is found and called by its name. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class VerificationTest {

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Entitlements entitlements;

    @Inject
    Calm calm;

    @Inject
    EntityManager entities;

    @Inject
    Event<EntitlementChanged> changes;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @ConfigProperty(name = "masthead.stripe.api-key")
    String key;

    @ConfigProperty(name = "masthead.stripe.api-base")
    URI api;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private Buyer reader;

    @BeforeEach
    void a_subscriber_whose_events_have_been_heard() {
        reader = till.aSubscriber("quarterly", Card.GOOD);
        calm.after(twin);
    }

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @Test
    void a_life_in_order_shows_nothing() throws Verification.CannotVerify {
        assertEquals(Set.of(), kinds(true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUBSCRIPTION | update subscription set state = 'PAST_DUE' where account = :account
            TERMS        | update term set paise = 1 where subscription = (select id from subscription where account = :account)
            ENTITLEMENT  | update entitlement set ends_at = ends_at + interval '1 year' where account = :account
            ENTITLEMENT  | delete from entitlement where account = :account
            ENTITLEMENT  | insert into entitlement select 'COMP', concat('9', account), account, starts_at, ends_at from entitlement where account = :account
            FACTS        | delete from billing_fact where kind = 'PAID' and account = :account
            FACTS        | update billing_fact set paise = 90001 where kind = 'PAID' and account = :account
            """)
    void what_differs_from_the_ledger_is_named(Finding.Kind kind, String damage) throws Verification.CannotVerify {
        change(damage);
        assertEquals(Set.of(kind), kinds(false));
    }

    @Test
    void a_subscription_that_the_ledger_lacks_is_named() throws Verification.CannotVerify {
        Buyer other = till.aReader();
        change("""
                insert into subscription (account, provider_ref, plan, state, paise, fetch_number)
                values (%d, 'sub_made_up_%d', 'quarterly', 'AWAITING', 90000, 0)""".formatted(other.account(), other.account()));
        reader = other;
        assertEquals(Set.of(Finding.Kind.NO_LEDGER), kinds(false));
        change("delete from subscription where account = :account");
    }

    @Test
    void what_stripe_holds_otherwise_is_named() throws Verification.CannotVerify {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        till.moveWithoutReconcile(reader, till.periodEnd(reader).plus(Duration.ofHours(2)));
        assertEquals(Set.of(), kinds(false));
        assertEquals(Set.of(Finding.Kind.PROVIDER), kinds(true));
    }

    @Test
    void what_a_node_remembers_otherwise_is_named() throws Verification.CannotVerify {
        entitlements.remembered(reader.account());
        change("update entitlement set ends_at = ends_at + interval '1 day' where account = :account");
        assertTrue(kindsOfNode().contains(Finding.Kind.CACHE), "changed behind the node's back");
        QuarkusTransaction.requiringNew().run(() -> changes.fire(new EntitlementChanged(reader.account())));
        assertFalse(kindsOfNode().contains(Finding.Kind.CACHE));
    }

    @Test
    void who_does_not_answer_is_named() {
        line.cut();
        assertThrows(Verification.CannotVerify.class, () -> Verification.of(source(true, Optional.empty())));
    }

    private Set<Finding.Kind> kinds(boolean online) throws Verification.CannotVerify {
        return kinds(source(online, Optional.empty()));
    }

    private Set<Finding.Kind> kindsOfNode() throws Verification.CannotVerify {
        return kinds(source(false, Optional.of(URI.create("http://localhost:" + port))));
    }

    private Set<Finding.Kind> kinds(Verification.Source source) throws Verification.CannotVerify {
        return Verification.of(source).stream()
                .filter(finding -> finding.account() == reader.account())
                .map(Finding::kind)
                .collect(Collectors.toSet());
    }

    private Verification.Source source(boolean online, Optional<URI> node) {
        Verification.AtStripe stripe = new Verification.AtStripe(key, Optional.of(api));
        return new Verification.Source(
                jdbcUrl,
                "postgres",
                "postgres",
                Duration.ofDays(3),
                Duration.ofDays(3),
                online ? Optional.of(stripe) : Optional.empty(),
                node);
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = entities.createNativeQuery(sql);
            if (sql.contains(":account")) {
                query.setParameter("account", reader.account());
            }
            query.executeUpdate();
        });
    }
}
