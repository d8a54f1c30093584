package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Price;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.values.Publication;

/**
 * The price table as Stripe has it: one price for each version of each plan, found by its lookup key and never changed.
 * https://docs.stripe.com/products-prices/manage-prices#lookup-keys
 */
@ApplicationScoped
class Catalogue {

    /** The key of a price's metadata that holds the code of its plan. */
    static final String PLAN = "plan";

    static final String CURRENCY = "inr";
    private static final int MONTHS_OF_A_YEAR = 12;

    @Inject
    StripeClient stripe;

    @Inject
    PriceTable table;

    @Inject
    PriceBook book;

    @Inject
    Publication publication;

    private final Map<String, String> prices = new ConcurrentHashMap<>();

    /** Whether amounts in a currency, as Stripe names it, are in ours; so is what has none yet. */
    static boolean isOurs(String currency) {
        return currency == null || currency.equals(CURRENCY);
    }

    /** Makes what is missing at Stripe. */
    void ensure() {
        table.plans().forEach(this::priceOf);
    }

    /**
     * Stripe's id of the price of a plan.
     *
     * @throws WrongPrice where Stripe has the plan for other terms than the price table
     */
    String priceOf(Plan plan) {
        return prices.computeIfAbsent(lookupKey(plan), key -> ensured(plan, key));
    }

    private String ensured(Plan plan, String key) {
        Price price = named(key).orElseGet(() -> createdOnce(plan, key));
        check(price, plan);
        book.keep(price.getId(), plan);
        return price.getId();
    }

    private Optional<Price> named(String key) {
        PriceListParams asked = PriceListParams.builder().addLookupKey(key).build();
        return StripeFailure.asking(() -> stripe.v1().prices().list(asked)).getData().stream()
                .findFirst();
    }

    /** Another node, perhaps of another release, may make it at this moment: Stripe gives a lookup key to one price only. */
    private Price createdOnce(Plan plan, String key) {
        try {
            return created(plan, key);
        } catch (StripeFailure refused) {
            return named(key).orElseThrow(() -> refused);
        }
    }

    private Price created(Plan plan, String key) {
        PriceCreateParams params = PriceCreateParams.builder()
                .setLookupKey(key)
                .setCurrency(CURRENCY)
                .setUnitAmount(plan.price().paise())
                .setTaxBehavior(PriceCreateParams.TaxBehavior.INCLUSIVE)
                .setRecurring(term(plan))
                .setProductData(PriceCreateParams.ProductData.builder()
                        .setName(publication.name() + ": " + plan.name())
                        .build())
                .putMetadata(PLAN, plan.code())
                .build();
        return IdempotencyKey.creating(key, params, once -> stripe.v1().prices().create(params, once));
    }

    private static PriceCreateParams.Recurring term(Plan plan) {
        boolean years = plan.months() % MONTHS_OF_A_YEAR == 0;
        return PriceCreateParams.Recurring.builder()
                .setInterval(
                        years ? PriceCreateParams.Recurring.Interval.YEAR : PriceCreateParams.Recurring.Interval.MONTH)
                .setIntervalCount((long) (years ? plan.months() / MONTHS_OF_A_YEAR : plan.months()))
                .build();
    }

    private static void check(Price price, Plan plan) {
        boolean same = price.getActive()
                && CURRENCY.equals(price.getCurrency())
                && Long.valueOf(plan.price().paise()).equals(price.getUnitAmount())
                && price.getRecurring() != null
                && months(price.getRecurring()) == plan.months()
                && plan.code().equals(price.getMetadata().get(PLAN));
        if (!same) {
            throw new WrongPrice(price, plan);
        }
    }

    static long months(Price.Recurring recurring) {
        return switch (recurring.getInterval()) {
            case "month" -> recurring.getIntervalCount();
            case "year" -> recurring.getIntervalCount() * MONTHS_OF_A_YEAR;
            default -> 0;
        };
    }

    private static String lookupKey(Plan plan) {
        return "masthead_" + plan.code() + "_v" + plan.version();
    }

    /** What a plan costs here and at Stripe is not the same. Nobody is sold it until that is settled. */
    static class WrongPrice extends IllegalStateException {
        WrongPrice(Price price, Plan plan) {
            super(
                    "Plan \"%s\" version %d is sold here for %s every %d months, but price %s at Stripe says otherwise. To sell it for other terms, raise its version."
                            .formatted(plan.code(), plan.version(), plan.price(), plan.months(), price.getId()));
        }
    }
}
