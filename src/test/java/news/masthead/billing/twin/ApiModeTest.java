package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiModeTest {

    private static final String NEW_CUSTOMER = "POST /v1/customers";

    private final Newsstand stand = new Newsstand();
    private final StripeClient patient = client(2);
    private final StripeClient impatient = client(0);
    private final RequestOptions key =
            RequestOptions.builder().setIdempotencyKey("cust:17").build();

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void a_broken_answer_leaves_nothing_behind_and_the_next_is_right() throws Exception {
        stand.twin.answer(ApiMode.FAITHFUL.when(NEW_CUSTOMER, ApiMode.Kind.BREAKS, 2));

        assertEquals(500, statusOf(() -> create(impatient)));
        assertEquals(0, customers().size());
        String made = create(patient).getId();

        assertEquals(List.of(made), customers());
    }

    @Test
    void a_break_that_is_remembered_is_answered_for_as_long_as_the_key_is_the_same() throws Exception {
        stand.twin.answer(ApiMode.FAITHFUL.when(NEW_CUSTOMER, ApiMode.Kind.BREAKS_FOR_THE_KEY, 1));

        assertThrows(ApiException.class, () -> create(patient));
        assertThrows(ApiException.class, () -> create(patient));
        assertEquals(0, customers().size());

        assertEquals(
                "Asha",
                impatient
                        .v1()
                        .customers()
                        .create(
                                asha(),
                                RequestOptions.builder()
                                        .setIdempotencyKey("cust:17:again")
                                        .build())
                        .getName());
    }

    @Test
    void a_conflict_goes_by_and_the_sdk_waits_for_it() throws Exception {
        stand.twin.answer(ApiMode.FAITHFUL.when(NEW_CUSTOMER, ApiMode.Kind.CONFLICTS, 2));

        assertEquals(
                "idempotency_key_in_use",
                assertThrows(StripeException.class, () -> create(impatient)).getCode());
        assertEquals(List.of(create(patient).getId()), customers());
    }

    @Test
    void a_lock_and_a_limit_are_429_and_the_sdk_tries_again_only_where_it_is_told_to() throws Exception {
        stand.twin.answer(ApiMode.FAITHFUL
                .when(NEW_CUSTOMER, ApiMode.Kind.IS_LOCKED, 1)
                .when(NEW_CUSTOMER, ApiMode.Kind.IS_LIMITED, 1)
                .when(NEW_CUSTOMER, ApiMode.Kind.IS_LIMITED_FOR_A_MOMENT, 1));

        assertEquals(
                "lock_timeout",
                assertThrows(RateLimitException.class, () -> create(patient)).getCode());
        assertEquals(
                "rate_limit",
                assertThrows(RateLimitException.class, () -> create(patient)).getCode());
        assertEquals(List.of(create(patient).getId()), customers());
    }

    @Test
    void a_request_that_is_not_heard_has_done_nothing() throws Exception {
        stand.twin.answer(ApiMode.FAITHFUL.when(NEW_CUSTOMER, ApiMode.Kind.IS_NOT_HEARD, ApiMode.EVER));

        assertThrows(ApiConnectionException.class, () -> create(impatient));

        assertEquals(0, customers().size());
    }

    @Test
    void an_answer_that_is_lost_has_done_it_and_the_key_brings_it_back() throws Exception {
        stand.twin.answer(ApiMode.FAITHFUL.when(NEW_CUSTOMER, ApiMode.Kind.ANSWER_IS_LOST, ApiMode.EVER));
        assertThrows(ApiConnectionException.class, () -> create(impatient));
        assertEquals(1, customers().size());

        stand.twin.answer(ApiMode.FAITHFUL);

        assertEquals(customers(), List.of(create(impatient).getId()));
    }

    @Test
    void chance_falls_on_some_of_that_operation_and_on_no_other() throws Exception {
        stand.twin.answer(ApiMode.FAITHFUL.sometimes("GET *", ApiMode.Kind.BREAKS, 0.5));
        int failed = 0;
        for (int i = 0; i < 60; i++) {
            impatient.v1().customers().create(asha());
            failed += statusOf(() -> impatient.v1().customers().list()) == 500 ? 1 : 0;
        }
        assertTrue(failed > 10 && failed < 50, failed + " of 60 failed");
    }

    private Customer create(StripeClient client) throws StripeException {
        return client.v1().customers().create(asha(), key);
    }

    private static CustomerCreateParams asha() {
        return CustomerCreateParams.builder().setName("Asha").build();
    }

    private List<String> customers() throws StripeException {
        return stand.stripe.v1().customers().list().getData().stream()
                .map(Customer::getId)
                .toList();
    }

    private interface Request {
        void make() throws StripeException;
    }

    private static int statusOf(Request request) {
        try {
            request.make();
            return 200;
        } catch (StripeException refused) {
            return refused.getStatusCode();
        }
    }

    private StripeClient client(int retries) {
        return StripeClient.builder()
                .setApiKey(Newsstand.KEY)
                .setApiBase(stand.twin.url().toString())
                .setMaxNetworkRetries(retries)
                .build();
    }
}
