package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.function.Executable;

/** A twin, the real SDK pointed at it, and a reader with a browser. Closing it asserts that the twin kept the contract. */
final class Newsstand implements AutoCloseable {

    static final String KEY = "sk_test_twin";
    static final String SECRET = "whsec_twin";
    static final Instant START = Instant.parse("2026-11-30T06:30:00Z");

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    final AtomicReference<Instant> now = new AtomicReference<>(START);
    final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    final StripeTwin twin;
    final StripeClient stripe;

    Newsstand() {
        this(UnaryOperator.identity());
    }

    Newsstand(UnaryOperator<StripeTwin.Options> adjust) {
        twin = StripeTwin.start(adjust.apply(StripeTwin.Options.of(KEY, SECRET, clock)));
        stripe = client(KEY);
    }

    StripeClient client(String apiKey) {
        return StripeClient.builder()
                .setApiKey(apiKey)
                .setApiBase(twin.url().toString())
                .build();
    }

    Price price(String lookupKey, long paise, Interval interval, long count) throws StripeException {
        return stripe.v1()
                .prices()
                .create(PriceCreateParams.builder()
                        .setCurrency("inr")
                        .setUnitAmount(paise)
                        .setLookupKey(lookupKey)
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(interval)
                                .setIntervalCount(count)
                                .build())
                        .setProductData(PriceCreateParams.ProductData.builder()
                                .setName("Digital access")
                                .build())
                        .build());
    }

    Price quarterly() throws StripeException {
        return price("quarterly", 90_000, Interval.MONTH, 3);
    }

    Customer customer() throws StripeException {
        return stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("asha@example.org")
                        .putMetadata("account", "17")
                        .build());
    }

    Customer customerOn(TestClock testClock) throws StripeException {
        return stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("asha@example.org")
                        .setTestClock(testClock.getId())
                        .build());
    }

    TestClock testClock() throws StripeException {
        return stripe.v1()
                .testHelpers()
                .testClocks()
                .create(TestClockCreateParams.builder()
                        .setFrozenTime(START.getEpochSecond())
                        .build());
    }

    /** Waits until the clock has arrived. */
    void advance(TestClock testClock, String instant) throws StripeException, InterruptedException {
        TestClock moving = stripe.v1()
                .testHelpers()
                .testClocks()
                .advance(
                        testClock.getId(),
                        TestClockAdvanceParams.builder()
                                .setFrozenTime(Instant.parse(instant).getEpochSecond())
                                .build());
        assertEquals("advancing", moving.getStatus());
        for (int i = 0; i < 500 && !moving.getStatus().equals("ready"); i++) {
            Thread.sleep(10);
            moving = stripe.v1().testHelpers().testClocks().retrieve(testClock.getId());
        }
        assertEquals("ready", moving.getStatus());
        assertEquals(Instant.parse(instant).getEpochSecond(), moving.getFrozenTime());
    }

    static SessionCreateParams.Builder sessionOf(Customer customer, Price price) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setCustomer(customer.getId())
                .setClientReferenceId("attempt-1")
                .setSuccessUrl("https://paper.example/thanks?s={CHECKOUT_SESSION_ID}")
                .setCancelUrl("https://paper.example/subscribe")
                .putMetadata("plan", "quarterly")
                .setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
                        .putMetadata("account", "17")
                        .build())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(price.getId())
                        .setQuantity(1L)
                        .build());
    }

    Session session(Customer customer, Price price) throws StripeException {
        return stripe.v1()
                .checkout()
                .sessions()
                .create(sessionOf(customer, price).build());
    }

    Session retrieve(Session session) throws StripeException {
        return stripe.v1().checkout().sessions().retrieve(session.getId());
    }

    Subscription retrieve(Subscription subscription) throws StripeException {
        return stripe.v1().subscriptions().retrieve(subscription.getId());
    }

    List<Invoice> invoicesOf(Subscription subscription) throws StripeException {
        return stripe.v1()
                .invoices()
                .list(InvoiceListParams.builder()
                        .setSubscription(subscription.getId())
                        .build())
                .getData();
    }

    /** The types of all events of these kinds ({@code charge.*}), oldest first. */
    List<String> eventsOf(String... kinds) throws StripeException {
        EventListParams asked = EventListParams.builder()
                .addAllType(List.of(kinds))
                .setLimit(100L)
                .build();
        return stripe.v1().events().list(asked).getData().reversed().stream()
                .map(Event::getType)
                .toList();
    }

    /** The reader presses a button of the hosted page. */
    HttpResponse<String> press(Session session, String form) throws IOException, InterruptedException {
        return send("/_twin/pay/" + session.getId(), form);
    }

    HttpResponse<String> send(String path, String form) throws IOException, InterruptedException {
        return BROWSER.send(
                HttpRequest.newBuilder(twin.url().resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return BROWSER.send(
                HttpRequest.newBuilder(twin.url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    Subscription subscribe(Customer customer, Price price, String card) throws Exception {
        Session session = session(customer, price);
        HttpResponse<String> paid = press(session, "outcome=pay&card=" + card);
        assertEquals(303, paid.statusCode());
        return stripe.v1().subscriptions().retrieve(retrieve(session).getSubscription());
    }

    static InvalidRequestException refused(Executable request) {
        return assertThrows(InvalidRequestException.class, request);
    }

    static Instant at(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond);
    }

    static Instant periodEnd(Subscription subscription) {
        return at(subscription.getItems().getData().getFirst().getCurrentPeriodEnd());
    }

    @Override
    public void close() {
        twin.close();
        assertTrue(twin.violations().isEmpty(), () -> String.join("\n", twin.violations()));
    }
}
