package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.model.Customer;
import com.stripe.param.CustomerListParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.ApiMode;
import news.masthead.billing.twin.StripeTwin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stripe answers badly, late or not at all: a reader is told so and may click again, and whatever was clicked, one thing is bought. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class HostileApiTest {

    /** One more than the SDK's own tries. */
    private static final int TOO_OFTEN = 4;

    StripeTwin twin;

    @Inject
    Till till;

    @Inject
    Oracle oracle;

    @Inject
    StripeClient stripe;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        twin.answer(ApiMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @ParameterizedTest
    @EnumSource
    void whatever_becomes_of_requests_one_plan_is_bought_and_can_be_cancelled(ApiMode.Kind kind) {
        twin.answer(
                kind == ApiMode.Kind.BREAKS_FOR_THE_KEY
                        ? eachMaking(kind)
                        : ApiMode.FAITHFUL.when("POST *", kind, TOO_OFTEN));
        Buyer reader = till.aReader();

        String page = clickUntilSold(reader);

        assertEquals(1, till.openPages(reader));
        assertEquals(1, customersOf(reader).size());
        till.pay(page, Card.GOOD);
        agreed(reader);
        assertEquals(1, till.subscriptionsAtStripe(reader).size());

        twin.answer(ApiMode.FAITHFUL.when("POST *", kind, TOO_OFTEN));
        till.again(reader).browser().post("/account/plan/cancellation");
        twin.answer(ApiMode.FAITHFUL);
        till.again(reader).browser().post("/account/plan/cancellation");
        assertTrue(till.subscriptionsAtStripe(reader).get(0).getCancelAtPeriodEnd());
        agreed(reader);
    }

    @Test
    void looks_that_fail_by_chance_are_taken_again_until_ours_stands_as_stripes() {
        Buyer reader = till.aReader();
        String page = clickUntilSold(reader);
        twin.answer(ApiMode.FAITHFUL
                .sometimes("GET *", ApiMode.Kind.IS_LIMITED, 0.1)
                .sometimes("GET *", ApiMode.Kind.IS_NOT_HEARD, 0.1)
                .sometimes("GET *", ApiMode.Kind.ANSWER_IS_LOST, 0.1)
                .sometimes("GET *", ApiMode.Kind.BREAKS, 0.1));
        till.pay(page, Card.GOOD);

        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        twin.answer(ApiMode.FAITHFUL);
        till.moveWithoutReconcile(reader, till.periodEnd(reader).plus(Duration.ofMinutes(61)));
        agreed(reader);
        assertEquals(1, till.subscriptionsAtStripe(reader).size());
    }

    /** What is remembered does not go by: one break is as many as there are. */
    private static ApiMode eachMaking(ApiMode.Kind kind) {
        return ApiMode.FAITHFUL
                .when("POST /v1/test_helpers/test_clocks", kind, 1)
                .when("POST /v1/customers", kind, 1)
                .when("POST /v1/checkout/sessions", kind, 1);
    }

    /** A reader who is told to try again does. */
    private String clickUntilSold(Buyer reader) {
        Response answer = reader.subscribe("quarterly");
        for (int click = 1; click < 5 && answer.statusCode() == 503; click++) {
            answer = reader.subscribe("quarterly");
        }
        assertEquals(303, answer.statusCode());
        return answer.header("Location");
    }

    private List<Customer> customersOf(Buyer reader) {
        return StripeFailure.all(() -> stripe.v1()
                        .customers()
                        .list(CustomerListParams.builder().setLimit(100L).build()))
                .stream()
                .filter(customer -> Long.toString(reader.account())
                        .equals(customer.getMetadata().get("account")))
                .toList();
    }

    private void agreed(Buyer reader) {
        Eventually.holds(() -> assertEquals(oracle.atStripe(reader), oracle.withUs(reader)));
    }
}
