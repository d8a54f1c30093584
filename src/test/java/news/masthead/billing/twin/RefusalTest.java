package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.refused;
import static news.masthead.billing.twin.Newsstand.sessionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.model.Customer;
import com.stripe.model.Price;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private final Newsstand stand = new Newsstand();

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void a_refusal_names_an_unknown_parameter() {
        var refusal = refused(() -> stand.stripe
                .v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .putExtraParam("nickname", "Asha")
                        .build()));
        assertEquals("parameter_unknown", refusal.getCode());
        assertEquals("nickname", refusal.getParam());
    }

    @Test
    void a_refusal_names_an_unknown_parameter_deep_in_a_list() throws Exception {
        Customer customer = stand.customer();
        Price price = stand.quarterly();
        var refusal = refused(() -> stand.stripe
                .v1()
                .checkout()
                .sessions()
                .create(sessionOf(customer, price)
                        .addLineItem(SessionCreateParams.LineItem.builder()
                                .putExtraParam("cost", 1)
                                .build())
                        .build()));
        assertEquals("line_items[1][cost]", refusal.getParam());
    }

    @Test
    void a_refusal_names_a_missing_parameter() {
        var refusal = refused(() -> stand.stripe
                .v1()
                .products()
                .create(ProductCreateParams.builder().setDescription("no name").build()));
        assertEquals("parameter_missing", refusal.getCode());
        assertEquals("name", refusal.getParam());
    }

    @Test
    void a_refusal_of_a_value_that_does_not_fit_names_its_parameter() {
        var refusal = refused(() -> stand.stripe
                .v1()
                .customers()
                .list(CustomerListParams.builder()
                        .putExtraParam("limit", "many")
                        .build()));
        assertEquals("limit", refusal.getParam());
    }

    @Test
    void a_refusal_of_a_missing_object_is_404() {
        var refusal = refused(() -> stand.stripe.v1().subscriptions().retrieve("sub_none"));
        assertEquals(404, refusal.getStatusCode());
        assertEquals("resource_missing", refusal.getCode());
    }

    @Test
    void a_refusal_of_a_wrong_key_is_401() {
        assertThrows(
                AuthenticationException.class,
                () -> stand.client("sk_test_other").v1().customers().list());
    }

    @Test
    void a_refusal_of_what_is_not_modelled_is_501_for_an_operation_and_for_a_parameter() throws Exception {
        var operation = assertThrows(
                ApiException.class, () -> stand.stripe.v1().quotes().list());
        assertEquals(501, operation.getStatusCode());
        Customer customer = stand.customer();
        Price price = stand.quarterly();
        var parameter = assertThrows(
                ApiException.class,
                () -> stand.stripe
                        .v1()
                        .checkout()
                        .sessions()
                        .create(sessionOf(customer, price)
                                .setSubmitType(SessionCreateParams.SubmitType.SUBSCRIBE)
                                .build()));
        assertEquals(501, parameter.getStatusCode());
    }
}
