package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.stripe.StripeClient;
import com.stripe.model.Customer;
import com.stripe.model.Price;
import com.stripe.param.CustomerListParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import news.masthead.billing.Till.Buyer;
import news.masthead.given.Together;
import org.junit.jupiter.api.Test;

/** An account is one customer at Stripe, whatever it does. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class CustomersTest {

    @Inject
    Till till;

    @Inject
    Customers customers;

    @Inject
    StripeClient stripe;

    @Case(11)
    @Test
    void two_devices_that_buy_at_once_are_one_customer() throws Exception {
        Buyer phone = till.aReader();
        Buyer laptop = till.again(phone);
        Set<String> pages = ConcurrentHashMap.newKeySet();
        List<Callable<Object>> clicks = IntStream.range(0, 10)
                .mapToObj(click -> (Callable<Object>) () -> pages.add(
                        (click % 2 == 0 ? phone : laptop).subscribe("quarterly").header("Location")))
                .toList();
        Together.of(clicks);
        assertEquals(1, pages.size(), pages::toString);
        assertEquals(List.of(customers.ensure(phone.account())), customersOf(phone));
    }

    @Case(31)
    @Test
    void who_pays_in_another_currency_is_told_so_before_any_payment_page() {
        Buyer reader = till.aReader();
        PriceCreateParams dollars = PriceCreateParams.builder()
                .setCurrency("usd")
                .setUnitAmount(900L)
                .setRecurring(PriceCreateParams.Recurring.builder()
                        .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                        .build())
                .setProductData(PriceCreateParams.ProductData.builder()
                        .setName("Another paper")
                        .build())
                .build();
        Price price = StripeFailure.asking(() -> stripe.v1().prices().create(dollars));
        SubscriptionCreateParams another = SubscriptionCreateParams.builder()
                .setCustomer(customers.ensure(reader.account()))
                .addItem(SubscriptionCreateParams.Item.builder()
                        .setPrice(price.getId())
                        .build())
                .setDefaultPaymentMethod("pm_card_visa")
                .build();
        String id = StripeFailure.asking(() -> stripe.v1().subscriptions().create(another))
                .getId();
        StripeFailure.asking(() -> stripe.v1().subscriptions().cancel(id));

        reader.subscribe("quarterly").then().statusCode(409).body(containsString("another currency"));
        assertEquals(0, till.openPages(reader));
    }

    private List<String> customersOf(Buyer reader) {
        Customer one = StripeFailure.asking(() -> stripe.v1().customers().retrieve(customers.ensure(reader.account())));
        CustomerListParams same =
                CustomerListParams.builder().setEmail(one.getEmail()).build();
        return StripeFailure.all(() -> stripe.v1().customers().list(same)).stream()
                .map(Customer::getId)
                .toList();
    }
}
