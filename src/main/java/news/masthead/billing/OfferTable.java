package news.masthead.billing;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.values.Money;
import news.masthead.values.Publication;

/** The publication's offers. Read and checked at start: wrong ones stop it. */
@Startup
@Singleton
class OfferTable {

    private final PriceTable prices;
    private final Publication publication;
    private final List<Offer> offers;

    OfferTable(PromotionSettings settings, PriceTable prices, Publication publication) {
        this.prices = prices;
        this.publication = publication;
        offers = settings.offers().stream().map(this::offer).toList();
        if (offers.stream().map(Offer::code).distinct().count() != offers.size()) {
            throw new IllegalArgumentException("masthead.promotion.offers has two offers of one code");
        }
    }

    List<Offer> all() {
        return offers;
    }

    /** As readers type it: in any case, with blanks around. */
    Optional<Offer> typed(String code) {
        return offers.stream()
                .filter(offer -> offer.code().equals(code.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private Offer offer(PromotionSettings.Row row) {
        List<Plan> plans = row.plans()
                .map(codes -> codes.stream().map(code -> plan(row, code)).toList())
                .orElse(prices.plans());
        Money off = Money.rupees(row.rupees().orElse(0));
        if (plans.stream().anyMatch(plan -> off.compareTo(plan.price()) >= 0)) {
            throw new IllegalArgumentException("Offer \"" + row.code() + "\" takes off as much as a plan costs");
        }
        Set<String> codes = new LinkedHashSet<>(plans.stream().map(Plan::code).toList());
        return new Offer(
                row.code(),
                row.percent().orElse(0),
                off,
                codes,
                row.terms(),
                row.terms() * monthsOfATerm(row, plans),
                row.firstTimeOnly(),
                row.from().map(this::startOf),
                row.until().map(day -> startOf(day.plusDays(1))),
                row.most());
    }

    private Plan plan(PromotionSettings.Row row, String code) {
        return prices.plan(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Offer \"" + row.code() + "\" is for plan \"" + code + "\", which there is not"));
    }

    /** Stripe counts a discount of several terms in months: https://docs.stripe.com/api/coupons/object#coupon_object-duration_in_months */
    private static int monthsOfATerm(PromotionSettings.Row row, List<Plan> plans) {
        int months = plans.get(0).months();
        if (row.terms() > 1 && plans.stream().anyMatch(plan -> plan.months() != months)) {
            throw new IllegalArgumentException("Offer \"" + row.code()
                    + "\" holds for several terms, so its plans must all be of one length: make an offer of each");
        }
        return months;
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(publication.zone()).toInstant();
    }
}
