package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.Invoice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import org.junit.jupiter.api.Test;

/** The ledger keeps what Stripe held, and what follows from it can be had from it again. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class StripeLedgerTest {

    @Inject
    StripeLedger ledger;

    @Inject
    StripeLook look;

    @Inject
    StripeSync sync;

    @Inject
    Till till;

    @Inject
    PriceBook prices;

    @Inject
    EntityManager entities;

    @Test
    void what_is_read_back_says_the_same_as_what_stripe_said() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        till.moveTo(reader, till.periodEnd(reader).plus(Duration.ofHours(2)));
        String subscription = subscriptionOf(reader);

        Holding asked = look.at(subscription).orElseThrow();
        Holding kept = ledger.holding(subscription).orElseThrow();
        assertEquals(Translation.standing(asked), Translation.standing(kept));
        assertEquals(Facts.of(asked, prices::planOf), Facts.of(kept, prices::planOf));
        assertEquals(2, kept.paidInvoices().size());
    }

    @Test
    void a_look_that_shows_nothing_new_adds_nothing() {
        String subscription = subscriptionOf(till.aSubscriber("quarterly", Card.GOOD));
        sync.sync(subscription);
        long before = rows(subscription);
        sync.sync(subscription);
        assertEquals(before, rows(subscription));
    }

    @Test
    void it_holds_no_name_no_address_and_no_open_door() {
        String subscription = subscriptionOf(till.aSubscriber("quarterly", Card.GOOD));
        String all = String.join(
                "\n",
                QuarkusTransaction.requiringNew()
                        .call(() -> entities.createNativeQuery(
                                        "select cast(content as text) from stripe_object where subscription = ?1",
                                        String.class)
                                .setParameter(1, subscription)
                                .getResultList()));
        assertTrue(all.contains(subscription));
        for (String hidden : List.of("Asha", "@reader.example", "client_secret", "hosted_invoice_url", "invoice_pdf")) {
            assertFalse(all.contains(hidden), hidden);
        }
        assertEquals(
                List.of(),
                ledger.holding(subscription).orElseThrow().invoices().stream()
                        .map(Invoice::getCustomerEmail)
                        .filter(email -> email != null)
                        .toList());
    }

    @Test
    void nobody_changes_or_empties_it() {
        subscriptionOf(till.aSubscriber("quarterly", Card.GOOD));
        for (String change : List.of(
                "update stripe_object set account = account", "delete from stripe_object", "truncate stripe_object")) {
            Exception refused = assertThrows(
                    Exception.class,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(change).executeUpdate()));
            assertTrue(String.valueOf(refused.getMessage()).contains("only added to"), change);
        }
    }

    @Test
    void each_fact_is_noted_once_however_many_look_at_once() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        till.moveWithoutReconcile(reader, till.periodEnd(reader).plus(Duration.ofHours(2)));
        String subscription = subscriptionOf(reader);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Object>> looks = new ArrayList<>();
            IntStream.range(0, 16).forEach(i -> looks.add(() -> sync.sync(subscription)));
            for (var done : threads.invokeAll(looks)) {
                done.get();
            }
        }
        List<String> kinds = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select kind from billing_fact where subscription = ?1 order by at, kind", String.class)
                        .setParameter(1, subscription)
                        .getResultList());
        assertEquals(List.of("BEGAN", "PAID", "PAID"), kinds);
    }

    private String subscriptionOf(Buyer reader) {
        return till.subscriptionsAtStripe(reader).get(0).getId();
    }

    private long rows(String subscription) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number)
                                entities.createNativeQuery("select count(*) from stripe_object where subscription = ?1")
                                        .setParameter(1, subscription)
                                        .getSingleResult())
                        .longValue());
    }
}
