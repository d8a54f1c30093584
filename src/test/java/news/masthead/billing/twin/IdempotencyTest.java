package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.exception.IdempotencyException;
import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private final Newsstand stand = new Newsstand();
    private final RequestOptions key =
            RequestOptions.builder().setIdempotencyKey("cust:17").build();
    private final CustomerCreateParams asha =
            CustomerCreateParams.builder().setName("Asha").build();

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void a_key_repeats_the_first_answer() throws Exception {
        Customer first = stand.stripe.v1().customers().create(asha, key);
        Customer again = stand.stripe.v1().customers().create(asha, key);

        assertEquals(first.getId(), again.getId());
        assertNull(first.getLastResponse()
                .headers()
                .firstValue("Idempotent-Replayed")
                .orElse(null));
        assertEquals(
                "true",
                again.getLastResponse()
                        .headers()
                        .firstValue("Idempotent-Replayed")
                        .orElseThrow());
        assertEquals(1, stand.stripe.v1().customers().list().getData().size());
    }

    @Test
    void a_key_is_refused_with_other_parameters_or_for_another_operation() throws Exception {
        stand.stripe.v1().customers().create(asha, key);
        CustomerCreateParams ravi =
                CustomerCreateParams.builder().setName("Ravi").build();

        assertThrows(
                IdempotencyException.class, () -> stand.stripe.v1().customers().create(ravi, key));
        assertThrows(
                IdempotencyException.class,
                () -> stand.stripe
                        .v1()
                        .testHelpers()
                        .testClocks()
                        .create(
                                TestClockCreateParams.builder()
                                        .setFrozenTime(1L)
                                        .build(),
                                key));
    }

    @Test
    void a_key_repeats_a_refusal_too() throws Exception {
        CustomerUpdateParams name =
                CustomerUpdateParams.builder().setName("Asha").build();
        refused(() -> stand.stripe.v1().customers().update("cus_none", name, key));
        var again = refused(() -> stand.stripe.v1().customers().update("cus_none", name, key));
        assertEquals("resource_missing", again.getCode());
    }

    @Test
    void a_key_of_a_request_that_failed_validation_is_free_again() throws Exception {
        CustomerCreateParams wrong =
                CustomerCreateParams.builder().putExtraParam("nickname", "Asha").build();
        refused(() -> stand.stripe.v1().customers().create(wrong, key));

        assertEquals("Asha", stand.stripe.v1().customers().create(asha, key).getName());
    }
}
