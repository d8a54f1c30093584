package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A payment that fails, and how it is put right. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class FixingTest {

    private static final Duration GRACE = Duration.ofDays(3);
    private static final Duration DRAFT_HOUR = Duration.ofHours(2);

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Dates dates;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        assertEquals(List.of(), twin.violations());
    }

    @Case(15)
    @Test
    void the_first_decline_locks_nobody_out_and_every_page_says_how_to_fix_it() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        reader.browser().get("/").then().body(not(containsString("Fix your payment")));
        Instant paidThrough = till.periodEnd(reader);
        till.moveTo(reader, paidThrough.plus(DRAFT_HOUR));
        Buyer again = till.again(reader);

        assertTrue(till.isEntitled(reader));
        for (String page : List.of("/", "/section/markets", "/account", "/subscribe")) {
            again.browser()
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body(containsString("href=\"/account/plan/payment\">Fix your payment"))
                    .body(not(containsString("class=\"buy\"")));
        }
        again.browser()
                .get("/account/plan/payment")
                .then()
                .statusCode(200)
                .body(containsString("Your bank declined the payment."))
                .body(containsString("₹900"))
                .body(containsString("until " + dates.day(paidThrough.plus(GRACE))))
                .body(not(containsString("href=\"/subscribe")));
    }

    @Test
    void who_is_locked_out_still_comes_to_fix_it() {
        Buyer reader = till.aSubscriber("yearly", Card.FAILS_AT_RENEWAL);
        till.moveTo(reader, till.periodEnd(reader).plus(DRAFT_HOUR));
        till.moveTo(reader, live(reader).paidThrough().orElseThrow().plus(GRACE));
        Buyer again = till.again(reader);
        assertFalse(till.isEntitled(reader));
        again.browser().get("/").then().body(containsString("Fix your payment"));
        again.browser()
                .get("/account/plan/payment")
                .then()
                .statusCode(200)
                .body(containsString("as soon as it is paid"));
        line.cut();
        again.browser()
                .get("/account/plan/payment")
                .then()
                .statusCode(200)
                .body(containsString("does not answer right now"));
        again.browser().post("/account/plan/card").then().statusCode(503);
    }

    @Test
    void who_owes_nothing_is_taken_to_the_plan() {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        reader.browser()
                .get("/account/plan/payment")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/account/plan"));
    }

    private Subscription live(Buyer reader) {
        return subscriptions.liveOf(reader.account()).orElseThrow();
    }
}
