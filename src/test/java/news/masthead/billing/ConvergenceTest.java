package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.net.Webhook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of the webhooks, what a reader may read ends as Stripe has it. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class ConvergenceTest {

    private static final Duration DRAFT_HOUR = Duration.ofHours(2);
    private static final Duration GRACE = Duration.ofDays(3);

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Oracle oracle;

    @Inject
    Reconcile reconcile;

    @Inject
    StripeEvent.Repository stripeEvents;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    static Stream<DeliveryMode> hostile() {
        DeliveryMode shuffledAndDoubled = DeliveryMode.FAITHFUL.shuffled().times(2);
        return Stream.of(
                DeliveryMode.FAITHFUL.times(3), shuffledAndDoubled, shuffledAndDoubled.late(Duration.ofMillis(700)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void after_every_step_of_a_life_ours_comes_to_stand_as_stripes(DeliveryMode mode) {
        twin.deliver(mode);
        for (int i = 0; i < Size.of(1, 20); i++) {
            Buyer reader = till.aReader();
            till.pay(reader.subscribe("quarterly").header("Location"), Card.GOOD);
            agreed(reader);
            till.moveWithoutReconcile(reader, till.periodEnd(reader).plus(DRAFT_HOUR));
            agreed(reader);
            Buyer again = till.again(reader);
            again.browser().post("/account/plan/cancellation");
            agreed(reader);
            again.browser().post("/account/plan/resumption");
            agreed(reader);
            again.browser().post("/account/plan/cancellation");
            till.moveWithoutReconcile(reader, till.periodEnd(reader).plusSeconds(60));
            agreed(reader);
            assertFalse(till.isEntitled(reader));
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void events_that_arrive_after_the_next_steps_do_no_harm(DeliveryMode mode) {
        twin.deliver(mode.late(Duration.ofSeconds(1)));
        Buyer reader = till.aReader();
        till.pay(reader.subscribe("quarterly").header("Location"), Card.FAILS_AT_RENEWAL);
        Instant paidThrough = till.periodEnd(reader);
        till.moveWithoutReconcile(reader, paidThrough.plus(DRAFT_HOUR));
        till.moveWithoutReconcile(reader, paidThrough.plus(GRACE));
        till.moveWithoutReconcile(reader, paidThrough.plus(Duration.ofDays(16)));
        agreed(reader);
        assertFalse(till.isEntitled(reader));
    }

    @Test
    @Case(2)
    @Case(4)
    void any_order_of_a_lifes_events_each_twice_gives_the_same() {
        Buyer reader = aLife();
        String expected = oracle.atStripe(reader);
        Random random = new Random(20261124);
        for (int i = 0; i < Size.of(10, 1_000); i++) {
            List<ObjectNode> events = doubled(eventsOf(reader));
            Collections.shuffle(events, random);
            forget(reader);
            events.forEach(this::deliver);
            heard(events);
            assertEquals(expected, oracle.withUs(reader), () -> types(events));
        }
    }

    @Test
    @Case(32)
    void a_life_of_which_no_event_arrives_is_found_by_the_reconcile() {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        till.moveWithoutReconcile(reader, till.periodEnd(reader).plus(DRAFT_HOUR));
        assertFalse(oracle.atStripe(reader).equals(oracle.withUs(reader)));
        reconcile.now();
        assertEquals(oracle.atStripe(reader), oracle.withUs(reader));
    }

    @Test
    @Case(3)
    void an_old_event_sent_anew_brings_no_access_back() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        List<ObjectNode> whileItRan = eventsOf(reader);
        till.again(reader).browser().post("/account/plan/cancellation");
        till.moveTo(reader, till.periodEnd(reader).plusSeconds(60));
        assertFalse(till.isEntitled(reader));

        whileItRan.forEach(this::deliver);
        heard(whileItRan);
        assertFalse(till.isEntitled(reader));
    }

    @Test
    @Case(21)
    void an_event_of_another_release_train_is_followed_and_parked() {
        Buyer reader = aLife();
        ObjectNode event = eventsOf(reader).stream()
                .filter(one -> one.path("type").asText().equals("customer.subscription.created"))
                .findFirst()
                .orElseThrow();
        event.put("api_version", "2026-09-30.endive");
        forget(reader);
        deliver(event);
        agreed(reader);
        Eventually.holds(() -> assertTrue(
                note(event.path("id").asText()).startsWith("written in 2026-09-30.endive"),
                "it is parked with a reason"));
    }

    @Test
    @Case(24)
    void an_event_of_a_customer_who_is_not_ours_is_parked() {
        Buyer reader = aLife();
        ObjectNode event = eventsOf(reader).stream()
                .filter(one -> one.path("type").asText().equals("invoice.paid"))
                .findFirst()
                .orElseThrow();
        QuarkusTransaction.requiringNew()
                .run(() -> execute(
                        "update stripe_customer set customer = 'cus_of_another_shop_" + reader.account()
                                + "' where account = ?1",
                        reader.account()));
        forget(reader);
        deliver(event);
        Eventually.holds(() ->
                assertTrue(note(event.path("id").asText()).endsWith("is not ours"), "it is parked with a reason"));
        assertFalse(till.isEntitled(reader));
    }

    private Buyer aLife() {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        till.moveWithoutReconcile(reader, till.periodEnd(reader).plus(DRAFT_HOUR));
        till.again(reader).browser().post("/account/plan/cancellation");
        return reader;
    }

    private void heard(List<ObjectNode> events) {
        List<String> ids =
                events.stream().map(event -> event.path("id").asText()).toList();
        Eventually.holds(() -> assertEquals(
                0L,
                QuarkusTransaction.requiringNew()
                        .call(() -> stripeEvents.count("id in ?1 and state = ?2", ids, StripeEvent.State.WAITING))));
    }

    private void agreed(Buyer reader) {
        Eventually.holds(() -> assertEquals(oracle.atStripe(reader), oracle.withUs(reader)));
    }

    /** What the twin recorded of the reader's subscription, as it would have sent it, each with a new id. */
    private List<ObjectNode> eventsOf(Buyer reader) {
        String customer = oracle.customer(reader);
        List<ObjectNode> events = new ArrayList<>();
        tree(given().header("Authorization", "Bearer sk_test_backdrop")
                        .get(line.url() + "/v1/events?limit=100")
                        .asString())
                .path("data")
                .forEach(event -> {
                    if (event.at("/data/object/customer").asText().equals(customer)) {
                        events.add(event.<ObjectNode>deepCopy().put("id", "evt_" + UUID.randomUUID()));
                    }
                });
        return events;
    }

    private static List<ObjectNode> doubled(List<ObjectNode> events) {
        List<ObjectNode> twice = new ArrayList<>(events);
        twice.addAll(events);
        return twice;
    }

    private void deliver(ObjectNode event) {
        String body = event.toString();
        given().header("Stripe-Signature", signed(body))
                .contentType("application/json")
                .body(body.getBytes(UTF_8))
                .post("/billing/stripe/events")
                .then()
                .statusCode(200);
    }

    private String note(String event) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        (String) entities.createNativeQuery("select note from stripe_event where id = ?1", String.class)
                                .setParameter(1, event)
                                .getSingleResult());
    }

    private void forget(Buyer reader) {
        QuarkusTransaction.requiringNew()
                .run(() -> Stream.of(
                                "delete from term where subscription in (select id from subscription where account = ?1)",
                                "delete from entitlement where account = ?1",
                                "delete from subscription where account = ?1")
                        .forEach(statement -> execute(statement, reader.account())));
    }

    private void execute(String statement, long account) {
        entities.createNativeQuery(statement).setParameter(1, account).executeUpdate();
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (java.io.IOException problem) {
            throw new AssertionError(problem);
        }
    }

    private static String types(List<ObjectNode> events) {
        return events.stream()
                .map(event -> event.path("type").asText())
                .toList()
                .toString();
    }

    private static String signed(String body) {
        try {
            long now = Clock.systemUTC().instant().getEpochSecond();
            return Webhook.Signature.generateSignatureHeader(body, Backdrop.SECRET, now);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
