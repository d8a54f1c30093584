package news.masthead.billing;

import static io.restassured.RestAssured.given;

import com.stripe.StripeClient;
import com.stripe.model.Subscription;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import news.masthead.subscription.Entitlements;

/** What readers do about plans in a browser, and what Stripe then holds of it. */
@Alternative
@ApplicationScoped
class Till {

    private static final String MAHARASHTRA = "27";

    static final String STORY = "/article/markets/harbour-cranes-stand-still-1261124000001_1.html";

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Entitlements entitlements;

    @Inject
    Customers customers;

    @Inject
    StripeClient stripe;

    @Inject
    Reconcile reconcile;

    @Inject
    MovableClock clock;

    /** @param session value of the session cookie */
    record Buyer(long account, String session) {

        RequestSpecification browser() {
            return given().cookie("session", session).redirects().follow(false);
        }

        /** Looks at what a plan costs and says yes to it. */
        Response subscribe(String plan) {
            return subscribe(plan, STORY);
        }

        Response subscribe(String plan, String back) {
            Response page = quotePage(plan);
            return page.statusCode() == 200 ? accept(quoteIn(page), back) : page;
        }

        Response quotePage(String plan) {
            return browser().queryParam("plan", plan).queryParam("to", STORY).get("/subscribe/quote");
        }

        Response quotePage(String plan, String code) {
            return browser().queryParam("plan", plan).queryParam("code", code).get("/subscribe/quote");
        }

        Response accept(String quote, String back) {
            return accept(quote, MAHARASHTRA, back);
        }

        /** @param state that the reader says to be in, by its GST code */
        Response accept(String quote, String state, String back) {
            return browser()
                    .formParam("quote", quote)
                    .formParam("state", state)
                    .formParam("to", back)
                    .post("/subscribe");
        }

        Response planPage() {
            return browser().get("/account/plan");
        }

        /** Sees what going over to a plan costs. */
        Response changePage(String plan) {
            return browser().queryParam("plan", plan).get("/account/plan/change");
        }

        /** Says yes to it. */
        Response acceptChange(String quote) {
            return browser().formParam("quote", quote).post("/account/plan/change");
        }

        /** Goes over to a plan: to more at once, to less at the end of the term. */
        Response change(String plan) {
            return acceptChange(offered(changePage(plan)));
        }

        Response keepThePlan() {
            return browser().post("/account/plan/change/release");
        }

        Response cancel() {
            return browser().post("/account/plan/cancellation");
        }

        Response resume() {
            return browser().post("/account/plan/resumption");
        }

        Response pause(int months) {
            return browser().formParam("months", months).post("/account/plan/pause");
        }

        /** Gives up a pause that has not begun. */
        Response callOffThePause() {
            return browser().post("/account/plan/pause/call-off");
        }

        /** Comes back in the middle of a pause, at what the page says it costs. */
        Response comeBack() {
            return comeBack(offered(browser().get("/account/plan/return")));
        }

        Response comeBack(String quote) {
            return browser().formParam("quote", quote).post("/account/plan/return");
        }

        /** The id of the quote on a page. */
        static String offered(Response page) {
            return page.htmlPath().getString("**.find { it.@name == 'quote' }.@value");
        }
    }

    enum Card {
        GOOD("good"),
        FAILS_AT_RENEWAL("fails-at-renewal"),
        LACKS_FUNDS("lacks-funds"),
        /** Under the rules of India, pays by a mandate that its owner confirms. */
        INDIAN_MANDATE("indian-mandate"),
        /** Its owner cancels the mandate when the notice of a debit comes. */
        INDIAN_OPTS_OUT("indian-opts-out"),
        /** Its bank refuses the debit that was announced. */
        INDIAN_REFUSED("indian-refused"),
        /** Pays, and registers no mandate. */
        INDIAN("indian");

        final String value;

        Card(String value) {
            this.value = value;
        }
    }

    Buyer aReader() {
        String subject = UUID.randomUUID().toString();
        Account account = accounts.admit(subject, "Asha Rao", subject + "@reader.example", true);
        return loggedIn(account);
    }

    /** The same reader with a new session: one that was open before the clock moved may be over. */
    Buyer again(Buyer buyer) {
        return loggedIn(accounts.find(buyer.account()).orElseThrow());
    }

