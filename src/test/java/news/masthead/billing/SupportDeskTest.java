package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Together;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The support desk, as those who look after money use it. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class SupportDeskTest {

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Calm calm;

    @Inject
    Payments payments;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Customers customers;

    @Inject
    CareBook book;

    @Inject
    Postman postman;

    private Buyer reader;
    private Payment payment;
    private String staff;

    @BeforeEach
    void a_subscriber_and_somebody_of_the_house() {
        reader = till.aSubscriber("quarterly", Card.GOOD);
        calm.after(twin);
        payment = payments.of(reader.account()).getFirst();
        String subject = UUID.randomUUID().toString();
        Account account = accounts.admit(subject, "Nandini Bose", subject + "@house.example", true);
        staff = sessions.open(
                        account, Set.of(Role.READER, Role.BILLING), new Sessions.Tokens("", Optional.empty()), "test")
                .orElseThrow();
    }

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "account", "subscription", "invoice", "customer", "payment", "number"})
    void finds_a_reader_by(String what) {
        String asked = switch (what) {
            case "email" -> accounts.find(reader.account()).orElseThrow().email.toUpperCase(java.util.Locale.ROOT);
            case "account" -> Long.toString(reader.account());
            case "subscription" -> payment.subscription();
            case "invoice" -> payment.invoice();
            case "customer" -> customers.ensure(reader.account());
            case "payment" -> payment.id();
            default -> payment.number();
        };
        at().queryParam("q", asked)
                .get("/ops/billing")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/ops/billing/" + reader.account()));
    }

    @Test
    void says_that_nothing_goes_by_a_number() {
        at().queryParam("q", "sub_nobodys")
                .get("/ops/billing")
                .then()
                .statusCode(200)
                .body(containsString("Nothing on record goes by that."))
                .body(containsString("sub_nobodys"));
    }

    @Test
    void tells_a_readers_story_and_never_what_was_read() {
        at().get("/ops/billing/" + reader.account())
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body(containsString("Smart Quarterly"))
                .body(containsString("Paid ₹900"))
                .body(containsString("Subscription began"))
                .body(containsString("Letters about money"))
                .body(containsString("Receipt for ₹900"))
                .body(containsString("customer.subscription.created"))
                .body(containsString(payment.subscription()))
                .body(not(containsString("/article/")));
    }

    @Test
    void a_refund_is_shown_before_it_is_made_and_then_made_once_for_twenty_clicks() throws Exception {
        String form = at().queryParam("payment", payment.id())
                .get(refundPath())
                .then()
                .statusCode(200)
                .body(containsString("ends access at once"))
                .extract()
                .asString();
        String id = form.split("name=\"id\" value=\"")[1].split("\"")[0];
        Together.of(20, () -> refund(id, "900", "Bought by mistake", true));
        refund(id, "900", "Bought by mistake", true).then().statusCode(303);
        assertFalse(till.isEntitled(reader));
        assertEquals("canceled", till.subscriptionsAtStripe(reader).getFirst().getStatus());
        at().queryParam("now", id)
                .get("/ops/billing/" + reader.account())
                .then()
                .body(containsString("Gave ₹900 back."))
                .body(containsString("Bought by mistake"))
                .body(containsString("Nandini Bose"))
                .body(containsString("Ended the subscription at once"));
        assertEquals(90_000, payments.of(reader.account()).getFirst().refunded().paise());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "0", "1e3", "900.001", "NaN", "12345678901234567890"})
    void an_amount_that_is_none_is_kept_and_refused(String amount) {
        refund(UUID.randomUUID().toString(), amount, "Asked for it", false)
                .then()
                .statusCode(422)
                .body(containsString("Type an amount in rupees"))
                .body(containsString("Asked for it"));
        assertTrue(till.isEntitled(reader));
    }

    @Test
    void more_than_is_left_and_no_reason_are_refused_with_a_sentence() {
        refund(UUID.randomUUID().toString(), "900.01", "Asked for it", false)
                .then()
                .statusCode(422)
                .body(containsString("Only ₹900 of this payment is left"));
        refund(UUID.randomUUID().toString(), "900", " ", false)
                .then()
                .statusCode(422)
                .body(containsString("the reason is kept"));
        assertTrue(till.isEntitled(reader));
    }

    @Test
    void where_stripe_is_silent_the_same_form_may_be_sent_again() {
        String id = UUID.randomUUID().toString();
        line.cut();
        refund(id, "900", "Asked for it", false)
                .then()
                .statusCode(503)
                .body(containsString("Stripe does not answer"))
                .body(containsString(id));
        line.mend();
        at().get("/ops/billing/" + reader.account()).then().body(containsString("waits for Stripe’s answer"));
        at().formParam("id", id).post(refundPath() + "/again").then().statusCode(303);
        assertFalse(till.isEntitled(reader));
    }

    @Test
    void a_subscription_is_ended_with_what_is_paid_or_refused_without_a_reason() {
        end("term", "").then().statusCode(422).body(containsString("Please say why"));
        end("term", "Moves abroad").then().statusCode(303);
        assertTrue(till.isEntitled(reader));
        line.cut();
        end("now", "Moves abroad").then().statusCode(503).body(containsString("nothing was changed"));
        line.mend();
        end("now", "Moves abroad").then().statusCode(303);
        assertFalse(till.isEntitled(reader));
    }

    @Test
    void a_warning_of_fraud_needs_somebody_until_the_money_is_given_back() throws Exception {
        String warning = "radar.early_fraud_warning.created";
        String object = "{\"object\":\"radar.early_fraud_warning\",\"id\":\"issfr_1\",\"payment_intent\":\"%s\"}";
        assertFalse(cases().contains(payment.subscription()));
        String event = postman.deliver(warning, object.formatted(payment.id()), "{}");
        postman.heard(event);
        postman.heard(postman.deliver(warning, object.formatted(payment.id()), "{}"));
        postman.heard(postman.deliver(warning, object.formatted("pi_of_another_shop"), "{}"));
        assertEquals(List.of(CareBook.Why.FRAUD_WARNING), whys(), "once, however many warn of it");
        String desk = cases();
        assertTrue(desk.contains(payment.subscription()), desk);
        assertTrue(desk.contains("warns that a payment was fraud"), desk);
        at().get("/ops/billing/" + reader.account())
                .then()
                .body(containsString(warning))
                .body(containsString(event));

        refund(UUID.randomUUID().toString(), "900", "Warned of fraud", true)
                .then()
                .statusCode(303);
        assertEquals(List.of(), whys());
    }

    private String cases() {
        return at().get("/ops/billing").then().statusCode(200).extract().asString();
    }

    private List<CareBook.Why> whys() {
        return book.cases().stream()
                .filter(one -> one.account() == reader.account())
                .map(CareBook.Case::why)
                .toList();
    }

    @Test
    void another_readers_payment_and_subscription_are_not_there() {
        Buyer other = till.aReader();
        at().formParam("payment", payment.id())
                .formParam("amount", "1")
                .formParam("reason", "x")
                .post("/ops/billing/" + other.account() + "/refund")
                .then()
                .statusCode(404);
        at().formParam("subscription", payment.subscription())
                .formParam("reason", "x")
                .post("/ops/billing/" + other.account() + "/end")
                .then()
                .statusCode(404);
    }

    @Test
    void asking_stripe_now_finds_what_no_event_told_of() {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        till.moveWithoutReconcile(reader, till.periodEnd(reader).plus(java.time.Duration.ofHours(2)));
        String id = UUID.randomUUID().toString();
        staff = again();
        at().formParam("id", id)
                .formParam("subscription", payment.subscription())
                .post("/ops/billing/" + reader.account() + "/sync")
                .then()
                .statusCode(303);
        at().get("/ops/billing/" + reader.account() + "?now=" + id)
                .then()
                .body(containsString("Asked Stripe. What it says has been taken over"))
                .body(containsString("We had:"))
                .body(not(containsString("paid through 202")));
    }

    private String again() {
        String subject = UUID.randomUUID().toString();
        Account account = accounts.admit(subject, "Nandini Bose", subject + "@house.example", true);
        return sessions.open(
                        account, Set.of(Role.READER, Role.BILLING), new Sessions.Tokens("", Optional.empty()), "test")
                .orElseThrow();
    }

    private Response refund(String id, String amount, String reason, boolean alsoEnd) {
        RequestSpecification form = at().formParam("id", id)
                .formParam("payment", payment.id())
                .formParam("amount", amount)
                .formParam("reason", reason);
        return (alsoEnd ? form.formParam("also-end", "yes") : form).post(refundPath());
    }

    private Response end(String when, String reason) {
        return at().formParam("id", UUID.randomUUID().toString())
                .formParam("subscription", payment.subscription())
                .formParam("when", when)
                .formParam("reason", reason)
                .post("/ops/billing/" + reader.account() + "/end");
    }

    private String refundPath() {
        return "/ops/billing/" + reader.account() + "/refund";
    }

    private RequestSpecification at() {
        return given().cookie("session", staff).redirects().follow(false);
    }
}
