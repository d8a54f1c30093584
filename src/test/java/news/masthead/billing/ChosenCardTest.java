package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnTheTwin.class)
class ChosenCardTest {

    StripeTwin twin;

    @Inject
    Till till;

    @Inject
    Portal portal;

    @Inject
    Subscriptions subscriptions;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @Test
    void a_card_chosen_in_the_portal_pays_the_next_renewal() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        String old = charged(reader);

        choose(reader);

        Eventually.holds(() -> assertNotEquals(old, charged(reader)));
        till.moveTo(reader, till.periodEnd(reader).plus(Duration.ofHours(2)));
        assertEquals(
                Subscription.State.RUNNING,
                subscriptions.liveOf(reader.account()).orElseThrow().state);
    }

    private void choose(Buyer reader) {
        URI page = portal.card(reader.account());
        given().redirects()
                .follow(false)
                .formParam("action", "card")
                .formParam("card", "good")
                .post(page)
                .then()
                .statusCode(303);
    }

    private String charged(Buyer reader) {
        return till.subscriptionsAtStripe(reader).get(0).getDefaultPaymentMethod();
    }
}
