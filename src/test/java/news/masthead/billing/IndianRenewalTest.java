package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.Price;
import com.stripe.model.SubscriptionItem;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.story.AccessClass;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Renewals by the rules of India: a notice a day before each debit, under a mandate. https://docs.stripe.com/india-recurring-payments */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class IndianRenewalTest {

    private static final Duration DRAFT_HOUR = Duration.ofHours(2);
    /** The draft hour, and the 26 hours that a debit takes. */
    private static final Duration DEBITED = Duration.ofHours(28);

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Given people;

    @Inject
    Subscriptions subscriptions;

    @Inject
    StripeClient stripe;

    @Inject
    Calm calm;

    @Inject
    Dates dates;

    private Printed story;

    @BeforeEach
    void in_India() {
        twin.ruleAsInIndia(true);
        story = people.aStory(AccessClass.PREMIUM);
    }

    @AfterEach
    void elsewhere_again() {
        twin.ruleAsInIndia(false);
        assertEquals(List.of(), twin.violations());
    }

    @Case(14)
    @Test
    void while_the_bank_gives_its_notice_nobody_meets_the_wall_and_the_plan_says_that_the_money_is_on_its_way() {
        Buyer reader = aSubscriber(Card.INDIAN_MANDATE);
        Instant renewal = till.periodEnd(reader);
        assertReads(at(reader, renewal));
        assertReads(at(reader, renewal.plus(Duration.ofMinutes(59))));
        for (Duration since : List.of(DRAFT_HOUR, Duration.ofHours(14), Duration.ofHours(26))) {
            Buyer waiting = at(reader, renewal.plus(since));
            assertReads(waiting);
            assertEquals(Subscription.State.RUNNING, live(reader).state);
            waiting.planPage()
                    .then()
                    .body(
                            containsString("Your payment of ₹900 is on its way."),
                            containsString("you can read on until " + dates.day(renewal.plus(Duration.ofDays(3)))),
                            not(containsString("₹900 on ")),
                            not(containsString("Fix your payment")));
        }
        Buyer paid = at(reader, renewal.plus(DEBITED));
        assertReads(paid);
        assertEquals(till.periodEnd(reader), live(reader).paidThrough().orElseThrow());
        paid.planPage()
                .then()
                .body(
                        not(containsString("on its way")),
                        containsString("₹900 on " + dates.day(till.periodEnd(reader))));
    }

    @Case(30)
    @ParameterizedTest
    @CsvSource({
        "INDIAN_OPTS_OUT, Your bank has no standing consent to this amount.",
        "INDIAN_REFUSED, Your bank declined the payment.",
        "INDIAN, Your bank has no standing consent to this amount."
    })
    void a_debit_that_does_not_come_is_paid_on_the_page_of_its_invoice(Card card, String why) {
        Buyer reader = aSubscriber(card);
        Instant renewal = till.periodEnd(reader);
        assertEquals(List.of(), line.changesDuring(() -> {
            Buyer owing = at(reader, renewal.plus(DEBITED));
            assertEquals(Subscription.State.PAST_DUE, live(reader).state);
            assertReads(owing);
            owing.browser().get("/").then().body(containsString("Fix your payment"));
            fixPage(owing).then().body(containsString(why), containsString("₹900"));
            fixPage(at(reader, renewal.plus(Duration.ofDays(2)))).then().body(containsString(why));
            calm.after(twin);
        }));
        paysOnTheInvoicesPage(till.again(reader));

        Instant next = till.periodEnd(reader);
        assertReads(at(reader, next.plus(DEBITED)));
        assertTrue(live(reader).paidThrough().orElseThrow().isAfter(next), "the new mandate pays the next term");
    }

    @Case(30)
    @Test
    void a_renewal_above_the_mandate_asks_for_consent_to_the_new_amount() throws Exception {
        Buyer reader = aSubscriber(Card.INDIAN_MANDATE);
        becomesDearer(reader);
        Instant renewal = till.periodEnd(reader);
        assertEquals(
                List.of(),
                line.changesDuring(() -> fixPage(at(reader, renewal.plus(DRAFT_HOUR)))
                        .then()
                        .body(
                                containsString("Your bank has no standing consent to this amount."),
                                containsString("₹1,200"))));
        paysOnTheInvoicesPage(till.again(reader));
    }

    @Case(30)
    @Test
    void an_upgrade_above_the_mandate_waits_until_it_is_paid_in_person_and_then_renews_by_itself() {
        Buyer reader = aSubscriber(Card.INDIAN_MANDATE);
        reader.change("yearly");
        assertEquals("quarterly", live(reader).plan);
        Response waits = reader.changePage("yearly");
        waits.then().body(containsString("/_twin/invoice/"));
        till.payAndConfirm(invoicePageIn(waits), Card.INDIAN_MANDATE);
        Eventually.holds(() -> assertEquals("yearly", live(reader).plan));

        Instant renewal = till.periodEnd(reader);
        assertReads(at(reader, renewal.plus(DEBITED)));
        assertTrue(live(reader).paidThrough().orElseThrow().isAfter(renewal));
    }

    @Case(30)
    @Test
    void a_card_without_a_mandate_is_told_of_as_soon_as_it_has_paid() {
        aSubscriber(Card.INDIAN)
                .planPage()
                .then()
                .body(containsString("Your bank has given no standing consent to renewals"));
        aSubscriber(Card.INDIAN_MANDATE).planPage().then().body(not(containsString("no standing consent")));
    }

    /** A first card that does not pay either changes nothing. */
    private void paysOnTheInvoicesPage(Buyer owing) {
        String page = invoicePageIn(fixPage(owing));
        till.press(page, "pay", Card.LACKS_FUNDS);
        fixPage(owing).then().statusCode(200).body(containsString("Your bank declined the payment."));
        till.payAndConfirm(page, Card.INDIAN_MANDATE);
        owing.browser()
                .get("/account/plan/payment")
                .then()
                .statusCode(303)
                .header("Location", containsString("/account/plan"));
        assertEquals(Subscription.State.RUNNING, live(owing).state);
        assertEquals(till.periodEnd(owing), live(owing).paidThrough().orElseThrow());
        assertReads(owing);
        owing.browser().get("/").then().body(not(containsString("Fix your payment")));
    }

    private Buyer aSubscriber(Card card) {
        Buyer reader = till.aReader();
        String page = reader.subscribe("quarterly").header("Location");
        reader.browser().get(card == Card.INDIAN ? till.pay(page, card) : till.payAndConfirm(page, card));
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        return reader;
    }

    /** The publisher moves somebody to a dearer price at Stripe. */
    private void becomesDearer(Buyer reader) throws Exception {
        var subscription = till.subscriptionsAtStripe(reader).getFirst();
        SubscriptionItem item = subscription.getItems().getData().getFirst();
        Price dearer = stripe.v1()
                .prices()
                .create(PriceCreateParams.builder()
                        .setProduct(item.getPrice().getProduct())
                        .setCurrency("inr")
                        .setUnitAmount(120_000L)
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                                .setIntervalCount(3L)
                                .build())
                        .putAllMetadata(item.getPrice().getMetadata())
                        .build());
        SubscriptionUpdateParams change = SubscriptionUpdateParams.builder()
                .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.NONE)
                .addItem(SubscriptionUpdateParams.Item.builder()
                        .setId(item.getId())
                        .setPrice(dearer.getId())
                        .build())
                .build();
        stripe.v1().subscriptions().update(subscription.getId(), change);
    }

    private Buyer at(Buyer reader, Instant at) {
        till.moveTo(reader, at);
        return till.again(reader);
    }

    private void assertReads(Buyer reader) {
        reader.browser().get(story.path()).then().statusCode(200).body(containsString(Given.GATED));
    }

    private static Response fixPage(Buyer reader) {
        return reader.browser().get("/account/plan/payment");
    }

    private static String invoicePageIn(Response page) {
        return page.htmlPath().getString("**.find { it.@href.text().contains('/_twin/invoice/') }.@href");
    }

    private Subscription live(Buyer reader) {
        return subscriptions.liveOf(reader.account()).orElseThrow();
    }
}
