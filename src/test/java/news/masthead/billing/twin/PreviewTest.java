package news.masthead.billing.twin;

import static news.masthead.billing.twin.Newsstand.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.InvoiceCreatePreviewParams.SubscriptionDetails;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private final Newsstand stand = new Newsstand();
    private TestClock clock;
    private Customer customer;
    private List<Price> prices;

    @BeforeEach
    void plans_and_a_reader_on_a_test_clock() throws Exception {
        clock = stand.testClock();
        customer = stand.customerOn(clock);
        prices = List.of(
                stand.quarterly(),
                stand.price("quarterly_v2", 99_900, Interval.MONTH, 3),
                stand.price("yearly", 270_000, Interval.YEAR, 1),
                stand.price("two", 390_000, Interval.YEAR, 2));
    }

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @Test
    void an_upgrade_is_told_before_it_is_made() throws Exception {
        Subscription subscription = stand.subscribe(customer, prices.getFirst(), "good");
        stand.advance(clock, "2027-01-14T06:30:00Z");

        Invoice preview = preview(change(subscription, prices.get(2)).build());

        assertEquals(225_000, preview.getAmountDue());
        assertEquals(List.of(-45_000L, 270_000L), amounts(preview));
        assertEquals(1, stand.invoicesOf(subscription).size(), "a preview makes no invoice");
        assertEquals(
                subscription.getItems().getData().getFirst().getPrice().getId(),
                stand.retrieve(subscription)
                        .getItems()
                        .getData()
                        .getFirst()
                        .getPrice()
                        .getId());
    }

    @Test
    void the_next_renewal_is_told_before_it_comes() throws Exception {
        Subscription subscription = stand.subscribe(customer, prices.getFirst(), "good");

        Invoice next = preview(InvoiceCreatePreviewParams.builder()
                .setSubscription(subscription.getId())
                .build());

        assertEquals(90_000, next.getAmountDue());
        assertEquals(Instant.parse("2027-02-28T06:30:00Z").getEpochSecond(), next.getCreated());
        assertEquals(
                Instant.parse("2027-05-30T06:30:00Z").getEpochSecond(),
                next.getLines().getData().getFirst().getPeriod().getEnd());
    }

    @Test
    void nothing_comes_after_a_subscription_that_ends() throws Exception {
        Subscription subscription = stand.subscribe(customer, prices.getFirst(), "good");
        stand.stripe
                .v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(true)
                                .build());

        var refusal = refused(() -> preview(InvoiceCreatePreviewParams.builder()
                .setSubscription(subscription.getId())
                .build()));

        assertEquals("invoice_upcoming_none", refusal.getCode());
    }

    @Test
    void a_start_is_told_before_it_is_made() throws Exception {
        Invoice preview = preview(InvoiceCreatePreviewParams.builder()
                .setCustomer(customer.getId())
                .setSubscriptionDetails(SubscriptionDetails.builder()
                        .addItem(SubscriptionDetails.Item.builder()
                                .setPrice(prices.getLast().getId())
                                .build())
                        .build())
                .build());

        assertEquals(390_000, preview.getAmountDue());
        assertEquals(
                Instant.parse("2028-11-30T06:30:00Z").getEpochSecond(),
                preview.getLines().getData().getFirst().getPeriod().getEnd());
    }

    /** Random changes at random seconds: each bills what its preview said, line by line. */
    @Test
    void what_is_billed_is_what_was_told_to_the_paisa() throws Exception {
        Random random = new Random(20261126);
        Instant now = Newsstand.START;
        Subscription subscription = stand.subscribe(customer, prices.getFirst(), "good");
        for (int i = 0; i < 25; i++) {
            now = now.plus(Duration.ofSeconds(3600 + random.nextInt(80 * 86_400)));
            stand.advance(clock, now.toString());
            Price price = prices.get(random.nextInt(prices.size()));
            if (price.getId().equals(priceOf(stand.retrieve(subscription)))) {
                continue;
            }
            Invoice told = preview(change(subscription, price).build());
            Subscription changed = stand.stripe
                    .v1()
                    .subscriptions()
                    .update(
                            subscription.getId(),
                            ChangeTest.to(subscription, price)
                                    .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE)
                                    .build());
            Invoice billed = stand.stripe.v1().invoices().retrieve(changed.getLatestInvoice());

            assertEquals(told.getAmountDue(), billed.getAmountPaid());
            assertEquals(told.getTotal(), billed.getTotal());
            assertEquals(amounts(told), amounts(billed));
        }
    }

    /** What waits for the renewal is told with the renewal, to the paisa, also where a discount makes all of it cheaper. */
    @Test
    void a_change_that_waits_for_the_renewal_is_told_with_it() throws Exception {
        Random random = new Random(2027);
        Instant now = Newsstand.START;
        Subscription subscription = subscribeWithDiscount();
        for (int i = 0; i < 8; i++) {
            Instant end = Newsstand.periodEnd(stand.retrieve(subscription));
            now = now.plus(Duration.ofSeconds(1 + random.nextInt(80 * 86_400)));
            now = now.isBefore(end) ? now : end.minusSeconds(1);
            stand.advance(clock, now.toString());
            Price price = prices.get(1 - i % 2);
            Invoice told = preview(InvoiceCreatePreviewParams.builder()
                    .setSubscription(subscription.getId())
                    .setSubscriptionDetails(SubscriptionDetails.builder()
                            .addItem(item(subscription, price))
                            .build())
                    .build());
            stand.stripe
                    .v1()
                    .subscriptions()
                    .update(
                            subscription.getId(),
                            ChangeTest.to(subscription, price).build());
            now = end.plus(Duration.ofHours(2));
            stand.advance(clock, now.toString());
            Invoice billed = stand.stripe
                    .v1()
                    .invoices()
                    .retrieve(stand.retrieve(subscription).getLatestInvoice());

            assertEquals(told.getAmountDue(), billed.getAmountPaid());
            assertEquals(amounts(told), amounts(billed));
            assertEquals(3, amounts(billed).size());
        }
    }

    private Subscription subscribeWithDiscount() throws StripeException {
        String third = stand.stripe
                .v1()
                .coupons()
                .create(CouponCreateParams.builder()
                        .setPercentOff(new BigDecimal("33.3"))
                        .setDuration(CouponCreateParams.Duration.FOREVER)
                        .build())
                .getId();
        return stand.stripe
                .v1()
                .subscriptions()
                .create(SubscriptionCreateParams.builder()
                        .setCustomer(customer.getId())
                        .setDefaultPaymentMethod("pm_card_visa")
                        .addItem(SubscriptionCreateParams.Item.builder()
                                .setPrice(prices.getFirst().getId())
                                .build())
                        .addDiscount(SubscriptionCreateParams.Discount.builder()
                                .setCoupon(third)
                                .build())
                        .build());
    }

    private static SubscriptionDetails.Item item(Subscription subscription, Price price) {
        return SubscriptionDetails.Item.builder()
                .setId(subscription.getItems().getData().getFirst().getId())
                .setPrice(price.getId())
                .build();
    }

    private InvoiceCreatePreviewParams.Builder change(Subscription subscription, Price price) {
        return InvoiceCreatePreviewParams.builder()
                .setSubscription(subscription.getId())
                .setSubscriptionDetails(SubscriptionDetails.builder()
                        .addItem(SubscriptionDetails.Item.builder()
                                .setId(subscription
                                        .getItems()
                                        .getData()
                                        .getFirst()
                                        .getId())
                                .setPrice(price.getId())
                                .build())
                        .setProrationBehavior(SubscriptionDetails.ProrationBehavior.ALWAYS_INVOICE)
                        .build());
    }

    private Invoice preview(InvoiceCreatePreviewParams params) throws StripeException {
        return stand.stripe.v1().invoices().createPreview(params);
    }

    private static String priceOf(Subscription subscription) {
        return subscription.getItems().getData().getFirst().getPrice().getId();
    }

    private static List<Long> amounts(Invoice invoice) {
        return invoice.getLines().getData().stream()
                .map(InvoiceLineItem::getAmount)
                .toList();
    }
}
