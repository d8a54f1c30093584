package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnTheTwin.class)
class CatalogueTest {

    @Inject
    Catalogue catalogue;

    @Inject
    StripeClient stripe;

    @Inject
    PriceTable table;

    @Inject
    Publication publication;

    private final String code =
            "plan_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Test
    void after_the_start_stripe_has_each_plan_once() {
        Eventually.holds(() ->
                table.plans().forEach(plan -> assertEquals(1, pricesOf(plan).size())));
        catalogue.ensure();
        aCatalogueThatRemembersNothing().ensure();
        table.plans().forEach(plan -> assertEquals(1, pricesOf(plan).size()));
    }

    @Test
    void a_price_has_the_terms_of_its_plan() {
        Plan twoYears = new Plan(code, 1, "Two years", 24, Money.rupees(3_900));
        String id = catalogue.priceOf(twoYears);
        Price price = pricesOf(twoYears).get(0);
        assertEquals(id, price.getId());
        assertEquals(390_000, price.getUnitAmount());
        assertEquals("inr", price.getCurrency());
        assertEquals("year", price.getRecurring().getInterval());
        assertEquals(2, price.getRecurring().getIntervalCount());
        assertEquals("inclusive", price.getTaxBehavior());
    }

    @Test
    void a_plan_is_not_sold_for_another_amount_than_stripe_has() {
        catalogue.priceOf(plan(1, 12, 900));
        assertRefused(plan(1, 12, 950));
        assertRefused(plan(1, 6, 900));
        assertEquals(1, pricesOf(plan(1, 12, 900)).size());
    }

    @Test
    void a_new_version_is_a_new_price_beside_the_old_one() {
        String old = catalogue.priceOf(plan(1, 12, 900));
        assertNotEquals(old, catalogue.priceOf(plan(2, 12, 950)));
        assertEquals(old, aCatalogueThatRemembersNothing().priceOf(plan(1, 12, 900)));
    }

    private void assertRefused(Plan changed) {
        Catalogue.WrongPrice refusal = assertThrows(
                Catalogue.WrongPrice.class,
                () -> aCatalogueThatRemembersNothing().priceOf(changed));
        assertTrue(refusal.getMessage().contains(code), refusal::getMessage);
        assertTrue(refusal.getMessage().contains("raise its version"), refusal::getMessage);
    }

    /** As after a new start. */
    private Catalogue aCatalogueThatRemembersNothing() {
        Catalogue fresh = new Catalogue();
        fresh.stripe = stripe;
        fresh.table = table;
        fresh.publication = publication;
        return fresh;
    }

    private Plan plan(int version, int months, long rupees) {
        return new Plan(code, version, "A plan", months, Money.rupees(rupees));
    }

    private List<Price> pricesOf(Plan plan) {
        PriceListParams asked = PriceListParams.builder()
                .addLookupKey("masthead_" + plan.code() + "_v" + plan.version())
                .build();
        return StripeFailure.all(() -> stripe.v1().prices().list(asked));
    }
}
