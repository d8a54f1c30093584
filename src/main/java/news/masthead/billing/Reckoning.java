package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.InvoiceCreatePreviewParams.SubscriptionDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
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
    Instance<TaxInside> taxes;

    @Inject
    Clock clock;

    /** @throws StripeFailure where Stripe does not answer */
    Quote.Terms ofPurchase(long account, Plan plan) {
        String price = catalogue.priceOf(plan);
        InvoiceCreatePreviewParams asked = InvoiceCreatePreviewParams.builder()
                .setCustomer(customers.ensure(account))
                .setSubscriptionDetails(SubscriptionDetails.builder()
                        .addItem(SubscriptionDetails.Item.builder()
                                .setPrice(price)
                                .setQuantity(1L)
                                .build())
                        .build())
                .build();
        Invoice first = StripeFailure.asking(() -> stripe.v1().invoices().createPreview(asked));
        Money today = new Money(first.getAmountDue());
        return new Quote.Terms(
                Quote.Kind.NEW,
                Optional.empty(),
                plan.code(),
                price,
                Optional.empty(),
                today,
                tax(today),
                Optional.of(new Quote.Charge(end(first), plan.price())),
                plan.price(),
                Optional.empty());
    }

    /** How much of an amount that is paid now is tax. */
    Money tax(Money today) {
        return taxes.isResolvable() ? taxes.get().of(today, clock.instant()) : new Money(0);
    }

    /** Of the term that the invoice pays for. */
    private static Instant end(Invoice invoice) {
        return invoice.getLines().getData().stream()
                .map(InvoiceLineItem::getPeriod)
                .map(period -> Instant.ofEpochSecond(period.getEnd()))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
