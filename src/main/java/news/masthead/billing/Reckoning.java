package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.InvoiceCreatePreviewParams.SubscriptionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.masthead.subscription.Plan;
import news.masthead.values.Money;

/** What buying a plan costs, by Stripe's own preview of the first invoice: https://docs.stripe.com/api/invoices/create_preview. */
@ApplicationScoped
class Reckoning {

    @Inject
    StripeClient stripe;

    @Inject
    Customers customers;

    @Inject
    Catalogue catalogue;

    @Inject
    Promotions promotions;

    @Inject
    TrialBook trials;

    @Inject
    TaxInside taxes;

    @Inject
    Clock clock;

    /**
     * With the account's trial where it may have one, unless it comes with an offer: one of the two.
     *
     * @throws StripeFailure where Stripe does not answer
     */
    Quote.Terms ofPurchase(long account, Plan plan, Optional<Offer> offer) {
        String price = catalogue.priceOf(plan);
        int trialDays = offer.isPresent() ? 0 : trials.daysFor(account, plan);
        InvoiceCreatePreviewParams.Builder asked = InvoiceCreatePreviewParams.builder()
                .setCustomer(customers.ensure(account))
                .setSubscriptionDetails(beginning(price, trialDays));
        offer.map(promotions::of)
                .ifPresent(promotion -> asked.addDiscount(InvoiceCreatePreviewParams.Discount.builder()
                        .setPromotionCode(promotion)
                        .build()));
        Invoice first = StripeFailure.asking(() -> stripe.v1().invoices().createPreview(asked.build()));
        Money today = new Money(first.getAmountDue());
        return new Quote.Terms(
                Quote.Kind.NEW,
                Optional.empty(),
                plan.code(),
                price,
                offer.map(Offer::code),
                today,
                tax(today),
                Optional.of(new Quote.Charge(end(first), second(plan, offer, today))),
                plan.price(),
                Optional.empty(),
                trialDays);
    }

    private SubscriptionDetails beginning(String price, int trialDays) {
        SubscriptionDetails.Builder details = SubscriptionDetails.builder()
                .addItem(SubscriptionDetails.Item.builder()
                        .setPrice(price)
                        .setQuantity(1L)
                        .build());
        if (trialDays > 0) {
            details.setTrialEnd(clock.instant().plus(Duration.ofDays(trialDays)).getEpochSecond());
        }
        return details.build();
    }

    /** How much of an amount that is paid now is tax. */
    Money tax(Money today) {
        return taxes.of(today, clock.instant());
    }

    /** What the second term costs: as the first where an offer goes on. */
    private static Money second(Plan plan, Optional<Offer> offer, Money today) {
        return offer.filter(one -> one.terms() != 1).map(one -> today).orElseGet(plan::price);
    }

    /** Of the term or trial that the invoice pays for. */
    private static Instant end(Invoice invoice) {
        return invoice.getLines().getData().stream()
                .map(InvoiceLineItem::getPeriod)
                .map(period -> Instant.ofEpochSecond(period.getEnd()))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
