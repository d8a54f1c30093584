package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Given;
import news.masthead.given.Together;
import news.masthead.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cards that fail on the payment page. Who tries out stolen ones is stopped; who has an unlucky evening is not. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class CardTestingTest {

    StripeTwin twin;

    @Inject
    Till till;

    @Inject
    Given people;

    @Inject
    CheckoutLimits limits;

    @Inject
    CheckoutTries tries;

    @Inject
    MovableClock clock;

    @Inject
    Calm calm;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @Test
    void who_fails_with_four_cards_buys_with_the_fifth() {
        Buyer reader = till.aReader();
        String page = reader.subscribe("yearly").header("Location");
        fail(page, 4);
        Eventually.holds(() -> assertEquals(4, failuresOf(reader)));

        assertEquals(page, reader.subscribe("yearly").header("Location"));
        reader.browser().get(till.pay(page, Card.GOOD));
        assertTrue(till.isEntitled(reader));
        assertEquals(1, till.subscriptionsAtStripe(reader).size());
    }

    @Test
    void who_tries_card_after_card_finds_the_page_closed_and_staff_see_it() {
        twin.deliver(DeliveryMode.FAITHFUL.shuffled().times(2));
        Buyer tester = till.aReader();
        String page = tester.subscribe("quarterly").header("Location");
        fail(page, limits.failed().account());
        Eventually.holds(() -> assertEquals(0, till.openPages(tester)));
        assertEquals(410, till.payOrBeRefused(page));
        assertEquals(List.of(), till.subscriptionsAtStripe(tester));
        tester.subscribe("quarterly")
                .then()
                .statusCode(429)
                .body(containsString("That was tried too often. Nothing was charged"));

        calm.after(twin);
        assertEquals(limits.failed().account(), failuresOf(tester), "each charge counts once");
        given().cookie("session", people.someone(Role.READER, Role.BILLING).session())
                .get("/ops/billing")
                .then()
                .statusCode(200)
                .body(
                        containsString("/ops/billing/" + tester.account()),
                        containsString("Payment pages: 1. Cards declined: "
                                + limits.failed().account() + "."));
    }

    @Test
    void a_family_that_buys_at_once_behind_one_address_is_not_harmed() throws Exception {
        List<Buyer> family = Stream.generate(till::aReader).limit(5).toList();
        List<String> pages = family.stream()
                .map(one -> one.subscribe("quarterly").header("Location"))
                .toList();
        pages.forEach(page -> fail(page, 2));
        Together.of(IntStream.range(0, pages.size())
                .mapToObj(one ->
                        (Callable<Object>) () -> family.get(one).browser().get(till.pay(pages.get(one), Card.GOOD)))
                .toList());
        Eventually.holds(() -> family.forEach(one -> assertTrue(till.isEntitled(one))));
    }

    @Test
    void a_renewal_that_fails_is_nobodys_try() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        till.moveTo(reader, till.periodEnd(reader).plus(Duration.ofDays(9)));
        calm.after(twin);
        assertEquals(0, failuresOf(reader));
    }

    private void fail(String page, int cards) {
        for (int card = 0; card < cards; card++) {
            till.press(page, "pay", Card.LACKS_FUNDS).then().statusCode(303);
        }
    }

    private long failuresOf(Buyer buyer) {
        return tries.busiest(clock.instant().minus(limits.window()), 1000).stream()
                .filter(one -> one.account().equals(Optional.of(buyer.account())))
                .mapToLong(TriesOfOne::failed)
                .sum();
    }
}
