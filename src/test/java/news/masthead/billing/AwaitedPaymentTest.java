package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A first payment that is not there yet when the payment page is left: nothing is open before the money is. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class AwaitedPaymentTest {

    StripeTwin twin;

    @Inject
    Till till;

    @Inject
    StripeLook look;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    static Stream<DeliveryMode> orders() {
        return Stream.of(
                DeliveryMode.FAITHFUL,
                DeliveryMode.FAITHFUL.shuffled().times(2),
                DeliveryMode.FAITHFUL.losing("checkout.session.completed"));
    }

    @Case(8)
    @ParameterizedTest
    @MethodSource("orders")
    void a_checkout_that_is_complete_and_not_paid_opens_nothing_before_the_money_comes(DeliveryMode mode) {
        twin.deliver(mode);
        Buyer reader = till.aReader();
        String back = press(reader.subscribe("quarterly").header("Location"), "pay", "upi");
        reader.browser().get(back).then().statusCode(200).body(containsString("confirming"));
        assertFalse(till.isEntitled(reader));
        reader.planPage()
                .then()
                .body(
                        containsString("every story is open to you once it has arrived"),
                        not(containsString("read on until")));

        twin.close(firstPayment(reader).getId(), true);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        reader.browser().get(back).then().statusCode(303).header("Location", containsString(Till.STORY));
    }

    @Case(8)
    @ParameterizedTest
    @MethodSource("orders")
    void money_that_never_comes_opens_nothing(DeliveryMode mode) {
        twin.deliver(mode);
        Buyer reader = till.aReader();
        String back = press(reader.subscribe("quarterly").header("Location"), "pay", "upi");
        reader.browser().get(back);

        twin.close(firstPayment(reader).getId(), false);
        Eventually.holds(
                () -> assertFalse("processing".equals(firstPayment(reader).getStatus()), "the bank has answered"));
        reader.browser().get(back);
        assertFalse(till.isEntitled(reader));
    }

    @Case(19)
    @Test
    void a_bank_that_asks_its_customer_keeps_the_wall_until_it_is_answered() {
        Buyer reader = till.aReader();
        String page = reader.subscribe("quarterly").header("Location");
        given().redirects()
                .follow(false)
                .formParam("outcome", "pay")
                .formParam("card", "asks-once")
                .post(page);
        assertEquals("incomplete", bought(reader).getStatus());
        Eventually.holds(() -> assertFalse(till.isEntitled(reader)));

        reader.browser().get(press(page, "confirm", "asks-once"));
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
    }

    @Case(19)
    @Test
    void a_question_nobody_answers_ends_after_23_hours_and_the_reader_may_buy_again() {
        Buyer reader = till.aReader();
        String page = reader.subscribe("quarterly").header("Location");
        given().redirects()
                .follow(false)
                .formParam("outcome", "pay")
                .formParam("card", "asks-once")
                .post(page);
        till.moveWithoutReconcile(
                reader, Instant.ofEpochSecond(bought(reader).getCreated()).plus(Duration.ofHours(24)));
        Eventually.holds(() -> assertEquals("incomplete_expired", bought(reader).getStatus()));
        assertFalse(till.isEntitled(reader));

        Buyer again = till.again(reader);
        again.browser().get(till.pay(again.subscribe("quarterly").header("Location"), Card.GOOD));
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
    }

    private PaymentIntent firstPayment(Buyer reader) {
        return look.at(bought(reader).getId()).orElseThrow().payments().getFirst();
    }

    private Subscription bought(Buyer reader) {
        return till.subscriptionsAtStripe(reader).getFirst();
    }

    /** The path on the site that the payment page leads back to. */
    private static String press(String page, String outcome, String card) {
        String back = given().redirects()
                .follow(false)
                .formParam("outcome", outcome)
                .formParam("card", card)
                .post(page)
                .header("Location");
        return Till.pathOf(back);
    }
}
