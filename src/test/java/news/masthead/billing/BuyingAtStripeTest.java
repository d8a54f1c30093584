package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionListParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import news.masthead.billing.Till.Buyer;
import news.masthead.given.Together;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buying, as far as it goes without filling in Stripe's hosted page. */
@Tag("sandbox")
@QuarkusTest
@TestProfile(AtStripe.class)
class BuyingAtStripeTest {

    @Inject
    Till till;

    @Inject
    Shopper shopper;

    @Inject
    Oracle oracle;

    @Inject
    Customers customers;

    @Inject
    PriceTable plans;

    @Inject
    StripeClient stripe;

    @ParameterizedTest
    @ValueSource(strings = {"quarterly", "yearly", "two_year"})
    void the_payment_page_asks_for_the_price_on_ours(String code) {
        Buyer reader = till.aReader();
        reader.subscribe(code).then().statusCode(303);
        Session page = openPages(reader).getFirst();
        Plan plan = plans.plan(code).orElseThrow();
        assertEquals(plan.price().paise(), page.getAmountTotal());
        assertEquals("inr", page.getCurrency());
        assertEquals("unpaid", page.getPaymentStatus());
        assertEquals(customers.ensure(reader.account()), page.getCustomer());
        assertFalse(till.isEntitled(reader));
    }

    @Test
    void many_clicks_at_once_open_one_page() throws Exception {
        Buyer reader = till.aReader();
        List<Callable<Integer>> clicks = IntStream.range(0, 8)
                .mapToObj(click ->
                        (Callable<Integer>) () -> reader.subscribe("quarterly").statusCode())
                .toList();
        Together.of(clicks);
        assertEquals(1, openPages(reader).size());
    }

    @Test
    void choosing_another_plan_closes_the_page_of_the_first() {
        Buyer reader = till.aReader();
        reader.subscribe("quarterly").then().statusCode(303);
        reader.subscribe("yearly").then().statusCode(303);
        List<Session> open = openPages(reader);
        assertEquals(1, open.size());
        assertEquals(270_000, open.getFirst().getAmountTotal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarterly", "yearly", "two_year"})
    void what_is_charged_is_the_price_and_opens_the_wall(String code) {
        Buyer reader = shopper.buys(code);
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        Eventually.holds(() -> assertEquals(oracle.atStripe(reader), oracle.withUs(reader)));
        Invoice first = StripeFailure.asking(() ->
                stripe.v1().invoices().retrieve(shopper.subscription(reader).getLatestInvoice()));
        assertEquals(plans.plan(code).orElseThrow().price().paise(), first.getAmountPaid());
    }

    @Test
    void who_has_a_subscription_is_sold_no_other() {
        Buyer reader = shopper.buys("yearly");
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        reader.subscribe("quarterly").then().statusCode(303).header("Location", containsString("/subscribe"));
        assertEquals(List.of(), openPages(reader));
        assertEquals(1, till.subscriptionsAtStripe(reader).size());
    }

    private List<Session> openPages(Buyer reader) {
        SessionListParams open = SessionListParams.builder()
                .setCustomer(customers.ensure(reader.account()))
                .setStatus(SessionListParams.Status.OPEN)
                .build();
        return StripeFailure.all(() -> stripe.v1().checkout().sessions().list(open));
    }
}