    /** A reader who has just bought that plan and come back from payment. */
    Buyer aSubscriber(String plan, Card card) {
        Buyer buyer = aReader();
        String back = pay(buyer.subscribe(plan).header("Location"), card);
        buyer.browser().get(back);
        return buyer;
    }

    /** Pays on the hosted page; the path on the site that it leads back to. */
    String pay(String page, Card card) {
        return pathOf(press(page, "pay", card).header("Location"));
    }

    /** Pays on the hosted page with a card whose bank asks its owner, who confirms; the path that it leads back to. */
    String payAndConfirm(String page, Card card) {
        press(page, "pay", card);
        return pathOf(press(page, "confirm", card).header("Location"));
    }

    /** Presses a button of a page of Stripe's. */
    Response press(String page, String outcome, Card card) {
        return given().redirects()
                .follow(false)
                .formParam("outcome", outcome)
                .formParam("card", card.value)
                .post(page);
    }

    void cancels(Buyer buyer) {
        buyer.browser().post("/account/plan/cancellation").then().statusCode(303);
    }

    void resumes(Buyer buyer) {
        buyer.browser().post("/account/plan/resumption").then().statusCode(303);
    }

    /** Pays with a good card on a page that somebody else may be paying at this moment. */
    int payOrBeRefused(String page) {
        return press(page, "pay", Card.GOOD).statusCode();
    }

    boolean isEntitled(Buyer buyer) {
        return entitlements.cover(buyer.account(), clock.instant());
    }

    boolean wasEntitled(Buyer buyer, Instant at) {
        return entitlements.cover(buyer.account(), at);
    }

    List<Subscription> subscriptionsAtStripe(Buyer buyer) {
        SubscriptionListParams all = SubscriptionListParams.builder()
                .setCustomer(customers.ensure(buyer.account()))
                .setStatus(SubscriptionListParams.Status.ALL)
                .build();
        return StripeFailure.all(() -> stripe.v1().subscriptions().list(all));
    }

    long openPages(Buyer buyer) {
        SessionListParams open = SessionListParams.builder()
                .setCustomer(customers.ensure(buyer.account()))
                .setStatus(SessionListParams.Status.OPEN)
                .build();
        return StripeFailure.all(() -> stripe.v1().checkout().sessions().list(open))
                .size();
    }

    /** A payment page that the site would not have opened. */
    String anotherPage(Buyer buyer, String price) {
        SessionCreateParams params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setCustomer(customers.ensure(buyer.account()))
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(price)
                        .setQuantity(1L)
                        .build())
                .setSuccessUrl("http://localhost/")
                .build();
        return StripeFailure.asking(() -> stripe.v1().checkout().sessions().create(params))
                .getUrl();
    }

    /** The end of the period that Stripe has the reader's one subscription in. */
    Instant periodEnd(Buyer buyer) {
        return Instant.ofEpochSecond(
                subscriptionsAtStripe(buyer).get(0).getItems().getData().get(0).getCurrentPeriodEnd());
    }

    /** Moves the reader's time at Stripe and the site's clock, and reconciles as local mode does. */
    void moveTo(Buyer buyer, Instant at) {
        moveWithoutReconcile(buyer, at);
        reconcile.now();
    }

    void moveWithoutReconcile(Buyer buyer, Instant at) {
        String testClock = StripeFailure.asking(
                        () -> stripe.v1().customers().retrieve(customers.ensure(buyer.account())))
                .getTestClock();
        TestClockAdvanceParams to = TestClockAdvanceParams.builder()
                .setFrozenTime(at.getEpochSecond())
                .build();
        StripeFailure.asking(() -> stripe.v1().testHelpers().testClocks().advance(testClock, to));
        Eventually.holds(() -> {
            if (!"ready"
                    .equals(StripeFailure.asking(
                                    () -> stripe.v1().testHelpers().testClocks().retrieve(testClock))
                            .getStatus())) {
                throw new AssertionError("The test clock is still on its way");
            }
        });
        clock.moveTo(at);
    }

    static String quoteIn(Response page) {
        return page.htmlPath().getString("**.find { it.@name == 'quote' }.@value");
    }

    static String pathOf(String address) {
        URI uri = URI.create(address);
        return uri.getPath()
                + Optional.ofNullable(uri.getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
    }

    private Buyer loggedIn(Account account) {
        Sessions.Tokens none = new Sessions.Tokens("", Optional.empty());
        return new Buyer(
                account.id,
                sessions.open(account, Set.of(Role.READER), none, "test").orElseThrow());
    }
}
