package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Size;
import news.masthead.given.Together;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.values.Dates;
import news.masthead.values.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody pays anything but what they were told and said yes to. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class QuotedPurchaseTest {

    StripeTwin twin;

    @Inject
    Till till;

    @Inject
    Quotes quotes;

    @Inject
    BillingAlerts alerts;

    @Inject
    StripeLook look;

    @Inject
    PriceTable prices;

    @Inject
    Catalogue catalogue;

    @Inject
    MovableClock clock;

    @Inject
    Dates dates;

    @Inject
    AgroalDataSource dataSource;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        assertEquals(List.of(), twin.violations());
    }

    @Test
    void before_saying_yes_the_reader_sees_what_is_paid_today_and_what_and_when_after_that() {
        Buyer reader = till.aReader();
        Response page = reader.quotePage("quarterly");
        Quote quote = quotes.find(UUID.fromString(Till.quoteIn(page))).orElseThrow();
        Instant next = quote.terms().next().orElseThrow().at();
        page.then()
                .statusCode(200)
                .body(
                        containsString("To pay today"),
                        containsString("₹900"),
                        containsString("₹900 on " + dates.day(next)),
                        containsString("Renews every 3 months at ₹900 until you cancel."));
        till.pay(reader.accept(quote.id.toString(), "").header("Location"), Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        assertEquals(dates.day(till.periodEnd(reader)), dates.day(next));
    }

    @Test
    void a_charge_is_the_accepted_quote_to_the_paisa() throws Exception {
        long before = alerts.raised(BillingAlert.UNEQUAL_CHARGE);
        List<Buyer> buyers = new ArrayList<>();
        for (int i = 0; i < Size.of(6, 60); i++) {
            String plan = prices.plans().get(i % prices.plans().size()).code();
            Buyer buyer = till.aReader();
            buyer.quotePage("yearly");
            till.pay(buyer.subscribe(plan).header("Location"), Card.GOOD);
            buyers.add(buyer);
        }
        Eventually.holds(() -> buyers.forEach(buyer -> assertTrue(till.isEntitled(buyer))));
        assertEquals(
                buyers.stream().mapToLong(this::charged).sum(),
                buyers.stream().mapToLong(this::acceptedAndCharged).sum());
        buyers.forEach(buyer -> assertEquals(charged(buyer), acceptedAndCharged(buyer)));
        assertEquals(before, alerts.raised(BillingAlert.UNEQUAL_CHARGE));
    }

    @Test
    void a_charge_that_is_not_what_was_accepted_raises_the_alarm() throws Exception {
        Buyer reader = till.aReader();
        long before = alerts.raised(BillingAlert.UNEQUAL_CHARGE);
        String quote = Till.quoteIn(reader.quotePage("yearly"));
        String page = reader.accept(quote, "").header("Location");
        tamper("update quote set today_paise = today_paise - 1 where id = '" + quote + "'");
        till.pay(page, Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        assertEquals(before + 1, alerts.raised(BillingAlert.UNEQUAL_CHARGE));
    }

    @Test
    void a_price_that_was_changed_meanwhile_is_not_charged_and_the_new_one_is_quoted() throws Exception {
        Buyer reader = till.aReader();
        String quote = Till.quoteIn(reader.quotePage("yearly"));
        String formerPrice = catalogue.priceOf(new Plan("yearly", 99, "Smart Essential", 12, Money.rupees(2_400)));
        tamper("update quote set price = '" + formerPrice + "' where id = '" + quote + "'");

        Response refused = reader.accept(quote, Till.STORY);
        refused.then()
                .statusCode(409)
                .body(containsString("The price has changed since you looked. Nothing was charged"));
        assertEquals(0, till.openPages(reader));
        assertEquals(
                Money.rupees(2_700),
                quotes.find(UUID.fromString(Till.quoteIn(refused)))
                        .orElseThrow()
                        .terms()
                        .today());
        reader.accept(Till.quoteIn(refused), Till.STORY).then().statusCode(303);
    }

    @Test
    void a_quote_that_is_too_old_is_replaced_by_a_new_one() {
        Buyer reader = till.aReader();
        String quote = Till.quoteIn(reader.quotePage("quarterly"));
        clock.moveTo(clock.instant().plus(Quotes.VALID_FOR));
        Response refused = reader.accept(quote, Till.STORY);
        refused.then().statusCode(409).body(containsString("That price was too old to hold."));
        assertEquals(0, till.openPages(reader));
        reader.accept(Till.quoteIn(refused), Till.STORY).then().statusCode(303);
    }

    @Test
    void a_plan_without_a_quote_leads_to_the_quote_and_an_anothers_quote_nowhere() {
        Buyer reader = till.aReader();
        reader.browser()
                .formParam("plan", "yearly")
                .post("/subscribe")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/subscribe/quote?plan=yearly"));
        reader.accept(Till.quoteIn(till.aReader().quotePage("yearly")), "")
                .then()
                .statusCode(422)
                .body(containsString("Choose one of these plans."));
        reader.accept("nonsense", "").then().statusCode(422);
        assertEquals(0, till.openPages(reader));
    }

    @Test
    @Case(9)
    void in_twenty_tabs_each_with_its_own_quote_there_is_one_page_one_charge_and_one_accepted_quote() throws Exception {
        List<Buyer> buyers =
                IntStream.range(0, Size.of(3, 50)).mapToObj(i -> till.aReader()).toList();
        List<String> pages = new ArrayList<>();
        for (Buyer buyer : buyers) {
            List<? extends Callable<?>> tabs = IntStream.range(0, 20)
                    .mapToObj(i ->
                            (Callable<?>) () -> buyer.subscribe("yearly").then().statusCode(303))
                    .toList();
            Together.of(tabs);
            assertEquals(1, till.openPages(buyer));
            pages.add(buyer.subscribe("yearly").header("Location"));
        }
        Together.of(IntStream.range(0, 2 * pages.size())
                .mapToObj(i -> (Callable<?>) () -> till.payOrBeRefused(pages.get(i / 2)))
                .toList());
        Eventually.holds(() -> buyers.forEach(buyer -> assertTrue(till.isEntitled(buyer))));
        for (Buyer buyer : buyers) {
            assertEquals(1, till.subscriptionsAtStripe(buyer).size());
            assertEquals(270_000, charged(buyer));
            assertEquals(
                    1,
                    count("select count(*) from quote where accepted_at is not null and account = " + buyer.account()));
            assertEquals(270_000, acceptedAndCharged(buyer));
        }
    }

    @Test
    void whoever_may_not_buy_is_told_before_a_price_is_made() {
        till.aSubscriber("quarterly", Card.GOOD)
                .quotePage("yearly")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/subscribe"));
        assertFalse(till.aReader().quotePage("nothing").body().asString().contains("name=\"quote\""));
    }

    /** Paise of all that Stripe has charged a reader. */
    private long charged(Buyer buyer) {
        return till.subscriptionsAtStripe(buyer).stream()
                .flatMap(subscription -> look.at(subscription.getId()).orElseThrow().payments().stream())
                .filter(payment -> "succeeded".equals(payment.getStatus()))
                .mapToLong(payment -> payment.getAmountReceived())
                .sum();
    }

    private long acceptedAndCharged(Buyer buyer) {
        return count("select coalesce(sum(today_paise), 0) from quote where invoice is not null and account = "
                + buyer.account());
    }

    private long count(String question) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException problem) {
            throw new AssertionError(problem);
        }
    }

    private void tamper(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
