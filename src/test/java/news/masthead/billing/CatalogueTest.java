package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceListParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.given.Together;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Money;
import news.masthead.values.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnTheTwin.class)
class CatalogueTest {

    @Inject
    Catalogue catalogue;

    @Inject
    StripeClient stripe;

    @Inject
    PriceTable table;

    @Inject
    Publication publication;

    @Inject
    PriceBook book;

    @Inject
    Till till;

    @Inject
    Subscriptions subscriptions;

    @Inject
    StripeLook look;

    @Inject
    StripeSync sync;

    @Inject
    BillingAlerts alerts;

    @Inject
    CareBook care;

    @Inject
    Payments payments;

    @Inject
    NextBill nextBill;

    private final String code =
            "plan_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Test
    void after_the_start_stripe_has_each_plan_once() {
        Eventually.holds(() ->
                table.plans().forEach(plan -> assertEquals(1, pricesOf(plan).size())));
        catalogue.ensure();
        aCatalogueThatRemembersNothing().ensure();
        table.plans().forEach(plan -> assertEquals(1, pricesOf(plan).size()));
    }

    @Test
    void a_plan_is_not_sold_for_another_amount_than_stripe_has() {
        catalogue.priceOf(plan(1, 12, 900));
        assertRefused(plan(1, 12, 950));
        assertRefused(plan(1, 6, 900));
        assertEquals(1, pricesOf(plan(1, 12, 900)).size());
    }

    @Test
    void a_new_version_is_a_new_price_beside_the_old_one() {
        String old = catalogue.priceOf(plan(1, 12, 900));
        assertNotEquals(old, catalogue.priceOf(plan(2, 12, 950)));
        assertEquals(old, aCatalogueThatRemembersNothing().priceOf(plan(1, 12, 900)));
    }

    @Test
    void nodes_that_begin_at_once_make_one_price_of_it_also_where_they_call_it_otherwise() throws Exception {
        List<Callable<String>> nodes = IntStream.range(0, 8)
                .mapToObj(node -> (Callable<String>) () -> aCatalogueThatRemembersNothing()
                        .priceOf(new Plan(code, 1, "A plan of release " + node / 4, 12, Money.rupees(900))))
                .toList();
        Together.of(nodes);
        assertEquals(1, pricesOf(plan(1, 12, 900)).size());
    }

    @Test
    @Case(27)
    void who_bought_at_the_old_price_keeps_it_through_the_renewal() {
        String old = catalogue.priceOf(plan(1, 3, 900));
        Buyer reader = till.aReader();
        till.pay(till.anotherPage(reader, old), Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));

        assertNotEquals(old, catalogue.priceOf(plan(2, 3, 1_200)));
        till.moveTo(reader, till.periodEnd(reader).plus(Duration.ofDays(2)));

        assertTrue(till.isEntitled(reader));
        Subscription kept = subscriptions.liveOf(reader.account()).orElseThrow();
        assertEquals(code, kept.plan);
        assertEquals(Money.rupees(900), kept.price());
        assertEquals(List.of(90_000L, 90_000L), chargesOf(kept));
        till.again(reader)
                .planPage()
                .then()
                .statusCode(200)
                .body(containsString("₹900"), not(containsString("₹1,200")));
    }

    @Test
    @Case(27)
    void a_price_that_nobody_here_made_raises_the_alarm_once_and_whoever_paid_it_reads() throws Exception {
        long before = alerts.raised(BillingAlert.UNKNOWN_PRICE);
        Buyer reader = till.aReader();
        till.pay(till.anotherPage(reader, aPriceMadeByHand("inr")), Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        subscriptions.allLiveOf(reader.account()).forEach(live -> sync.sync(live.providerRef));
        assertEquals(before + 1, alerts.raised(BillingAlert.UNKNOWN_PRICE));
        reader.planPage().then().statusCode(200).body(containsString("₹777"));
    }

    @Test
    @Case(27)
    void dollars_are_never_called_rupees_and_whoever_paid_them_reads() throws Exception {
        long before = alerts.raised(BillingAlert.UNKNOWN_PRICE);
        Buyer reader = till.aReader();
        till.pay(till.anotherPage(reader, aPriceMadeByHand("usd")), Card.GOOD);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        Subscription live = subscriptions.liveOf(reader.account()).orElseThrow();
        sync.sync(live.providerRef);

        assertEquals(before + 1, alerts.raised(BillingAlert.UNKNOWN_PRICE));
        assertEquals(new Money(0), live.price());
        assertEquals(List.of(77_700L), chargesOf(live), "Stripe took them");
        assertEquals(List.of(), care.facts(reader.account()), "no paper, letter or figure follows from them");
        assertEquals(List.of(), payments.of(reader.account()));
        assertTrue(nextBill.of(live.providerRef).isEmpty());
        reader.planPage().then().statusCode(200).body(containsString("Next payment"), not(containsString("₹")));
    }

    private String aPriceMadeByHand(String currency) throws Exception {
        return stripe.v1()
                .prices()
                .create(PriceCreateParams.builder()
                        .setCurrency(currency)
                        .setUnitAmount(77_700L)
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                                .build())
                        .setProductData(PriceCreateParams.ProductData.builder()
                                .setName("Made by hand")
                                .build())
                        .build())
                .getId();
    }

    private List<Long> chargesOf(Subscription subscription) {
        return look.at(subscription.providerRef).orElseThrow().paidInvoices().stream()
                .map(Invoice::getAmountPaid)
                .toList();
    }

    private void assertRefused(Plan changed) {
        Catalogue.WrongPrice refusal = assertThrows(
                Catalogue.WrongPrice.class,
                () -> aCatalogueThatRemembersNothing().priceOf(changed));
        assertTrue(refusal.getMessage().contains(code), refusal::getMessage);
        assertTrue(refusal.getMessage().contains("raise its version"), refusal::getMessage);
    }

    /** As after a new start. */
    private Catalogue aCatalogueThatRemembersNothing() {
        Catalogue fresh = new Catalogue();
        fresh.stripe = stripe;
        fresh.table = table;
        fresh.publication = publication;
        fresh.book = book;
        return fresh;
    }

    private Plan plan(int version, int months, long rupees) {
        return new Plan(code, version, "A plan", months, Money.rupees(rupees));
    }

    private List<Price> pricesOf(Plan plan) {
        PriceListParams asked = PriceListParams.builder()
                .addLookupKey("masthead_" + plan.code() + "_v" + plan.version())
                .build();
        return StripeFailure.all(() -> stripe.v1().prices().list(asked));
    }
}
