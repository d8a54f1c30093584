package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.param.PromotionCodeListParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Size;
import news.masthead.given.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code takes off what it says, once for each reader; one that does not hold never leads to the full price. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class OffersTest {

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Quotes quotes;

    @Inject
    StripeClient stripe;

    @Inject
    StripeLook look;

    @Inject
    OfferTable offers;

    @Inject
    BillingAlerts alerts;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        assertEquals(List.of(), twin.violations());
    }

    @ParameterizedTest
    @CsvSource({
        "quarterly,DIWALI20,72000,90000",
        "yearly,diwali20,216000,270000",
        "two_year,' DIWALI20 ',312000,390000",
        "quarterly,LESS100,80000,80000",
        "quarterly,TWICE10,81000,81000",
        "yearly,NEWHERE,189000,270000"
    })
    void a_code_takes_off_what_it_says_and_that_is_what_is_charged(String plan, String code, long today, long next) {
        long before = alerts.raised(BillingAlert.UNEQUAL_CHARGE);
        Buyer reader = till.aReader();
        String id = Till.quoteIn(reader.quotePage(plan, code));
        Quote.Terms terms = quotes.find(UUID.fromString(id)).orElseThrow().terms();
        assertEquals(today, terms.today().paise());
        assertEquals(next, terms.next().orElseThrow().amount().paise());

        till.pay(reader.accept(id, "").header("Location"), Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        assertEquals(List.of(today), paidBy(reader));
        assertEquals(before, alerts.raised(BillingAlert.UNEQUAL_CHARGE));
    }

    @Test
    void an_offer_for_ever_holds_at_the_renewal_as_it_was_quoted() {
        Buyer reader = buys("quarterly", "LESS100");
        till.moveTo(reader, till.periodEnd(reader).plus(Duration.ofDays(2)));
        assertEquals(List.of(80_000L, 80_000L), paidBy(reader));
    }

    @Test
    void whatever_is_bought_with_whatever_code_costs_what_was_accepted_to_the_paisa() {
        long before = alerts.raised(BillingAlert.UNEQUAL_CHARGE);
        Random chance = new Random(20_261_126);
        for (int i = 0; i < Size.of(24, 200); i++) {
            String plan = List.of("quarterly", "yearly", "two_year").get(chance.nextInt(3));
            Buyer reader = till.aReader();
            List<String> codes = Stream.of("", "DIWALI20", "NEWHERE", "LESS100", "TWICE10")
                    .filter(code ->
                            code.isEmpty() || reader.quotePage(plan, code).statusCode() == 200)
                    .toList();
            assertEquals(plan.equals("quarterly") ? 5 : 3, codes.size(), plan);
            String code = codes.get(chance.nextInt(codes.size()));
            String id = Till.quoteIn(code.isEmpty() ? reader.quotePage(plan) : reader.quotePage(plan, code));
            long accepted = quotes.find(UUID.fromString(id))
                    .orElseThrow()
                    .terms()
                    .today()
                    .paise();

            reader.browser().get(till.pay(reader.accept(id, "").header("Location"), Card.GOOD));
            assertEquals(List.of(accepted), paidBy(reader), plan + " " + code);
            Quote charged = quotes.find(UUID.fromString(id)).orElseThrow();
            assertEquals(
                    look.at(till.subscriptionsAtStripe(reader).getFirst().getId())
                            .orElseThrow()
                            .paidInvoices()
                            .getFirst()
                            .getId(),
                    charged.invoice);
        }
        assertEquals(before, alerts.raised(BillingAlert.UNEQUAL_CHARGE));
    }

    @Case(10)
    @Test
    void when_no_answer_comes_the_yes_holds_its_one_place_and_opens_one_page() throws Exception {
        Buyer reader = till.aReader();
        Buyer late = till.aReader();
        String quote = Till.quoteIn(reader.quotePage("yearly", "LASTONE"));
        String quoteOfTheLate = Till.quoteIn(late.quotePage("yearly", "LASTONE"));
        line.loseAnswers(3);
        reader.accept(quote, "").then().statusCode(503);
        line.mend();
        late.accept(quoteOfTheLate, "").then().statusCode(422).body(containsString("used up"));

        String page = reader.accept(quote, "").then().statusCode(303).extract().header("Location");
        assertEquals(page, reader.accept(quote, "").header("Location"));
        assertEquals(1, till.openPages(reader));
        reader.browser().get(till.pay(page, Card.GOOD));
        assertEquals(List.of(162_000L), paidBy(reader));
        assertEquals(
                1,
                stripe.v1()
                        .promotionCodes()
                        .list(PromotionCodeListParams.builder()
                                .setCode("LASTONE")
                                .build())
                        .getData()
                        .getFirst()
                        .getTimesRedeemed());
        late.quotePage("yearly", "LASTONE").then().statusCode(422).body(containsString("used up"));
    }

    @ParameterizedTest
    @CsvSource({
        "NOSUCH,There is no such code.",
        "NOTYET,There is no such code.",
        "LONGAGO,This code is no longer valid.",
        "LESS100,This code is for another plan."
    })
    @Case(29)
    void a_code_that_does_not_hold_is_told_and_kept_and_tells_no_price(String code, String sentence) {
        Buyer reader = till.aReader();
        reader.quotePage("yearly", code)
                .then()
                .statusCode(422)
                .body(
                        containsString(sentence),
                        containsString("value=\"" + code + "\""),
                        not(containsString("name=\"quote\"")),
                        not(containsString("₹2,700")));
        assertEquals(0, till.openPages(reader));
    }

    @Test
    void on_the_plans_page_a_code_is_told_and_taken_along() {
        given().get("/subscribe?code=diwali20")
                .then()
                .statusCode(200)
                .body(containsString("20% off your first payment"), containsString("code%3DDIWALI20"));
        given().queryParam("code", "<b>")
                .get("/subscribe")
                .then()
                .statusCode(422)
                .body(containsString("There is no such code."), containsString("value=\"&lt;b&gt;\""));
    }

    @Test
    void a_reader_uses_a_code_once_ever() throws Exception {
        Buyer reader = buys("quarterly", "DIWALI20");
        stripe.v1()
                .subscriptions()
                .cancel(till.subscriptionsAtStripe(reader).get(0).getId());
        Eventually.holds(() -> reader.quotePage("quarterly", "DIWALI20")
                .then()
                .statusCode(422)
                .body(containsString("You have used this code already.")));
        reader.quotePage("quarterly", "NEWHERE")
                .then()
                .statusCode(422)
                .body(containsString("This code is for new subscribers."));
    }

    @Test
    void no_more_readers_get_it_than_may_also_when_they_come_at_once() throws Exception {
        List<Buyer> readers =
                IntStream.range(0, 6).mapToObj(i -> till.aReader()).toList();
        List<String> ids = readers.stream()
                .map(reader -> Till.quoteIn(reader.quotePage("yearly", "ONLYTWO")))
                .toList();
        AtomicInteger pages = new AtomicInteger();
        Together.of(IntStream.range(0, 6)
                .mapToObj(i -> (Callable<Integer>) () -> {
                    Response answer = readers.get(i).accept(ids.get(i), "");
                    assertTrue(List.of(303, 422).contains(answer.statusCode()), answer::asString);
                    return answer.statusCode() == 303 ? pages.incrementAndGet() : 0;
                })
                .toList());
        assertEquals(2, pages.get());
        till.aReader().quotePage("yearly", "ONLYTWO").then().statusCode(422).body(containsString("used up"));
    }

    @Test
    void nodes_that_make_an_offer_at_once_make_one_and_refuse_it_for_other_terms() throws Exception {
        Offer diwali = offers.typed("DIWALI20").orElseThrow();
        Together.of(6, () -> aNode().of(diwali));
        assertEquals(
                1,
                stripe.v1()
                        .promotionCodes()
                        .list(PromotionCodeListParams.builder()
                                .setCode("DIWALI20")
                                .build())
                        .getData()
                        .size());
        Offer changed = new Offer(
                "DIWALI20",
                40,
                diwali.off(),
                diwali.plans(),
                diwali.terms(),
                diwali.months(),
                false,
                diwali.from(),
                diwali.until(),
                diwali.most());
        org.junit.jupiter.api.Assertions.assertThrows(Promotions.WrongOffer.class, () -> aNode().of(changed));
    }

    private Promotions aNode() {
        Promotions fresh = new Promotions();
        fresh.stripe = stripe;
        return fresh;
    }

    private Buyer buys(String plan, String code) {
        Buyer reader = till.aReader();
        String id = Till.quoteIn(reader.quotePage(plan, code));
        till.pay(reader.accept(id, "").header("Location"), Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        return reader;
    }

    private List<Long> paidBy(Buyer reader) {
        return till.subscriptionsAtStripe(reader).stream()
                .flatMap(one -> look.at(one.getId()).orElseThrow().paidInvoices().stream())
                .map(invoice -> invoice.getAmountPaid())
                .toList();
    }
}
