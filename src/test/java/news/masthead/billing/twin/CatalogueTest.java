package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.stripe.model.Customer;
import com.stripe.model.Price;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.PriceListParams;
import com.stripe.param.PriceUpdateParams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Newsstand stand = new Newsstand();

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void prices_are_found_by_their_lookup_keys() throws Exception {
        Price quarterly = stand.quarterly();
        stand.price("yearly", 270_000, Interval.YEAR, 1);

        var found = stand.stripe
                .v1()
                .prices()
                .list(PriceListParams.builder()
                        .addLookupKey("quarterly")
                        .addLookupKey("none")
                        .build());

        assertEquals(
                List.of(quarterly.getId()),
                found.getData().stream().map(Price::getId).toList());
    }

    @Test
    void a_lookup_key_moves_only_when_told_so() throws Exception {
        Price old = stand.quarterly();
        refused(stand::quarterly);

        Price other = stand.price("other", 95_000, Interval.MONTH, 3);
        PriceUpdateParams.Builder take = PriceUpdateParams.builder().setLookupKey("quarterly");
        refused(() -> stand.stripe.v1().prices().update(other.getId(), take.build()));
        stand.stripe
                .v1()
                .prices()
                .update(other.getId(), take.setTransferLookupKey(true).build());

        assertNull(stand.stripe.v1().prices().retrieve(old.getId()).getLookupKey());
        assertNotEquals(old.getId(), other.getId());
    }

    @Test
    void metadata_is_merged_key_by_key() throws Exception {
        Customer customer = stand.customer();

        Customer updated = stand.stripe
                .v1()
                .customers()
                .update(
                        customer.getId(),
                        CustomerUpdateParams.builder()
                                .putMetadata("account", "")
                                .putMetadata("city", "ಬೆಂಗಳೂರು")
                                .build());

        assertEquals(Map.of("city", "ಬೆಂಗಳೂರು"), updated.getMetadata());
    }
}
