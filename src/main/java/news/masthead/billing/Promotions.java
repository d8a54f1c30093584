package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Coupon;
import com.stripe.model.PromotionCode;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.PromotionCodeCreateParams;
import com.stripe.param.PromotionCodeListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The offers as Stripe has them: a coupon and a promotion code each, made once and never changed.
 * https://docs.stripe.com/billing/subscriptions/coupons
 */
@ApplicationScoped
class Promotions {

    private static final String PREFIX = "masthead_";

    @Inject
    StripeClient stripe;

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /**
     * Stripe's id of an offer's promotion code, {@code promo_…}, made the first time.
     *
     * @throws WrongOffer where Stripe has the code for other terms
     */
    String of(Offer offer) {
        return known.computeIfAbsent(offer.code(), code -> ensured(offer));
    }

    private String ensured(Offer offer) {
        Coupon coupon = coupon(offer).orElseGet(() -> createdCoupon(offer));
        checkCoupon(coupon, offer);
        PromotionCode promotion = promotion(offer).orElseGet(() -> createdPromotion(offer, coupon));
        checkPromotion(promotion, offer, coupon);
        return promotion.getId();
    }

    private Optional<Coupon> coupon(Offer offer) {
        try {
            return Optional.of(StripeFailure.asking(() -> stripe.v1().coupons().retrieve(PREFIX + offer.code())));
        } catch (StripeFailure failure) {
            if (failure.isMissing()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Another node may make it at this moment: Stripe gives an id once. */
    private Coupon createdCoupon(Offer offer) {
        CouponCreateParams.Builder coupon =
                CouponCreateParams.builder().setId(PREFIX + offer.code()).setName(offer.code());
        if (offer.percent() > 0) {
            coupon.setPercentOff(java.math.BigDecimal.valueOf(offer.percent()));
        } else {
            coupon.setAmountOff(offer.off().paise()).setCurrency(Catalogue.CURRENCY);
        }
        switch (offer.terms()) {
            case 0 -> coupon.setDuration(CouponCreateParams.Duration.FOREVER);
            case 1 -> coupon.setDuration(CouponCreateParams.Duration.ONCE);
            default ->
                coupon.setDuration(CouponCreateParams.Duration.REPEATING).setDurationInMonths((long) offer.months());
        }
        CouponCreateParams params = coupon.build();
        try {
            return StripeFailure.asking(() ->
                    stripe.v1().coupons().create(params, IdempotencyKey.of("coupon-" + offer.code(), params)));
        } catch (StripeFailure refused) {
            return coupon(offer).orElseThrow(() -> refused);
        }
    }

    private Optional<PromotionCode> promotion(Offer offer) {
        PromotionCodeListParams asked =
                PromotionCodeListParams.builder().setCode(offer.code()).build();
        return StripeFailure.all(() -> stripe.v1().promotionCodes().list(asked)).stream()
                .filter(found ->
                        (PREFIX + offer.code()).equals(found.getPromotion().getCoupon()))
                .findFirst();
    }

    private PromotionCode createdPromotion(Offer offer, Coupon coupon) {
        PromotionCodeCreateParams.Builder promotion = PromotionCodeCreateParams.builder()
                .setCode(offer.code())
                .setPromotion(PromotionCodeCreateParams.Promotion.builder()
                        .setType(PromotionCodeCreateParams.Promotion.Type.COUPON)
                        .setCoupon(coupon.getId())
                        .build());
        offer.most().ifPresent(most -> promotion.setMaxRedemptions((long) most));
        offer.until().ifPresent(end -> promotion.setExpiresAt(end.getEpochSecond()));
        PromotionCodeCreateParams params = promotion.build();
        try {
            return StripeFailure.asking(() -> stripe.v1()
                    .promotionCodes()
                    .create(params, IdempotencyKey.of("promotion-" + offer.code(), params)));
        } catch (StripeFailure refused) {
            return promotion(offer).orElseThrow(() -> refused);
        }
    }

    private static void checkCoupon(Coupon coupon, Offer offer) {
        String duration = offer.isForEver() ? "forever" : offer.terms() == 1 ? "once" : "repeating";
        Long months = offer.terms() > 1 ? (long) offer.months() : null;
        boolean sameShare = coupon.getPercentOff() == null
                ? offer.percent() == 0
                : coupon.getPercentOff().compareTo(java.math.BigDecimal.valueOf(offer.percent())) == 0;
        boolean sameAmount = Objects.requireNonNullElse(coupon.getAmountOff(), 0L)
                == offer.off().paise();
        boolean same = sameShare
                && sameAmount
                && duration.equals(coupon.getDuration())
                && Objects.equals(months, coupon.getDurationInMonths());
        if (!same) {
            throw new WrongOffer(offer);
        }
    }

    private static void checkPromotion(PromotionCode promotion, Offer offer, Coupon coupon) {
        Long most = offer.most().isPresent() ? (long) offer.most().getAsInt() : null;
        Long end = offer.until().map(java.time.Instant::getEpochSecond).orElse(null);
        boolean same = coupon.getId().equals(promotion.getPromotion().getCoupon())
                && Objects.equals(most, promotion.getMaxRedemptions())
                && Objects.equals(end, promotion.getExpiresAt());
        if (!same) {
            throw new WrongOffer(offer);
        }
    }

    /** An offer is not the same here and at Stripe. Nobody gets it until that is settled. */
    static class WrongOffer extends IllegalStateException {
        WrongOffer(Offer offer) {
            super(
                    "Offer \"" + offer.code()
                            + "\" has other terms here than at Stripe. An offer is never changed: give the other terms another code.");
        }
    }
}
