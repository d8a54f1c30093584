package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.refused;
import static news.masthead.billing.twin.Newsstand.sessionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.Coupon;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.model.PromotionCode;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.CouponCreateParams.Duration;
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.PromotionCodeCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscountsTest {

    private final Newsstand stand = new Newsstand();
    private TestClock clock;
    private Customer customer;
    private Price quarterly;

    @BeforeEach
    void a_reader_on_a_test_clock() throws Exception {
        clock = stand.testClock();
        customer = stand.customerOn(clock);
        quarterly = stand.quarterly();
    }

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void a_coupon_for_once_makes_the_first_invoice_cheaper_and_no_other() throws Exception {
        Subscription subscription = subscribe(percent(50, Duration.ONCE, null));

        Invoice first = latest(subscription);
        assertEquals(90_000, first.getSubtotal());
        assertEquals(45_000, first.getAmountPaid());
        assertEquals(45_000, first.getTotalDiscountAmounts().getFirst().getAmount());
        assertEquals(
                45_000,
                first.getLines()
                        .getData()
                        .getFirst()
                        .getDiscountAmounts()
                        .getFirst()
                        .getAmount());
        assertTrue(stand.retrieve(subscription).getDiscounts().isEmpty());

        stand.advance(clock, "2027-02-28T08:00:00Z");

        assertEquals(90_000, latest(stand.retrieve(subscription)).getAmountPaid());
        assertEquals(1, events("customer.discount.created"));
        assertEquals(1, events("customer.discount.deleted"));
    }

    @Test
    void a_coupon_for_some_months_ends_with_them() throws Exception {
        Subscription subscription = subscribe(percent(20, Duration.REPEATING, 6L));

        stand.advance(clock, "2027-02-28T08:00:00Z");
        assertEquals(72_000, latest(stand.retrieve(subscription)).getAmountPaid());
        stand.advance(clock, "2027-05-30T08:00:00Z");
        assertEquals(90_000, latest(stand.retrieve(subscription)).getAmountPaid());
    }

    @Test
    void what_a_coupon_makes_free_is_paid_without_a_payment() throws Exception {
        Subscription subscription = subscribe(percent(100, Duration.FOREVER, null));

        Invoice free = latest(subscription);

        assertEquals("active", subscription.getStatus());
        assertEquals("paid", free.getStatus());
        assertEquals(0, free.getAmountDue());
        assertTrue(stand.stripe.v1().paymentIntents().list().getData().isEmpty());
    }

    @Test
    void an_amount_off_is_never_more_than_the_price() throws Exception {
        Coupon coupon = stand.stripe
                .v1()
                .coupons()
                .create(CouponCreateParams.builder()
                        .setAmountOff(100_000L)
                        .setCurrency("inr")
                        .setDuration(Duration.ONCE)
                        .build());

        assertEquals(0, latest(subscribe(coupon)).getAmountDue());
    }

    @Test
    void a_change_credits_what_was_paid_and_not_what_it_would_have_cost() throws Exception {
        Price yearly = stand.price("yearly", 270_000, Interval.YEAR, 1);
        Subscription subscription = subscribe(percent(50, Duration.ONCE, null));
        stand.advance(clock, "2027-01-14T06:30:00Z");

        Subscription changed = stand.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        ChangeTest.to(subscription, yearly).build());

        assertEquals(270_000 - 22_500, latest(changed).getAmountPaid());
    }

    @Test
    void a_preview_with_a_coupon_tells_what_the_start_then_bills() throws Exception {
        Coupon coupon = percent(15, Duration.ONCE, null);

        Invoice told = stand.stripe
                .v1()
                .invoices()
                .createPreview(InvoiceCreatePreviewParams.builder()
                        .setCustomer(customer.getId())
                        .addDiscount(InvoiceCreatePreviewParams.Discount.builder()
                                .setCoupon(coupon.getId())
                                .build())
                        .setSubscriptionDetails(InvoiceCreatePreviewParams.SubscriptionDetails.builder()
                                .addItem(InvoiceCreatePreviewParams.SubscriptionDetails.Item.builder()
                                        .setPrice(quarterly.getId())
                                        .build())
                                .build())
                        .build());

        assertEquals(76_500, told.getAmountDue());
        assertEquals(76_500, latest(subscribe(coupon)).getAmountPaid());
    }

    @Test
    void a_discount_that_is_given_later_holds_from_the_next_invoice_on() throws Exception {
        Subscription subscription = stand.subscribe(customer, quarterly, "good");

        stand.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        SubscriptionUpdateParams.builder()
                                .addDiscount(SubscriptionUpdateParams.Discount.builder()
                                        .setCoupon(
                                                percent(10, Duration.ONCE, null).getId())
                                        .build())
                                .build());
        stand.advance(clock, "2027-02-28T08:00:00Z");

        assertEquals(81_000, latest(stand.retrieve(subscription)).getAmountPaid());
    }

    @Test
    void a_coupon_is_given_as_often_as_it_says() throws Exception {
        Coupon coupon = stand.stripe
                .v1()
                .coupons()
                .create(CouponCreateParams.builder()
                        .setPercentOff(BigDecimal.TEN)
                        .setMaxRedemptions(1L)
                        .build());
        subscribe(coupon);

        assertFalse(stand.stripe.v1().coupons().retrieve(coupon.getId()).getValid());
        assertEquals("coupon_expired", refused(() -> subscribe(coupon)).getCode());
    }

    @Test
    void a_reader_types_the_code_and_pays_less() throws Exception {
        code("HARBOUR50", PromotionCodeCreateParams.Restrictions.builder().build());
        Session session = openToCodes(customer);

        HttpResponse<String> page = stand.get("/_twin/pay/" + session.getId());
        assertTrue(page.body().contains("name=\"code\""));
        assertEquals(303, stand.press(session, "outcome=code&code=harbour50").statusCode());
        assertTrue(stand.get("/_twin/pay/" + session.getId()).body().contains(">Pay ₹450.00</button>"));
        stand.press(session, "outcome=pay");

        Session paid = stand.retrieve(session);
        assertEquals(45_000, paid.getAmountTotal());
        assertEquals(45_000, paid.getTotalDetails().getAmountDiscount());
        Subscription subscription = stand.stripe.v1().subscriptions().retrieve(paid.getSubscription());
        assertEquals(45_000, latest(subscription).getAmountPaid());
        assertEquals(
                1,
                stand.stripe.v1().promotionCodes().list().getData().getFirst().getTimesRedeemed());
    }

    @Test
    void a_code_that_does_not_hold_is_told_and_nothing_is_charged() throws Exception {
        Session session = openToCodes(customer);

        HttpResponse<String> page = stand.press(session, "outcome=pay&code=NOSUCH");

        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains("This code is invalid."));
        assertTrue(page.body().contains("value=\"NOSUCH\""), "what was typed stays");
        assertEquals("open", stand.retrieve(session).getStatus());
        assertNull(stand.retrieve(session).getSubscription());
    }

    @Test
    void a_code_for_new_readers_is_refused_to_one_who_has_paid() throws Exception {
        PromotionCode promotion = code(
                "WELCOME",
                PromotionCodeCreateParams.Restrictions.builder()
                        .setFirstTimeTransaction(true)
                        .build());
        stand.subscribe(customer, quarterly, "good");

        var refusal = refused(() -> stand.stripe.v1().checkout().sessions().create(withCode(customer, promotion)));

        assertTrue(refusal.getMessage().contains("prior transactions"));
    }

    @Test
    void a_code_over_a_price_below_its_minimum_or_after_its_end_is_refused() throws Exception {
        PromotionCode dear = code(
                "DEAR",
                PromotionCodeCreateParams.Restrictions.builder()
                        .setMinimumAmount(100_000L)
                        .setMinimumAmountCurrency("inr")
                        .build());
        PromotionCode late = stand.stripe
                .v1()
                .promotionCodes()
                .create(promotion("LATE")
                        .setExpiresAt(Newsstand.START.plusSeconds(60).getEpochSecond())
                        .build());
        stand.now.set(Newsstand.START.plusSeconds(61));
        stand.advance(clock, Instant.parse("2026-11-30T06:31:01Z").toString());

        for (PromotionCode wrong : new PromotionCode[] {dear, late}) {
            assertEquals(
                    "discounts[0][promotion_code]",
                    refused(() -> stand.stripe.v1().checkout().sessions().create(withCode(customer, wrong)))
                            .getParam());
        }
        assertFalse(stand.stripe.v1().promotionCodes().retrieve(late.getId()).getActive());
    }

    private SessionCreateParams withCode(Customer reader, PromotionCode promotion) {
        return sessionOf(reader, quarterly)
                .addDiscount(SessionCreateParams.Discount.builder()
                        .setPromotionCode(promotion.getId())
                        .build())
                .build();
    }

    private Session openToCodes(Customer reader) throws StripeException {
        return stand.stripe
                .v1()
                .checkout()
                .sessions()
                .create(sessionOf(reader, quarterly)
                        .setAllowPromotionCodes(true)
                        .build());
    }

    private PromotionCode code(String word, PromotionCodeCreateParams.Restrictions restrictions)
            throws StripeException {
        return stand.stripe
                .v1()
                .promotionCodes()
                .create(promotion(word).setRestrictions(restrictions).build());
    }

    private PromotionCodeCreateParams.Builder promotion(String word) throws StripeException {
        return PromotionCodeCreateParams.builder()
                .setCode(word)
                .setPromotion(PromotionCodeCreateParams.Promotion.builder()
                        .setType(PromotionCodeCreateParams.Promotion.Type.COUPON)
                        .setCoupon(percent(50, Duration.ONCE, null).getId())
                        .build());
    }

    private Coupon percent(long percent, Duration duration, Long months) throws StripeException {
        return stand.stripe
                .v1()
                .coupons()
                .create(CouponCreateParams.builder()
                        .setPercentOff(BigDecimal.valueOf(percent))
                        .setDuration(duration)
                        .setDurationInMonths(months)
                        .build());
    }

    private Subscription subscribe(Coupon coupon) throws StripeException {
        return stand.stripe
                .v1()
                .subscriptions()
                .create(SubscriptionCreateParams.builder()
                        .setCustomer(customer.getId())
                        .setDefaultPaymentMethod("pm_card_visa")
                        .addItem(SubscriptionCreateParams.Item.builder()
                                .setPrice(quarterly.getId())
                                .build())
                        .addDiscount(SubscriptionCreateParams.Discount.builder()
                                .setCoupon(coupon.getId())
                                .build())
                        .build());
    }

    private Invoice latest(Subscription subscription) throws StripeException {
        return stand.stripe.v1().invoices().retrieve(subscription.getLatestInvoice());
    }

    private int events(String type) throws StripeException {
        return stand.stripe
                .v1()
                .events()
                .list(EventListParams.builder().setType(type).build())
                .getData()
                .size();
    }
}
