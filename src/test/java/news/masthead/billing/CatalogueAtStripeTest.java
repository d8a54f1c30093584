package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.StripeClient;
import com.stripe.model.Price;
import com.stripe.param.PriceListParams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.values.Money;
import news.masthead.values.Publication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("sandbox")
@QuarkusTest
@TestProfile(AtStripe.class)
class CatalogueAtStripeTest {

    @Inject
    Catalogue catalogue;

    @Inject
    PriceTable table;

    @Inject
    PriceBook book;

    @Inject
    Publication publication;

    @Inject
    StripeClient stripe;

    /** Stripe keeps what a test leaves behind, so each run brings a plan of its own. */
    private final String code =
            "plan_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Test
    void stripe_has_each_plan_once_however_often_it_is_asked_for() {
        catalogue.ensure();
        catalogue.ensure();
        table.plans().forEach(plan -> assertEquals(1, pricesOf(plan).size(), plan.code()));
    }

    @Test
    void a_price_has_the_terms_of_its_plan() {
        Plan twoYears = new Plan(code, 1, "Two years", 24, Money.rupees(3_900));
        String id = catalogue.priceOf(twoYears);
        Price price = pricesOf(twoYears).getFirst();
        assertEquals(id, price.getId());
        assertEquals(390_000, price.getUnitAmount());
        assertEquals("inr", price.getCurrency());
        assertEquals("year", price.getRecurring().getInterval());
        assertEquals(2, price.getRecurring().getIntervalCount());
        assertEquals("inclusive", price.getTaxBehavior());
    }

    @Test
    void a_changed_amount_is_refused_and_a_new_version_is_a_new_price() {
        String first = catalogue.priceOf(new Plan(code, 1, "Quarter", 3, Money.rupees(900)));
        Plan second = new Plan(code, 2, "Quarter", 3, Money.rupees(950));
        assertEquals(
                1, pricesOf(new Plan(code, 1, "Quarter", 3, Money.rupees(900))).size());
        assertEquals(catalogue.priceOf(second), pricesOf(second).getFirst().getId());
        assertEquals(
                first,
                pricesOf(new Plan(code, 1, "Quarter", 3, Money.rupees(900)))
                        .getFirst()
                        .getId());
        assertThrows(
                Catalogue.WrongPrice.class, () -> fresh().priceOf(new Plan(code, 1, "Quarter", 3, Money.rupees(950))));
    }

    /** One that remembers nothing, as after a start. */
    private Catalogue fresh() {
        Catalogue fresh = new Catalogue();
        fresh.stripe = stripe;
        fresh.table = table;
        fresh.book = book;
        fresh.publication = publication;
        return fresh;
    }

    private List<Price> pricesOf(Plan plan) {
        PriceListParams asked = PriceListParams.builder()
                .addLookupKey("masthead_" + plan.code() + "_v" + plan.version())
                .build();
        return StripeFailure.asking(() -> stripe.v1().prices().list(asked)).getData();
    }
}
