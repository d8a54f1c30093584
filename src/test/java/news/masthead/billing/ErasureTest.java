package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.Subscription;
import com.stripe.param.SubscriptionListParams;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.letters.Letter;
import news.masthead.billing.letters.Letters;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Together;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.values.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever leaves is charged no more, and is forgotten; and nothing is forgotten before the charging has ended. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class ErasureTest {

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Calm calm;

    @Inject
    Accounts accounts;

    @Inject
    CareBook book;

    @Inject
    ForgetErased forget;

    @Inject
    Letters letters;

    @Inject
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    DeedBook deeds;

    @Inject
    StripeClient stripe;

    @Inject
    EntityManager entities;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @Test
    @Case(25)
    void ends_at_stripe_before_it_erases_here() {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        String email = accounts.find(reader.account()).orElseThrow().email;
        reader.browser()
                .formParam("sure", "yes")
                .post("/account/data/erasure")
                .then()
                .statusCode(200)
                .body(containsString("Your account is deleted"))
                .body(not(containsString(email)));

        assertEquals(List.of("canceled"), statuses(reader));
        assertTrue(customerIsDeleted(reader));
        Account left = accounts.find(reader.account()).orElseThrow();
        assertEquals("", left.name + left.email);
        assertEquals(List.of(), accounts.ofEmail(email));
        assertFalse(book.facts(reader.account()).isEmpty(), "what was paid stays under the number");
        reader.browser().get("/account").then().statusCode(302);

        calm.after(twin);
        forget.run(Long.toString(reader.account()));
        assertEquals(0, eventsThatName(email));
    }

    @Test
    @Case(25)
    void erases_nothing_while_stripe_is_silent() {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        line.cut();
        reader.browser()
                .formParam("sure", "yes")
                .post("/account/data/erasure")
                .then()
                .statusCode(503)
                .body(containsString("nothing was deleted"));
        line.mend();
        assertFalse(accounts.find(reader.account()).orElseThrow().email.isEmpty());
        assertEquals(List.of("active"), statuses(reader));
        assertTrue(till.isEntitled(reader));
        reader.browser().get("/account").then().statusCode(200);
    }

    @Test
    @Case(25)
    void nobody_is_charged_who_buys_and_leaves_at_once() throws Exception {
        List<Buyer> readers = new ArrayList<>();
        List<Callable<?>> deeds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Buyer reader = till.aReader();
            String page = reader.subscribe("quarterly").header("Location");
            readers.add(reader);
            deeds.add(() -> till.pay(page, Card.GOOD));
            deeds.add(() -> reader.browser().formParam("sure", "yes").post("/account/data/erasure"));
            deeds.add(() -> reader.subscribe("yearly"));
        }
        for (int i = 0; i < deeds.size(); i++) {
            Callable<?> deed = deeds.get(i);
            deeds.set(i, () -> {
                try {
                    return deed.call();
                } catch (RuntimeException refused) {
                    return refused; // a page that is closed under the payer has no way back
                }
            });
        }
        Together.of(deeds);
        for (Buyer reader : readers) {
            Account account = accounts.find(reader.account()).orElseThrow();
            if (account.isErased()) {
                Eventually.holds(() -> assertTrue(
                        statuses(reader).stream().allMatch(status -> status.equals("canceled")),
                        () -> statuses(reader).toString()));
            }
        }
        assertTrue(readers.stream()
                .anyMatch(
                        reader -> accounts.find(reader.account()).orElseThrow().isErased()));
    }

    @Test
    void gives_the_reader_a_copy_of_what_is_kept() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        String email = accounts.find(reader.account()).orElseThrow().email;
        reader.browser()
                .get("/account/data/copy")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("my-data.json"))
                .body("account.email", org.hamcrest.Matchers.equalTo(email))
                .body("payments.facts.what", hasItem("PAID"))
                .body("subscriptions.bought[0]", containsString("RUNNING quarterly"));
        reader.browser()
                .get("/account/data")
                .then()
                .statusCode(200)
                .body(containsString("Companies Act 2013"))
                .body(containsString("31 Mar 20"));
    }

    @Test
    void the_copy_holds_letters_quotes_and_tries() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        reader.browser()
                .get("/account/data/copy")
                .then()
                .statusCode(200)
                .body("letters.about.what", hasItem("RECEIPT"))
                .body("letters.about.amount", hasItem("₹900"))
                .body("buying.quotes.what", hasItem("NEW"))
                .body("buying.quotes[0].accepted", notNullValue())
                .body("buying.tries.what", hasItem("OPENED"));
    }

    @Test
    void letters_and_tries_go_and_the_proof_of_a_payment_stays_under_the_number() {
        Buyer reader = till.aReader();
        reader.subscribe("quarterly").then().statusCode(303);
        letter(reader, "UPCOMING", "SENT");
        letter(reader, "RESUMING", "FAILED");
        letter(reader, "DISPUTE", "FAILED");
        assertTrue(count("checkout_try", reader) > 0);
        reader.browser()
                .formParam("sure", "yes")
                .post("/account/data/erasure")
                .then()
                .statusCode(200);
        Eventually.holds(() -> assertEquals(
                List.of(Letter.Kind.DISPUTE, Letter.Kind.UPCOMING),
                letters.of(reader.account()).stream()
                        .filter(letter -> letter.state != Letter.State.DROPPED)
                        .map(letter -> letter.kind)
                        .sorted(Comparator.comparing(Letter.Kind::name))
                        .toList()));
        assertEquals(0, count("checkout_try", reader));
        assertEquals(1, count("quote", reader), "what was accepted stays");
    }

    @Test
    void why_staff_did_something_goes_and_what_they_did_stays() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        Buyer other = till.aSubscriber("quarterly", Card.GOOD);
        for (Buyer buyer : List.of(reader, other)) {
            Payment payment = payments.of(buyer.account()).getFirst();
            refunds.give(UUID.randomUUID(), 7, buyer.account(), payment.id(), Money.rupees(100), "Asha moves to Goa");
        }
        Deed before = deeds.of(reader.account()).getFirst();
        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> deeds.forgetWhy(reader.account())));
        reader.browser()
                .formParam("sure", "yes")
                .post("/account/data/erasure")
                .then()
                .statusCode(200);

        Deed after = deeds.of(reader.account()).getFirst();
        assertEquals("Asha moves to Goa", before.reason());
        assertEquals(withReason(before, Deed.FORGOTTEN), after);
        assertEquals("Asha moves to Goa", deeds.of(other.account()).getFirst().reason());
        assertEquals(
                List.of(Deed.FORGOTTEN),
                QuarkusTransaction.requiringNew()
                        .call(() -> entities.createNativeQuery(
                                        "select reason from refund_order where account = :account", String.class)
                                .setParameter("account", reader.account())
                                .getResultList()));
    }

    private static Deed withReason(Deed deed, String reason) {
        return new Deed(
                deed.id(),
                deed.at(),
                deed.by(),
                deed.account(),
                deed.what(),
                deed.subject(),
                deed.amount(),
                reason,
                deed.before(),
                deed.after());
    }

    private void letter(Buyer reader, String kind, String state) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into letter (kind, ref, account, subscription, plan, paise, about, state, queued_at, sent_at)
                        values (:kind, :ref, :account, 'sub_x', 'quarterly', 90000, now(), :state, now(),
                            case when :state = 'SENT' then now() end)""")
                        .setParameter("kind", kind)
                        .setParameter("ref", "of " + reader.account())
                        .setParameter("account", reader.account())
                        .setParameter("state", state)
                        .executeUpdate());
    }

    private long count(String table, Buyer reader) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(
                                        "select count(*) from " + table + " where account = :account")
                                .setParameter("account", reader.account())
                                .getSingleResult())
                        .longValue());
    }

    private List<String> statuses(Buyer reader) {
        SubscriptionListParams all = SubscriptionListParams.builder()
                .setCustomer(book.customerOf(reader.account()))
                .setStatus(SubscriptionListParams.Status.ALL)
                .build();
        return StripeFailure.all(() -> stripe.v1().subscriptions().list(all)).stream()
                .map(Subscription::getStatus)
                .toList();
    }

    private boolean customerIsDeleted(Buyer reader) {
        String customer = book.customerOf(reader.account());
        return Boolean.TRUE.equals(
                StripeFailure.asking(() -> stripe.v1().customers().retrieve(customer))
                        .getDeleted());
    }

    private long eventsThatName(String email) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(
                                        "select count(*) from stripe_event where position(convert_to(:email, 'UTF8') in raw) > 0")
                                .setParameter("email", email)
                                .getSingleResult())
                        .longValue());
    }
}
