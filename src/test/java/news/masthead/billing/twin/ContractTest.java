package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.Stripe;
import com.stripe.model.Customer;
import com.stripe.model.Subscription;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final Contract CONTRACT = Contract.load();

    @Test
    void the_contract_and_the_sdk_are_of_one_version() {
        assertEquals(Stripe.API_VERSION, CONTRACT.apiVersion());
    }

    @Test
    void a_subscription_as_the_twin_makes_it_fits_and_each_wrong_one_does_not() throws Exception {
        try (Newsstand stand = new Newsstand()) {
            Subscription subscription = stand.subscribe(stand.customer(), stand.quarterly(), "good");
            ObjectNode stored =
                    stand.twin.ledger().find(subscription.getId()).orElseThrow().deepCopy();
            stored.remove(Ledger.PRIVATE);

            assertEquals(List.of(), faults(stored, it -> {}));
            assertEquals(List.of("$.livemode is missing"), faults(stored, it -> it.remove("livemode")));
            assertFound(
                    faults(stored, it -> it.put("current_period_end", 1)), "current_period_end is not in the contract");
            assertFound(faults(stored, it -> it.put("status", "cancelled")), "$.status is \"cancelled\"");
            assertFound(faults(stored, it -> it.put("created", "2026-11-30")), "$.created is string");
            assertFound(faults(stored, it -> it.putNull("items")), "$.items is null");
            assertFound(
                    faults(stored, it -> Subscriptions.item(it).remove("current_period_end")),
                    "$.items.data[0].current_period_end is missing");
        }
    }

    @Test
    void an_answer_with_a_field_missing_is_a_violation() throws Exception {
        Newsstand stand = new Newsstand();
        Customer customer = stand.customer();
        stand.twin.ledger().find(customer.getId()).orElseThrow().remove("livemode");

        stand.stripe.v1().customers().retrieve(customer.getId());

        stand.twin.close();
        assertFound(stand.twin.violations(), "GET /v1/customers/{id}");
    }

    @Test
    void an_event_about_a_wrong_object_is_a_violation() throws Exception {
        Newsstand stand = new Newsstand();
        Customer customer = stand.customer();
        stand.twin.ledger().find(customer.getId()).orElseThrow().put("balance", "nothing");

        stand.stripe.v1().customers().delete(customer.getId());

        stand.twin.close();
        assertFound(stand.twin.violations(), "event customer.deleted: $.data.object.balance is string");
    }

    @Test
    void an_event_of_a_type_that_stripe_does_not_send_is_refused() {
        ObjectNode event = Json.object().put("type", "customer.vanished");
        assertFalse(CONTRACT.violations(event).isEmpty());
    }

    private static List<String> faults(ObjectNode stored, Consumer<ObjectNode> damage) {
        ObjectNode copy = stored.deepCopy();
        damage.accept(copy);
        return CONTRACT.violations(
                CONTRACT.operation("GET", "/v1/subscriptions/sub_1").orElseThrow(), copy);
    }

    private static void assertFound(List<String> faults, String expected) {
        assertTrue(faults.stream().anyMatch(fault -> fault.contains(expected)), () -> expected + " not in " + faults);
    }
}
