package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.SubscriptionUpdateParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.subscription.PriceTable;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From one plan to another. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class ChangingTest {

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    StripeClient stripe;

    @Inject
    Catalogue catalogue;

    @Inject
    PriceTable prices;

    @Inject
    Quotes quotes;

    @Inject
    Subscriptions subscriptions;

    @Inject
    MovableClock clock;

    @Inject
    Dates dates;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        assertEquals(List.of(), twin.violations());
    }

    @Test
    void who_goes_over_to_more_pays_what_was_quoted_and_has_it_at_once() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        till.moveTo(reader, till.periodEnd(reader).minus(Duration.ofDays(45)));
        Buyer again = till.again(reader);
        Response page = again.changePage("yearly");
        Quote.Terms quoted = quoted(page);
        assertTrue(quoted.today().paise() > 180_000 && quoted.today().paise() < 270_000, quoted.toString());
        page.then()
                .statusCode(200)
                .body(containsString("Change and pay " + quoted.today()))
                .body(containsString(
                        "₹2,700 on " + dates.day(quoted.next().orElseThrow().at())));

        again.acceptChange(Buyer.offered(page))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/account/plan?now=changed"));
        assertEquals(quoted.today().paise(), newestInvoice(reader).getAmountPaid());
        assertEquals("yearly", live(reader).plan);
        assertEquals(till.periodEnd(reader), live(reader).paidThrough().orElseThrow());
        assertEquals(
                quoted.next().orElseThrow().at().getEpochSecond(),
                till.periodEnd(reader).getEpochSecond(),
                3600);
        again.browser()
                .get("/account/plan?now=changed")
                .then()
                .body(containsString("Your plan is now Smart Essential"))
                .body(containsString("₹2,700 on " + dates.day(till.periodEnd(reader))));
    }

    @Test
    void saying_yes_in_many_tabs_at_once_is_charged_once() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        String quote = Buyer.offered(reader.changePage("two_year"));
        for (Response answer : AtOnce.times(8, () -> reader.acceptChange(quote))) {
            answer.then().statusCode(303).header("Location", endsWith("/account/plan?now=changed"));
        }
        assertEquals(2, invoices(reader).size());
        assertEquals("two_year", live(reader).plan);
    }

    @Case(18)
    @Test
    void a_card_that_fails_is_told_and_the_old_plan_stays_without_a_trace() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        Instant paidThrough = live(reader).paidThrough().orElseThrow();
        reader.change("two_year").then().statusCode(303).header("Location", endsWith("/account/plan/change"));

        assertOldPlan(reader, paidThrough);
        reader.browser()
                .get("/account/plan/change")
                .then()
                .body(containsString("did not let the payment of"))
                .body(containsString("You still have Smart Quarterly, and nothing was charged."))
                .body(not(containsString("See what it costs")));
        reader.planPage().then().body(containsString("Your change to Super Saver waits for a payment of"));

        till.moveTo(reader, clock.instant().plus(Duration.ofHours(24)));
        assertOldPlan(reader, paidThrough);
        assertNull(till.subscriptionsAtStripe(reader).getFirst().getPendingUpdate());
        assertEquals("void", newestInvoice(reader).getStatus());
        Buyer again = till.again(reader);
        again.planPage().then().body(not(containsString("waits for a payment")));
        again.browser().get("/account/plan/change").then().body(containsString("See what it costs"));
    }

    @Case(18)
    @Test
    void a_change_that_waits_for_its_payment_can_be_let_go() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        Instant paidThrough = live(reader).paidThrough().orElseThrow();
        reader.change("yearly");
        for (Response answer : AtOnce.times(2, () -> reader.browser().post("/account/plan/change/give-up"))) {
            answer.then().statusCode(303).header("Location", endsWith("/account/plan?now=kept"));
        }
        assertOldPlan(reader, paidThrough);
        assertEquals("void", newestInvoice(reader).getStatus());
        reader.planPage().then().body(not(containsString("waits for a payment")));
    }

    @Test
    void who_cancels_while_a_change_waits_is_never_charged_for_it() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        reader.change("yearly");
        reader.cancel().then().statusCode(303);
        assertEquals(Subscription.State.ENDING, live(reader).state);
        assertEquals("void", newestInvoice(reader).getStatus());
    }

    @Test
    void who_goes_over_to_less_has_it_at_the_end_of_the_paid_term_and_pays_nothing_before() throws Exception {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        Instant paidThrough = live(reader).paidThrough().orElseThrow();
        String day = dates.day(paidThrough);
        Response page = reader.changePage("quarterly");
        page.then().body(containsString("Nothing")).body(containsString("₹900 on " + day));
        String quote = Buyer.offered(page);
        for (Response answer : AtOnce.times(2, () -> reader.acceptChange(quote))) {
            assertTrue(List.of(303, 409, 422).contains(answer.statusCode()), answer.asString());
        }
        assertEquals("yearly", live(reader).plan);
        assertEquals("quarterly", live(reader).next().orElseThrow().plan());
        reader.browser()
                .get("/account/plan?now=changed")
                .then()
                .body(containsString("Your plan changes to Smart Quarterly on " + day))
                .body(containsString("₹900 on " + day))
                .body(containsString("Keep Smart Essential"))
                .body(not(containsString("Change plan")));
        assertEquals(1, invoices(reader).size());

        till.moveTo(reader, paidThrough.plus(Duration.ofHours(2)));
        assertEquals("quarterly", live(reader).plan);
        assertTrue(live(reader).next().isEmpty());
        assertEquals(90_000, newestInvoice(reader).getAmountPaid());
        assertTrue(till.isEntitled(reader));
        Instant second = live(reader).paidThrough().orElseThrow();
        assertTrue(second.isBefore(paidThrough.plus(Duration.ofDays(93))));
        till.moveTo(reader, second.plus(Duration.ofHours(2)));
        assertEquals("quarterly", live(reader).plan);
        assertTrue(live(reader).paidThrough().orElseThrow().isAfter(second));
    }

    @Test
    void a_planned_change_is_taken_back() throws Exception {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        reader.change("quarterly").then().statusCode(303);
        for (Response answer : AtOnce.times(2, reader::keepThePlan)) {
            answer.then().statusCode(303).header("Location", endsWith("/account/plan?now=kept"));
        }
        assertTrue(live(reader).next().isEmpty());
        till.moveTo(reader, live(reader).paidThrough().orElseThrow().plus(Duration.ofHours(2)));
        assertEquals("yearly", live(reader).plan);
        assertEquals(270_000, newestInvoice(reader).getAmountPaid());
    }

    @Test
    void who_cancels_with_a_change_planned_ends_with_the_paid_term() {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        Instant paidThrough = live(reader).paidThrough().orElseThrow();
        reader.change("quarterly").then().statusCode(303);
        reader.cancel().then().statusCode(303);
        assertEquals(Subscription.State.ENDING, live(reader).state);
        till.moveTo(reader, paidThrough.plusSeconds(60));
        assertTrue(subscriptions.liveOf(reader.account()).isEmpty());
        assertEquals(1, invoices(reader).size());
    }

    @Test
    void what_no_longer_costs_what_was_quoted_is_not_charged() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        String quote = Buyer.offered(reader.changePage("two_year"));
        com.stripe.model.Subscription held = till.subscriptionsAtStripe(reader).getFirst();
        stripe.v1()
                .subscriptions()
                .update(
                        held.getId(),
                        SubscriptionUpdateParams.builder()
                                .addItem(SubscriptionUpdateParams.Item.builder()
                                        .setId(held.getItems()
                                                .getData()
                                                .getFirst()
                                                .getId())
                                        .setPrice(catalogue.priceOf(
                                                prices.plan("yearly").orElseThrow()))
                                        .build())
                                .build());
        int before = invoices(reader).size();
        reader.acceptChange(quote).then().statusCode(409).body(containsString("nothing was charged"));
        assertEquals(before, invoices(reader).size());
        assertEquals("yearly", live(reader).plan);
    }

    @Test
    void a_quote_that_is_old_garbled_or_somebody_elses_changes_nothing() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        Buyer other = till.aSubscriber("quarterly", Card.GOOD);
        String quote = Buyer.offered(reader.changePage("yearly"));
        other.acceptChange(quote).then().statusCode(422);
        reader.acceptChange("x' or 1=1").then().statusCode(422);
        reader.acceptChange(UUID.randomUUID().toString()).then().statusCode(422);
        clock.moveTo(clock.instant().plus(Quotes.VALID_FOR));
        till.again(reader)
                .acceptChange(quote)
                .then()
                .statusCode(409)
                .body(containsString("nothing was charged"))
                .body(containsString("Change and pay"));
        assertEquals("quarterly", live(reader).plan);
        assertEquals("quarterly", live(other).plan);
        assertEquals(1, invoices(reader).size());
    }

    @Test
    void while_stripe_is_silent_nothing_changes_and_the_same_yes_does_it_later() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        String quote = Buyer.offered(reader.changePage("yearly"));
        line.cut();
        reader.changePage("two_year").then().statusCode(503).body(containsString("nothing was changed"));
        Response refused = reader.acceptChange(quote);
        refused.then().statusCode(503).body(containsString("nothing was changed"));
        assertEquals(quote, Buyer.offered(refused));
        line.mend();
        reader.acceptChange(quote).then().statusCode(303);
        assertEquals("yearly", live(reader).plan);
        assertEquals(2, invoices(reader).size());
    }

    @Test
    void an_answer_that_is_lost_does_not_charge_twice() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        String quote = Buyer.offered(reader.changePage("yearly"));
        line.loseAnswers(1);
        reader.acceptChange(quote);
        line.mend();
        reader.acceptChange(quote);
        Eventually.holds(() -> assertEquals("yearly", live(reader).plan));
        assertEquals(2, invoices(reader).size());
    }

    @Test
    void who_has_no_plan_or_has_cancelled_changes_to_none() {
        Buyer nobody = till.aReader();
        nobody.browser().get("/account/plan/change").then().statusCode(303);
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        reader.cancel();
        reader.changePage("yearly").then().statusCode(422).body(containsString("cannot be changed as it stands"));
        reader.changePage("no_such").then().statusCode(422);
        reader.planPage().then().body(not(containsString("Change plan")));
    }

    private void assertOldPlan(Buyer reader, Instant paidThrough) {
        assertEquals("quarterly", live(reader).plan);
        assertEquals(paidThrough, live(reader).paidThrough().orElseThrow());
        assertEquals(Subscription.State.RUNNING, live(reader).state);
        assertFalse(till.wasEntitled(reader, paidThrough.plus(Duration.ofDays(4))));
    }

    private Quote.Terms quoted(Response page) {
        return quotes.find(UUID.fromString(Buyer.offered(page))).orElseThrow().terms();
    }

    private Subscription live(Buyer reader) {
        return subscriptions.liveOf(reader.account()).orElseThrow();
    }

    private Invoice newestInvoice(Buyer reader) {
        return invoices(reader).getFirst();
    }

    private List<Invoice> invoices(Buyer reader) {
        InvoiceListParams all = InvoiceListParams.builder()
                .setSubscription(till.subscriptionsAtStripe(reader).getFirst().getId())
                .build();
        return StripeFailure.all(() -> stripe.v1().invoices().list(all)).stream()
                .sorted(Comparator.comparing(Invoice::getCreated).reversed())
                .toList();
    }
}
